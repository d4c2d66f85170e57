import { addDays } from '../calendar/date.ts';
import type { Choices } from '../choices.ts';
import { formatDate } from '../format.ts';
import { type IsoDate, NotInForce } from '../law.ts';
import { lastDay, type Period } from '../period.ts';
import { BINH_THUAN_1063 } from './binh-thuan-1063.ts';
import { ND118_EV } from './nd118-ev.ts';
import { ownForce } from './own-force.ts';
import { QD766_2022 } from './qd766-2022.ts';
import { QD766_2026 } from './qd766-2026.ts';
import type { JudgingRuleset, PointsRuleset, Ruleset, RulesetId, RulesetInForce, TenantDecision } from './ruleset.ts';
import { TAY_NINH_800 } from './tay-ninh-800.ts';
import { TT01_2018 } from './tt01-2018.ts';

export const RULESETS: readonly Ruleset[] = [
  TT01_2018,
  BINH_THUAN_1063,
  TAY_NINH_800,
  ND118_EV,
  QD766_2022,
  QD766_2026,
];

const OF_OFFICES = 'Bộ quy tắc đánh giá việc giải quyết thủ tục hành chính';

/** Those a province's decision can name. */
export const POINTS_RULESETS: readonly PointsRuleset[] = RULESETS.filter((ruleset) => ruleset.method === 'points');

/** The ruleset called `id`. */
export function rulesetById<R extends Ruleset = Ruleset>(id: R['id']): R {
  const found = RULESETS.find((ruleset) => ruleset.id === id);
  if (!found) throw new RangeError(`Không có bộ quy tắc «${id}».`);
  return found as R;
}

function decided(day: IsoDate, decision: TenantDecision | null): RulesetInForce<PointsRuleset> | null {
  if (!decision || day < decision.from || (decision.to !== null && day >= decision.to)) return null;
  const ruleset = rulesetById<PointsRuleset>(decision.ruleset);
  if (day < ruleset.from) return null;
  return {
    ruleset,
    cite: { act: decision.act, certainty: 'secondary', note: 'Quyết định của địa phương áp dụng bộ quy tắc này.' },
    label: `${ruleset.title}, áp dụng theo ${decision.act}`,
  };
}

/** Rulesets of one family that hold by themselves on `day`; never more than one, which a test keeps. */
function national(day: IsoDate, family: Ruleset['family']): RulesetInForce | null {
  for (const ruleset of RULESETS) {
    if (ruleset.family !== family) continue;
    const row = ownForce(ruleset, day);
    if (row?.value) return { ruleset, cite: row.cite, label: ruleset.title };
  }
  return null;
}

/**
 * The ruleset offices are judged by on `day`: the one a named decision of the province keeps, else the national one.
 * @throws NotInForce when nothing holds on that day: never the nearest ruleset, never a default.
 */
export function rulesetInForce(day: IsoDate, decision: TenantDecision | null): RulesetInForce {
  const found = decided(day, decision) ?? national(day, 'office');
  if (found) return found;
  throw new NotInForce(OF_OFFICES, day);
}

/**
 * The version of QĐ 766/QĐ-TTg on `day`, computed beside the evaluation of offices.
 * @throws NotInForce before the system was official.
 */
export function realtimeRuleset(day: IsoDate): RulesetInForce {
  const found = national(day, 'realtime');
  if (found) return found;
  throw new NotInForce('Bộ chỉ số theo QĐ 766/QĐ-TTg', day);
}

/** Several rulesets hold one after the other within a period, and nobody has said which one judges it. */
export class StraddlesRulesets extends Error {
  override readonly name = 'StraddlesRulesets';
  /** In turn; one that comes back stands there twice. */
  readonly rulesets: readonly RulesetId[];
  constructor(inTurn: readonly RulesetInForce[], period: Period) {
    const labels = inTurn.map(({ label }) => `«${label}»`).join(' rồi ');
    super(
      `Kỳ từ ${formatDate(period.from)} đến ${formatDate(lastDay(period))} có nhiều bộ quy tắc lần lượt hiệu lực: ${labels}. Chọn một ở mục «Kỳ có nhiều bộ quy tắc lần lượt hiệu lực».`,
    );
    this.rulesets = inTurn.map(({ ruleset }) => ruleset.id);
  }
}

/** Days within the period, its first among them, on which another ruleset may begin to hold. */
function changeDays(period: Period, decision: TenantDecision | null): IsoDate[] {
  const changes = [
    ...RULESETS.flatMap(({ inForce, from }) => [from, ...inForce.map((row) => row.from)]),
    ...(decision ? [decision.from] : []),
    ...(decision?.to ? [decision.to] : []),
  ].filter((day) => period.from < day && day < period.to);
  return [...new Set([period.from, ...changes])].sort();
}

/** What holds within the period, in turn, each with the last day of its stay; days without any are passed over. */
function heldIn(period: Period, decision: TenantDecision | null): JudgingRuleset[] {
  const days = changeDays(period, decision);
  const held: JudgingRuleset[] = [];
  for (const [i, day] of days.entries()) {
    const found = decided(day, decision) ?? national(day, 'office');
    if (!found) continue;
    const stay = { ...found, on: addDays(days[i + 1] ?? period.to, -1) };
    if (held.at(-1)?.ruleset.id === found.ruleset.id) held[held.length - 1] = stay;
    else held.push(stay);
  }
  return held;
}

/**
 * The ruleset that judges a whole period (choice `ruleset.straddle`), and the last day of the period on which it held. A period that
 * begins before any ruleset held is judged by those that came. One that begins and ends within the period is asked about too.
 * @throws NotInForce when nothing holds on the last day. @throws StraddlesRulesets when several hold in turn and none was chosen.
 */
export function rulesetOf(period: Period, decision: TenantDecision | null, choices: Choices): JudgingRuleset {
  const held = heldIn(period, decision);
  const last = held.at(-1);
  if (!last) throw new NotInForce(OF_OFFICES, lastDay(period));
  if (held.length === 1) return last;
  if (choices['ruleset.straddle'] === 'ask') throw new StraddlesRulesets(held, period);
  const chosen = choices['ruleset.straddle'] === 'firstDay' ? held[0] : last;
  return held.findLast(({ ruleset }) => ruleset.id === chosen?.ruleset.id) ?? last;
}

/** `choices` with those the ruleset's own decision settles put first. */
export function choicesUnder(ruleset: Ruleset, choices: Choices): Choices {
  return ruleset.method === 'points' ? { ...choices, ...ruleset.settles } : choices;
}
