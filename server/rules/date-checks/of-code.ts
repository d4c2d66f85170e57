import { dateOf } from '../calendar/date.ts';
import type { Dossier } from '../dossier.ts';
import { formatDate, formatDateTime } from '../format.ts';
import type { IsoDate, LocalTime } from '../law.ts';
import { type DossierCode, parseDossierCode } from './dossier-code.ts';
import type { DateCheck, DateFinding } from './finding.ts';

function explanation(day: IsoDate, received: IsoDate, submitted: LocalTime | null, online: boolean): string {
  if (submitted && dateOf(submitted) === day) return 'Mã được cấp vào ngày hệ thống nhận hồ sơ trực tuyến.';
  if (online && day < received) return 'Có thể mã được cấp khi người dân nộp trực tuyến, trước khi tiếp nhận.';
  return 'Có thể mã được cấp khi nhập vào phần mềm, không phải khi tiếp nhận.';
}

/**
 * Whether the day written in the code is another than that of receipt; `null` = one of them is not known, or it was filed online and
 * the code may be of the moment it was filed.
 */
export function codeDayDiffers({ code, received, channel }: Dossier): boolean | null {
  const day = parseDossierCode(code)?.day;
  if (!day || !received) return null;
  const on = dateOf(received);
  if (channel === 'online' && day < on) return null;
  return day !== on;
}

/** The day written in the dossier code is the day of receipt. A code of another shape is not judged. */
export const codeDay: DateCheck = ({ dossier, acts }) => {
  const code: DossierCode | null = parseDossierCode(dossier.code);
  if (!code) return [];
  const { received } = dossier;
  const finding = (because: string): DateFinding => ({
    kind: 'integrity',
    check: 'codeDay',
    cite: code.cite,
    because,
    evidence: [
      { label: 'Mã hồ sơ', value: dossier.code },
      ...(received ? [{ label: 'Tiếp nhận', value: formatDateTime(received) }] : []),
    ],
  });
  if (!code.day)
    return [finding(`Sáu chữ số «${code.digits}» trong mã hồ sơ không phải là một ngày. Có thể mã nhập sai.`)];
  if (!received || dateOf(received) === code.day) return [];
  const seen = `Mã hồ sơ ghi ngày ${formatDate(code.day)}, ngày tiếp nhận là ${formatDate(received)}.`;
  const why = explanation(code.day, dateOf(received), acts.submitted ?? null, dossier.channel === 'online');
  return [finding(`${seen} ${why}`)];
};
