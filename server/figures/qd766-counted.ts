import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { addDays } from '#rules/calendar/date.ts';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';
import type { Count766 } from '#rules/qd766/finding.ts';
import { countPetitions, petitionOnTime766 } from '#rules/qd766/petition.ts';
import type { Db } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { petitionDays } from '../store/petitions.ts';
import { onTimeOf } from '../store/snapshot-slices.ts';

/** What is counted here of one index, or why it is not. */
export interface Counted766 {
  readonly index: '2.1' | '5.2' | '5.4';
  readonly from: 'dossiers' | 'petitions';
  readonly count: Count766 | null;
  readonly note: string | null;
}

const DISLIKES = 'Chưa đếm được từ hồ sơ: không biết hồ sơ nào bị đánh dấu không hài lòng trên Cổng. Nhập số của Cổng.';

async function onTime(db: Db, tenant: string, period: StoredPeriod, unit: string | null): Promise<Counted766> {
  const of = (count: Count766 | null, note: string | null): Counted766 => ({
    index: '2.1',
    from: 'dossiers',
    count,
    note,
  });
  if (!period.snapshot) return of(null, 'Đếm từ hồ sơ khi chốt kỳ.');
  const rows = (await onTimeOf(db, tenant, period.snapshot)).filter((row) => unit === null || row.unit === unit);
  const sum = (part: 'onTime' | 'late' | 'unknown') => rows.reduce((all, row) => all + row[part], 0);
  if (rows.length === 0)
    return of(null, 'Bản chốt này không đếm chỉ số 2.1. Tính lại kỳ để có, hoặc nhập số của Cổng.');
  const known = sum('onTime') + sum('late');
  const unknown = sum('unknown') > 0 ? `Không kể ${sum('unknown')} hồ sơ không đủ dữ liệu.` : null;
  return of(known === 0 && sum('unknown') > 0 ? null : { numerator: sum('onTime'), denominator: known }, unknown);
}

async function petitions(db: Db, tenant: string, period: StoredPeriod, unit: string | null): Promise<Counted766> {
  const rows = await petitionDays(db, tenant, period, unit);
  const office = { calendar: NATIONAL_CALENDAR, hours: JSON.parse(period.hours) as OfficeHours };
  const now = `${addDays(period.to, -1)}T23:59`;
  const told = rows.map(({ received, answered }) =>
    // An answer after the period was still awaited at its end.
    petitionOnTime766(
      {
        received: `${received}T00:00`,
        answered: answered !== null && answered < period.to ? `${answered}T00:00` : null,
      },
      now,
      office,
    ),
  );
  const { count, unknown } = countPetitions(told);
  // None on record may only mean that nobody records them here.
  if (rows.length === 0)
    return {
      index: '5.2',
      from: 'petitions',
      count: null,
      note: 'Sổ phản ánh, kiến nghị ở đây chưa ghi việc nào trong kỳ.',
    };
  return {
    ...{ index: '5.2', from: 'petitions', count },
    note: unknown > 0 ? `Không kể ${unknown} việc không đủ dữ liệu.` : null,
  };
}

/** The indices of QĐ 766/QĐ-TTg that stand in the books kept here. @param unit `null` = the whole province. */
export async function counted766(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  unit: string | null,
): Promise<Counted766[]> {
  return [
    await onTime(db, tenant, period, unit),
    await petitions(db, tenant, period, unit),
    { index: '5.4', from: 'dossiers', count: null, note: DISLIKES },
  ];
}
