import { browser } from 'wxt/browser';
import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { localNow } from '../clock.ts';
import { agreedVersion, CONSENT_VERSION } from '../consent-text.ts';
import { language, texts } from '../language.ts';
import type { Database } from './database.ts';
import { packLines } from './diagnose-packs.ts';
import { currentPreferences, readPolicy } from './preferences.ts';
import { unsentCount } from './queue.ts';
import { settings } from './settings.ts';
import { enabledSites, lostSites } from './sites.ts';

const say = texts(
  {
    at: 'Lúc',
    version: 'Phiên bản',
    browser: 'Trình duyệt',
    server: 'Máy chủ',
    enrolled: 'Đăng ký',
    none: 'chưa',
    revoked: 'đã bị hủy',
    yes: 'có',
    no: 'không',
    consent: 'Đồng ý gửi',
    permissions: 'Quyền đang có',
    site: 'Trang',
    allowed: 'được đọc',
    lost: 'chưa được phép',
    off: 'Tính năng đang tắt',
    reading: 'Lần đọc gần nhất',
    rows: '{read}/{total} dòng; thiếu mã {noCode}, thiếu ngày hẹn {noDate}, trùng mã {duplicates}',
    stored: 'Đang lưu',
    counts: '{dossiers} hồ sơ, {scores} phiếu tự chấm, {unsent} việc chưa gửi',
    trouble: 'Lần gửi gần nhất',
    well: 'không vướng gì',
    calendar: 'Lịch nghỉ',
    alarms: 'Hẹn giờ',
    policy: 'Tỉnh thiết lập',
    fault: 'Mục không dùng được',
    language: 'Ngôn ngữ',
  },
  {
    at: 'At',
    version: 'Version',
    browser: 'Browser',
    server: 'Server',
    enrolled: 'Enrolled',
    none: 'not yet',
    revoked: 'revoked',
    yes: 'yes',
    no: 'no',
    consent: 'Consent to send',
    permissions: 'Permissions held',
    site: 'Site',
    allowed: 'may be read',
    lost: 'not allowed',
    off: 'Features off',
    reading: 'Last reading',
    rows: '{read}/{total} rows; no code {noCode}, no promised date {noDate}, same code {duplicates}',
    stored: 'Stored',
    counts: '{dossiers} dossiers, {scores} self-scores, {unsent} items not sent',
    trouble: 'Last sending',
    well: 'no trouble',
    calendar: 'Holidays',
    alarms: 'Alarms',
    policy: 'Set by the province',
    fault: 'Setting that cannot be used',
    language: 'Language',
  },
);

/** Lines for whoever helps the officer: counts, switches and versions. No dossier code, no officer, no person, no key. */
export async function diagnose(db: Database): Promise<readonly string[]> {
  const { features } = await currentPreferences();
  const { configuration, faults } = await readPolicy();
  const [lost, count, granted] = await Promise.all([
    lostSites(),
    settings.session('count'),
    browser.permissions.getAll(),
  ]);
  const device = await settings.kept('device');
  const agreed = agreedVersion(await settings.kept('consent'));
  const line = (label: Parameters<typeof say>[0], value: string): string => `${say(label)}: ${value}`;
  const alarms = (await browser.alarms.getAll()).map(
    ({ name, scheduledTime }) => `${name} ${localNow(new Date(scheduledTime))}`,
  );
  const off = Object.keys(features).filter((id) => features[id] === false);
  return [
    line('at', localNow()),
    line('version', browser.runtime.getManifest().version),
    line('browser', navigator.userAgent),
    line('language', language()),
    line('server', (await settings.kept('server')) ?? say('none')),
    line('enrolled', (await settings.kept('revoked')) ? say('revoked') : device ? say('yes') : say('none')),
    line('consent', agreed > 0 ? `${say('yes')} (${agreed}/${CONSENT_VERSION})` : say('none')),
    line('permissions', [...(granted.permissions ?? []), ...(granted.origins ?? [])].join(', ')),
    ...(await enabledSites()).map((site) =>
      line('site', `${site} ${lost.includes(site) ? say('lost') : say('allowed')}`),
    ),
    line('off', off.join(', ') || say('no')),
    line('reading', count ? `${count.at} ${say('rows', { ...count })}` : say('none')),
    line(
      'stored',
      say('counts', {
        dossiers: await db.count('dossiers'),
        scores: await db.count('scores'),
        unsent: await unsentCount(db, Date.now()),
      }),
    ),
    line('trouble', (await settings.session('trouble')) ?? say('well')),
    line('calendar', CALENDAR_VERSION),
    line('alarms', alarms.join(', ') || say('none')),
    ...(await packLines()),
    line('policy', Object.keys(configuration).join(', ') || say('no')),
    ...faults.map(({ field, sentence }) => line('fault', `${field}: ${sentence}`)),
  ];
}
