import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { calendarWarnings } from '#rules/calendar/calendar-warnings.ts';
import type { Choices } from '#rules/choices.ts';
import { formatCount, formatDate, formatList } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import { lastDay } from '#rules/period.ts';
import type { PeriodCheck } from '#wire/results.ts';
import { movedAdviceOrNull } from '../figures/moved-advice.ts';
import { recordAdvice } from '../figures/record-advice.ts';
import type { Services } from '../services.ts';
import { acknowledgementsOf, itemOf } from '../store/acknowledgements.ts';
import { oneOrNull } from '../store/db.ts';
import { areDossiersGone } from '../store/gone-dossiers.ts';
import { keyFits } from '../store/key-lost.ts';
import { periodsOf, type StoredPeriod } from '../store/periods.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { declaredUnits } from '../store/unit-facts.ts';
import { unitsIn } from '../store/unit-spans.ts';
import { neighbourFaults } from './neighbour-faults.ts';
import { type UnitCounts, undatedCount, unitCounts } from './period-counts.ts';

/** What a dossier lacks that belongs to no period, by how dossiers belong to one. */
const UNDATED: Readonly<Record<Choices['period.membership'], string>> = {
  ended: 'đã kết thúc nhưng không có ngày có kết quả hoặc ngày trả',
  received: 'không có ngày tiếp nhận',
  returned: 'đã kết thúc nhưng không có ngày trả',
};

/** Units named in one sentence; the rest as a number. */
function named(units: readonly { name: string }[]): string {
  const shown = units.slice(0, 5).map((u) => u.name);
  const more = units.length - shown.length;
  return formatList(more > 0 ? [...shown, `${formatCount(more)} đơn vị khác`] : shown);
}

/** What stands between `today` and closing `period`: what blocks it and what should be looked at first. */
export async function checkPeriod(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  tenant: string,
  period: StoredPeriod,
  today: IsoDate,
): Promise<PeriodCheck> {
  const { period: id, from, to } = period;
  const blocking: PeriodCheck['blocking'] = [];
  const advisory: PeriodCheck['advisory'] = [];
  const kept = new Map((await acknowledgementsOf(db, tenant, id)).map(({ item, reason }) => [item, reason]));
  const advise = (code: string, n: number, message: string) =>
    n > 0 && advisory.push({ code, message, kept: kept.get(itemOf(code, message)) ?? null });

  if (period.state !== 'open') blocking.push({ code: 'period.state', message: 'Kỳ này đã chốt.' });
  // Answers still arrive on the last day, and what is promised for that day is late only after it.
  if (today < to)
    blocking.push({
      code: 'period.running',
      message: `Kỳ chưa kết thúc (đến hết ngày ${formatDate(lastDay({ id, kind: period.kind, from, to }))}). Chốt sau khi hết kỳ.`,
    });

  // Closed without it, no answer would be joined to its dossier, and the seal would make that final.
  if (!(await keyFits(db, keys, tenant, id)))
    blocking.push({
      code: 'key.lost',
      message:
        'Máy chủ mất khóa kỳ nên không nối được phiếu với hồ sơ. Quản trị máy chủ khôi phục thư mục khóa (KEY_DIR).',
    });

  if (await areDossiersGone(db, tenant, from))
    blocking.push({
      code: 'dossier.expired',
      message: 'Hồ sơ của kỳ này đã hết thời hạn lưu và đã xóa một phần, nên kết quả sẽ thiếu. Kỳ này không chốt được.',
    });

  const units = (await unitsIn(db, tenant, period)).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  if (units.length === 0)
    blocking.push({ code: 'units.none', message: 'Chưa có đơn vị nào trong kỳ. Thêm đơn vị trước khi chốt.' });
  const membership = settledChoices(period.choices)['period.membership'];
  const counts = await unitCounts(db, tenant, period, membership);
  const declared = await declaredUnits(db, tenant, id);
  const scored = new Set(counts.filter((c) => c.selfScored > 0).map((c) => c.unit));
  const sum = (key: Exclude<keyof UnitCounts, 'unit'>) => counts.reduce((n, c) => n + c[key], 0);

  const moved = await movedAdviceOrNull(db, tenant, period);
  if (moved) advise(moved.code, 1, moved.message);
  const silent = units.filter((u) => !declared.has(u.unit) && !scored.has(u.unit));
  advise(
    'unit.notEvaluated',
    silent.length,
    `${formatCount(silent.length)}/${formatCount(units.length)} đơn vị không tự chấm và không khai số liệu: ${named(silent)}.`,
  );
  const undeclared = units.filter((u) => !declared.has(u.unit) && scored.has(u.unit));
  advise(
    'unit.factsMissing',
    undeclared.length,
    `${formatCount(undeclared.length)} đơn vị chưa khai số liệu chỉ số 5, 6, 8, 9, sẽ ghi «chưa đủ chỉ số»: ${named(undeclared)}.`,
  );
  const [unpromised, outside, undated] = [
    sum('unpromised'),
    sum('outside'),
    await undatedCount(db, tenant, period, membership),
  ];
  advise(
    'dossier.unpromised',
    unpromised,
    `${formatCount(unpromised)} hồ sơ không có ngày hẹn trả nên không tính được thời hạn.`,
  );
  advise(
    'dossier.outsideCalendar',
    outside,
    `${formatCount(outside)} hồ sơ có ngày ngoài lịch ngày nghỉ, có thể ghi «chưa đủ dữ liệu». Kiểm tra lại ngày trong hồ sơ.`,
  );
  advise('dossier.undated', undated, `${formatCount(undated)} hồ sơ ${UNDATED[membership]} nên không tính vào kỳ nào.`);

  for (const message of calendarWarnings(NATIONAL_CALENDAR, today)) advise('calendar.incomplete', 1, message);
  for (const { code, message } of neighbourFaults(period, await periodsOf(db, tenant))) advise(code, 1, message);
  for (const { code, message } of await recordAdvice(db, tenant, period)) advise(code, 1, message);

  const responses = await oneOrNull<{ n: number }>(
    db,
    'select count(*) as n from responses where tenant = ? and period = ?',
    [tenant, id],
  );
  return {
    blocking,
    advisory,
    counts: {
      units: units.length,
      dossiers: sum('dossiers'),
      responses: responses?.n ?? 0,
      selfScores: sum('selfScored'),
    },
  };
}
