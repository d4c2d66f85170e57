import { actsOnResults } from '#rules/acts-on-results.ts';
import { lastDay, periodLabel } from '#rules/period.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { Compared, ComparedQuery, ComparedRow } from '#wire/compared.ts';
import { resultsOf } from '../close/results-of.ts';
import { Refusal } from '../refusal.ts';
import { appraisedOf } from '../store/appraisals.ts';
import type { Db } from '../store/db.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { unitsOf } from '../store/units.ts';
import type { ClosedPeriod } from './closed-period.ts';
import { type ComparedSide, comparedRow } from './compared-row.ts';
import { indexRows } from './index-rows.ts';
import { rankedUnits } from './ranked-units.ts';
import { closedAt } from './report/province-source.ts';

interface Side {
  readonly period: StoredPeriod;
  readonly closed: ClosedPeriod;
}

/** @throws Refusal 404 `period.unknown` `snapshot.unknown`; 409 `period.open`; 410 `snapshot.emptied`. */
async function sideOf(db: Db, tenant: string, named: string): Promise<Side> {
  const [id = '', snapshot] = named.split('@');
  const period = await periodOrNull(db, tenant, id);
  if (!period) throw new Refusal(404, 'period.unknown', `Không có kỳ ${id}. Chọn kỳ trong danh sách.`);
  if (!period.snapshot)
    throw new Refusal(409, 'period.open', `Kỳ ${id} chưa chốt nên chưa có gì để so sánh. Chọn kỳ đã chốt.`);
  return { period, closed: await closedAt(db, tenant, period, snapshot) };
}

/**
 * The same sums judged by another ruleset: what the unit's grade would be, without a new count of any dossier.
 * @throws Refusal 409 `snapshot.sumless`; 422 `rescore.records` when the ruleset settles what decides points.
 */
async function under(db: Db, tenant: string, { period, closed }: Side, id: PointsRuleset['id']): Promise<Side> {
  const ruleset = rulesetById<PointsRuleset>(id);
  const choices = { ...closed.choices, ...ruleset.settles };
  if (closed.sums.size === 0)
    throw new Refusal(409, 'snapshot.sumless', 'Bản chốt này không giữ tổng nên không thử được bộ quy tắc khác.');
  if (!actsOnResults(closed.choices, choices))
    throw new Refusal(
      422,
      'rescore.records',
      `«${ruleset.title}» đổi cách chấm từng hồ sơ nên không thử từ tổng được.`,
    );
  const { period: own, kind, from, to } = period;
  const judging = { on: lastDay({ id: own, kind, from, to }), choices, ruleset };
  const sums = { units: [...closed.sums.values()], officers: [] };
  const { units: results } = resultsOf(judging, sums, await appraisedOf(db, tenant, own));
  return { period: { ...period, ruleset: id }, closed: { ...closed, choices, ruleset, results } };
}

function unitsIn({ closed }: Side): Map<string, ComparedSide> {
  const results = new Map(closed.results.map((result) => [result.unit, result]));
  return new Map(
    rankedUnits(closed).flatMap((unit) => {
      const result = results.get(unit.unit);
      const rows = result ? indexRows(result, closed.sums.get(unit.unit) ?? null, closed) : [];
      return result ? [[unit.unit, { unit, rows }] as const] : [];
    }),
  );
}

const viewOf = ({ period: { period: id, kind, from, to }, closed: { snapshot, ruleset } }: Side) => ({
  period: id,
  label: periodLabel({ id, kind, from, to }),
  snapshot: snapshot.snapshot,
  ruleset: ruleset.title,
});

function caveatsOf(kind: Compared['kind'], before: Side, after: Side): string[] {
  const said: string[] = [];
  if (kind === 'ruleset')
    said.push(
      'Thử từ tổng của bản chốt: không ghi lại gì. Hồ sơ không chấm lại, chỉ xếp loại và tổng điểm tính theo bộ quy tắc kia.',
    );
  if (kind !== 'ruleset' && before.closed.ruleset.id !== after.closed.ruleset.id)
    said.push(`Hai bên theo hai bộ quy tắc: «${before.closed.ruleset.title}» và «${after.closed.ruleset.title}».`);
  if (kind !== 'ruleset' && JSON.stringify(before.closed.choices) !== JSON.stringify(after.closed.choices))
    said.push('Hai bên có cách hiểu khác nhau ở một số chỗ, nên chênh lệch có thể do cách hiểu.');
  if (kind === 'periods' && before.period.kind !== after.period.kind)
    said.push('Một bên là quý, một bên là năm hoặc kỳ khác: số hồ sơ và thời gian không như nhau.');
  return said;
}

function bySize(rows: readonly ComparedRow[]): ComparedRow[] {
  const size = ({ total }: ComparedRow) => (total.change === null ? -1 : Math.abs(total.change));
  return [...rows].sort((a, b) => size(b) - size(a) || a.name.localeCompare(b.name, 'vi'));
}

/**
 * Two periods, two snapshots, two rulesets or two units side by side.
 * @param scope the unit of whoever asks, with those below it; `null` = the whole province.
 * @throws Refusal 422 `unit.unknown` for a unit that is not on both sides, or not within `scope`; those of the sides.
 */
export async function compared(db: Db, tenant: string, query: ComparedQuery, scope: string | null): Promise<Compared> {
  const after = await sideOf(db, tenant, query.after);
  const before =
    query.before === undefined || query.units || query.ruleset ? after : await sideOf(db, tenant, query.before);
  const tried = query.ruleset && !query.units ? await under(db, tenant, after, query.ruleset) : after;
  const one = before.period.period === after.period.period;
  const kind = query.units ? 'units' : query.ruleset ? 'ruleset' : one ? 'snapshots' : 'periods';
  const within = new Set((await unitsOf(db, tenant, scope)).map(({ unit }) => unit));
  const [from, to] = [unitsIn(before), unitsIn(tried)];
  const shown = [...to].filter(([unit]) => scope === null || within.has(unit));
  let rows: ComparedRow[];
  if (query.units) {
    const [a, b] = query.units.split(',').map((unit) => shown.find(([code]) => code === unit)?.[1]);
    if (!a || !b)
      throw new Refusal(422, 'unit.unknown', `Kỳ này không có kết quả của ${query.units} trong phạm vi xem được.`);
    rows = [comparedRow(a, b, false)];
  } else
    rows = shown.flatMap(([unit, side]) => {
      const other = from.get(unit);
      return other ? [comparedRow(other, side, one)] : [];
    });
  const count = (differs: (row: ComparedRow) => boolean) => rows.filter(differs).length;
  return {
    kind,
    before: viewOf(before),
    after: viewOf(tried),
    rows: bySize(rows),
    changed: {
      compared: rows.length,
      total: count(({ total }) => total.change !== null && total.change !== 0),
      grade: count(({ grade }) => grade.before !== grade.after),
      rank: count(({ rank }) => rank.before !== rank.after),
    },
    caveats: caveatsOf(kind, before, tried),
  };
}
