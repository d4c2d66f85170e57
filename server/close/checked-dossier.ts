import { dateOf, minuteOf } from '#rules/calendar/date.ts';
import { sessionsOn } from '#rules/calendar/working-time.ts';
import type { CheckedDossier } from '#rules/checks/sums/checked-dossier.ts';
import { compareTimes } from '#rules/compare-times.ts';
import { codeDayDiffers } from '#rules/date-checks/of-code.ts';
import { known } from '#rules/known.ts';
import { inForce, type LocalTime } from '#rules/law.ts';
import { STEPS } from '#rules/rulesets/tt01-2018.ts';
import { standing } from '#rules/standing.ts';
import type { CloseContext } from './context.ts';
import type { SunkDossier } from './count-sinks.ts';

type Context = Pick<CloseContext, 'period' | 'office' | 'choices' | 'on'>;

/** As a source writes that knows days only: the minute a session opens or closes, or none. */
function isOnEdge(at: LocalTime, office: CloseContext['office']): boolean {
  const minute = minuteOf(at);
  return minute === 0 || sessionsOn(dateOf(at), office).some(({ from, to }) => minute === from || minute === to);
}

/** Past the date first promised, as pauses moved it: a date set anew plays no part in it. */
function isOverdue({ record, judged }: SunkDossier['scored'], { period, office, choices }: Context): boolean {
  if (choices.compareWith === 'promised') return judged.standing.status === 'overdue';
  const promised = { ...choices, compareWith: 'promised' } as const;
  return standing(record.dossier, `${period.to}T00:00`, office, promised).status === 'overdue';
}

/** Set anew after it had passed: the old date was still read then. Where it was last read before, it may have been set in time. */
function movedOf(changes: SunkDossier['changes'], { office, choices }: Context): CheckedDossier['moved'] {
  const passed = (at: LocalTime, date: LocalTime) => compareTimes(at, date, choices.granularity, office) === 'overdue';
  const late = changes.filter(({ at, from, to }) => from !== to && passed(at, from));
  if (late.some(({ seenBefore, from }) => seenBefore !== undefined && passed(seenBefore, from))) return 'afterExpiry';
  return late.length > 0 ? 'unclear' : null;
}

function selfOf({ computed, self, score }: SunkDossier, on: CloseContext['on']): CheckedDossier['self'] {
  if (!score) return null;
  const max = inForce('Điểm của các chỉ số', STEPS, on).value.best;
  const shown: Readonly<Record<string, number | undefined>> = computed;
  const values = Object.entries(self).map(([id, points]) => [id, { shown: shown[id] ?? null, points, max }]);
  const { officer, scoredAt, looked } = score;
  return { officer, values: Object.fromEntries(values), confirmed: Date.parse(scoredAt), looked };
}

/**
 * A dossier as the checks take it; `null` = no part of it counts in the period. Its result, its self-score and its code count where it
 * belongs, so in one period only; that its date was set anew also where it was overdue and had no result yet.
 */
export function checkedDossier(unit: string, sunk: SunkDossier, ctx: Context): CheckedDossier | null {
  const { scored, owners, changes } = sunk;
  const { record, counted } = scored;
  if (!counted.timeliness && !counted.rest) return null;
  const { dossier } = record;
  const ready = counted.rest ? dossier.ready : null;
  return {
    ...{ unit, code: dossier.code, officer: owners[1] ?? null },
    self: counted.rest ? selfOf(sunk, ctx.on) : null,
    ready,
    readyOnEdge: ready !== null && (known(() => isOnEdge(ready, ctx.office)) ?? false),
    overdue: isOverdue(scored, ctx),
    moved: changes.length > 0 ? known(() => movedOf(changes, ctx)) : null,
    codeDayDiffers: counted.rest ? codeDayDiffers(dossier) : null,
  };
}
