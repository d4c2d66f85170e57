import type { Acts } from './acts.ts';
import type { Dossier } from './dossier.ts';
import { formatMoment } from './format.ts';
import { type Citation, type IsoDate, inForce, type LocalTime } from './law.ts';
import { CLOCK_STARTS } from './workflow.ts';

/** From when the time limit of a dossier runs. */
export interface ClockStart {
  /** `null` = not known, or the competent agency has not received the dossier yet. */
  readonly at: LocalTime | null;
  readonly cite: Citation;
  readonly because: string;
}

/**
 * Receipt of the complete dossier; for one filed away from the competent agency, since 05/8/2026, the moment that agency receives it
 * (NĐ 309/2026 Đ17). A dossier with no record of another agency counts as filed with the competent one.
 * @param on day of filing, which picks the decree.
 * @throws NotInForce before 21/6/2018.
 */
export function clockStart(dossier: Dossier, acts: Acts, on: IsoDate): ClockStart {
  const { value, cite } = inForce('Quy định về thời điểm bắt đầu tính thời hạn', CLOCK_STARTS, on);
  const elsewhere = acts.competentReceived;
  if (value === 'competentAgency' && elsewhere === null)
    return { at: null, cite, because: 'Cơ quan có thẩm quyền chưa nhận được hồ sơ nên thời hạn chưa chạy.' };
  if (value === 'competentAgency' && elsewhere)
    return {
      at: elsewhere,
      cite,
      because: `Tính từ khi cơ quan có thẩm quyền nhận hồ sơ, ${formatMoment(elsewhere)}.`,
    };
  const { received } = dossier;
  if (!received) return { at: null, cite, because: 'Dữ liệu không có ngày tiếp nhận.' };
  return { at: received, cite, because: `Tính từ khi tiếp nhận hồ sơ, ${formatMoment(received)}.` };
}

/**
 * The same dossier with `received` set to the start of its clock: give it to `dueAt` and the legal limit is counted from there. The
 * promised date stays as printed.
 * @throws NotInForce before 21/6/2018.
 */
export function onClock(dossier: Dossier, acts: Acts, on: IsoDate): Dossier {
  return { ...dossier, received: clockStart(dossier, acts, on).at };
}
