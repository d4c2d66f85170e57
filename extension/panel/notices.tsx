import { CONSENT_VERSION } from '../consent-text.ts';
import { texts } from '../language.ts';
import type { PanelState } from '../messages.ts';
import { LostSite } from './lost-site.tsx';
import { RefusedList } from './refused-list.tsx';
import { RevokedNote } from './revoked-note.tsx';
import { useDoing } from './use-doing.ts';

const say = texts(
  {
    unsent: 'Chưa gửi {n} việc.',
    send: 'Gửi ngay',
    sending: 'Đang gửi…',
    notEnrolled: 'Máy này chưa đăng ký.',
    noSite: 'Chưa bật trang một cửa nào.',
    noConsent: 'Chưa đồng ý gửi dữ liệu.',
    oldConsent: 'Dữ liệu gửi đi đã đổi; phần mới chưa được gửi.',
    goOn: 'Làm tiếp',
  },
  {
    unsent: '{n} items not sent.',
    send: 'Send now',
    sending: 'Sending…',
    notEnrolled: 'This browser is not enrolled.',
    noSite: 'No back office is enabled yet.',
    noConsent: 'Sending has not been agreed to yet.',
    oldConsent: 'What is sent has changed; what is new is not sent yet.',
    goOn: 'Go on',
  },
);

interface Props {
  readonly state: PanelState;
  readonly onFirstRun: () => void;
  /** Opens the self-score of a dossier. */
  readonly onScore: (code: string) => void;
}

/** What stands in the way of sending, each with the way out. */
export function Notices({ state, onFirstRun, onScore }: Props) {
  const { busy, run } = useDoing();
  const { revoked, unsent, device, consent, sites, trouble, lost } = state;
  return (
    <div class="notices" role="status">
      {revoked && <RevokedNote unsent={unsent} />}
      {lost.map((site) => (
        <LostSite key={site} site={site} />
      ))}
      {unsent > 0 && !revoked && (
        <p class="note">
          {say('unsent', { n: unsent })} {trouble}{' '}
          <button type="button" aria-disabled={busy} onClick={() => void run({ type: 'panel.send' })}>
            {say(busy ? 'sending' : 'send')}
          </button>
        </p>
      )}
      {unsent === 0 && trouble && <p class="note">{trouble}</p>}
      <RefusedList items={state.refused} onScore={onScore} />
      {(!device || consent < CONSENT_VERSION || sites.length === 0 || revoked) && (
        <p class="note">
          {!device || revoked
            ? say('notEnrolled')
            : sites.length === 0
              ? say('noSite')
              : say(consent > 0 ? 'oldConsent' : 'noConsent')}{' '}
          <button type="button" onClick={onFirstRun}>
            {say('goOn')}
          </button>
        </p>
      )}
    </div>
  );
}
