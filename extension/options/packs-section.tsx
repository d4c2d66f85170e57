import { formatDate } from '#rules/format.ts';
import { MOST_SIGNED } from '#rules/packs/pack-bundle.ts';
import { healthSentence } from '../health-words.ts';
import { texts } from '../language.ts';
import type { PackState } from '../pack-messages.ts';
import { refusalSentence } from '../pack-words.ts';
import { ConfirmButton } from '../panel/confirm-button.tsx';
import { FileField } from '../panel/file-field.tsx';
import { usePacks } from '../panel/use-packs.ts';
import { type Light, lightOf } from '../site-health.ts';
import { Section, type SectionProps } from './section.tsx';

const say = texts(
  {
    title: 'Cách đọc trang',
    none: 'Chưa đọc danh sách nào.',
    taught: 'Dạy trên máy này, {n} cột.',
    ofProvince: 'Gói của tỉnh: {name}, phiên bản {version}.',
    forgetSite: 'Quên cách đọc đã dạy cho {site}',
    forgetWarning: 'Cách đọc đã dạy cho {site} sẽ mất, không lấy lại được.',
    province: 'Gói của tỉnh',
    noFile: 'Chưa có gói nào của tỉnh.',
    file: 'Tệp số {sequence}, dùng đến hết {expires}, nhận lúc {taken}.',
    expired: 'Gói đã hết hạn nên không dùng nữa; các trang được đọc theo cách chung.',
    killedPack: 'Tỉnh đã rút gói {id} đến phiên bản {upTo}: {reason}',
    killedFeature: 'Tỉnh đã tắt tính năng {id}: {reason}',
    key: 'Dấu vân khóa của tỉnh: {fingerprint}',
    byPolicy: 'Khóa do tỉnh đặt bằng chính sách trình duyệt.',
    byFirst: 'Khóa do máy chủ đưa lần đầu, {since}. So dấu vân khóa với đầu mối của tỉnh; khác thì đừng dùng gói.',
    refused: 'Lúc {at}, một gói không được nhận. {why}',
    ask: 'Kiểm tra gói mới',
    import: 'Nhập tệp gói đã ký',
    unpin: 'Bỏ khóa đã ghim',
    unpinWarning: 'Máy sẽ quên khóa và gói của tỉnh, rồi tin khóa đầu tiên máy chủ đưa. Chỉ làm khi tỉnh báo đổi khóa.',
  },
  {
    title: 'How pages are read',
    none: 'No list was read yet.',
    taught: 'Taught on this computer, {n} columns.',
    ofProvince: 'Pack of the province: {name}, version {version}.',
    forgetSite: 'Forget what was taught for {site}',
    forgetWarning: 'What was taught for {site} is lost for good.',
    province: 'Packs of the province',
    noFile: 'There is no pack of the province yet.',
    file: 'File no. {sequence}, used until {expires}, taken at {taken}.',
    expired: 'The pack has expired and is not used; pages are read in the common way.',
    killedPack: 'The province took back pack {id} up to version {upTo}: {reason}',
    killedFeature: 'The province switched off {id}: {reason}',
    key: 'Fingerprint of the key: {fingerprint}',
    byPolicy: 'The key is set by the browser policy of the province.',
    byFirst:
      'The key was first given by the server, {since}. Compare the fingerprint with your focal point; if it differs, do not use the packs.',
    refused: 'At {at} a pack was refused. {why}',
    ask: 'Look for a new pack',
    import: 'Import a signed pack file',
    unpin: 'Forget the pinned key',
    unpinWarning:
      'The key and the packs of the province are forgotten, and the next key the server gives is trusted. Do so only when the province announces a new key.',
  },
);
/** Shape and colour together: a light is never told by its colour alone. */
const SHAPES: Readonly<Record<Light, string>> = { good: '●', partly: '◐', bad: '■', changed: '▲' };
const moment = (at: string): string => `${formatDate(at)} ${at.slice(11, 16)}`;

function Province({ packs, busy, run }: { packs: PackState } & SectionProps['doing']) {
  const { province, key, trouble } = packs;
  return (
    <>
      <h3>{say('province')}</h3>
      <p>
        {province
          ? say('file', {
              sequence: province.sequence,
              expires: formatDate(province.expires),
              taken: moment(province.taken),
            })
          : say('noFile')}{' '}
        {province?.expired && say('expired')}
      </p>
      <ul class="plain">
        {province?.killedPacks.map((each) => (
          <li key={each.id}>{say('killedPack', { ...each })}</li>
        ))}
        {province?.killedFeatures.map((each) => (
          <li key={each.id}>{say('killedFeature', { ...each })}</li>
        ))}
      </ul>
      {key && (
        <p>
          {say('key', { fingerprint: key.fingerprint })}.{' '}
          {key.since ? say('byFirst', { since: moment(key.since) }) : say('byPolicy')}
        </p>
      )}
      {trouble && (
        <p class="note">{say('refused', { at: moment(trouble.at), why: refusalSentence(trouble.refusal) })}</p>
      )}
      <p class="choices">
        <button type="button" aria-disabled={busy} onClick={() => void run({ type: 'panel.pack-ask' })}>
          {say('ask')}
        </button>
        {key?.by === 'first' && (
          <ConfirmButton
            label={say('unpin')}
            warning={say('unpinWarning')}
            busy={busy}
            onConfirm={() => void run({ type: 'panel.pack-unpin' })}
          />
        )}
      </p>
      <FileField
        label={say('import')}
        accept=".jws"
        mostBytes={MOST_SIGNED}
        onText={(file) => run({ type: 'panel.pack-file', file })}
      />
    </>
  );
}

/** How each site is read and how well, what was taught, and what the province signed. */
export function PacksSection({ state, doing }: SectionProps) {
  const { packs } = usePacks();
  if (!packs) return null;
  const sites = state.sites.filter((site) => packs.health[site] || packs.taught[site]);
  return (
    <Section id="cach-doc" title={say('title')}>
      {sites.length === 0 && <p>{say('none')}</p>}
      <ul class="plain">
        {sites.map((site) => {
          const { [site]: health } = packs.health;
          const { [site]: taught } = packs.taught;
          const signed = packs.province?.packs.find(({ origins }) => origins.includes(site));
          return (
            <li key={site}>
              {health && <span aria-hidden="true">{SHAPES[lightOf(health)]} </span>}
              {site}. {health && healthSentence(health)} {signed && say('ofProvince', { ...signed, origins: '' })}{' '}
              {taught && say('taught', { n: taught.lists.reduce((sum, { columns }) => sum + columns.length, 0) })}{' '}
              {taught && (
                <ConfirmButton
                  label={say('forgetSite', { site })}
                  warning={say('forgetWarning', { site })}
                  busy={doing.busy}
                  onConfirm={() => void doing.run({ type: 'panel.pack-forget', origin: site })}
                />
              )}
            </li>
          );
        })}
      </ul>
      <Province packs={packs} {...doing} />
    </Section>
  );
}
