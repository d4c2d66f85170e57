import { caveatsOn } from '#rules/caveats-on.ts';
import { figureOf } from '#rules/figure-id.ts';
import { formatHundredths, MISSING } from '#rules/format.ts';
import { NotInForce } from '#rules/law.ts';
import { lastDay } from '#rules/period.ts';
import type { Figure } from '#rules/print-figure.ts';
import type { Counts766 } from '#rules/qd766/finding.ts';
import { scoreQd766 } from '#rules/qd766/score.ts';
import type { Tally766 } from '#rules/qd766/total.ts';
import { realtimeRuleset } from '#rules/rulesets/index.ts';
import type { GroupsRuleset } from '#rules/rulesets/ruleset.ts';
import type { Finding766View, Qd766View } from '#wire/qd766.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { portalCounts } from '../store/portal-counts.ts';
import type { StoredUnit } from '../store/units.ts';
import { citeView } from './cite-view.ts';
import { periodView } from './period-view.ts';
import { type Counted766, counted766 } from './qd766-counted.ts';

function pointsFigure(id: string, { points, of, max, missing, unknownCeiling }: Tally766): Figure {
  if (points === null)
    return figureOf(id, 'hundredths', null, {
      of: max,
      because: `Chưa có số liệu; tối đa ${formatHundredths(max)} điểm.`,
    });
  const partial = missing.length + unknownCeiling.length > 0 || of < max;
  return figureOf(id, 'hundredths', points, {
    of,
    because: partial ? `Một phần, trên ${formatHundredths(of)} của ${formatHundredths(max)} điểm.` : null,
  });
}

/** Ids that are no number of the article are for programs: people read the name. */
function titleOf({ index, name }: { readonly index: string; readonly name: string }): string {
  return /^\d+(\.\d+[a-z]?)*$/.test(index) ? `${index}. ${name}` : name;
}

/** @throws Refusal 422 `ruleset.outside` for a period from before the system was official. */
function rulesetOf(on: string): { ruleset: GroupsRuleset; cite: string } {
  try {
    const { ruleset, cite } = realtimeRuleset(on);
    return { ruleset: ruleset as GroupsRuleset, cite: citeView(cite) };
  } catch (error) {
    if (!(error instanceof NotInForce)) throw error;
    throw new Refusal(422, 'ruleset.outside', `${error.message} Chọn kỳ sau đó.`);
  }
}

/** @throws Refusal 422 `body.invalid` naming the count that contradicts itself or belongs to no index; `ruleset.outside`. */
export function requireCounts(period: StoredPeriod, level: StoredUnit['level'], counts: Counts766): void {
  const { period: id, kind, from, to } = period;
  const on = lastDay({ id, kind, from, to });
  const { ruleset } = rulesetOf(on);
  try {
    scoreQd766(ruleset, { counts, level }, on);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(422, 'body.invalid', error.message, { issues: [{ path: 'counts', message: error.message }] });
  }
}

/**
 * QĐ 766/QĐ-TTg over a period: what is counted here (2.1 from dossiers, 5.2 from petitions), the rest as entered.
 * @param unit `null` = the whole province.
 * @throws Refusal 422 `ruleset.outside`.
 */
export async function qd766View(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  unit: StoredUnit | null,
  at: Date,
): Promise<Qd766View> {
  const { period: id, kind, from, to } = period;
  const on = lastDay({ id, kind, from, to });
  const { ruleset, cite } = rulesetOf(on);
  const entered = new Map((await portalCounts(db, tenant, id, unit?.unit ?? '')).map((count) => [count.id, count]));
  const counted = new Map<string, Counted766>(
    (await counted766(db, tenant, period, unit?.unit ?? null)).map((each) => [each.index, each]),
  );
  const counts: Counts766 = {};
  for (const { id: index, numerator, denominator } of entered.values())
    if (numerator !== null && denominator !== null) counts[index] = { numerator, denominator };
  for (const { index, count } of counted.values()) if (count) counts[index] = count;
  const score = scoreQd766(ruleset, { counts, level: unit?.level ?? 'province' }, on);
  const scope = unit?.unit ?? 'all';
  const missing = [...score.total.missing, ...score.total.unknownCeiling];
  return {
    period: periodView(period, at),
    unit: unit && { unit: unit.unit, name: unit.name },
    ruleset: {
      title: ruleset.title,
      cite,
      caveats: caveatsOn(ruleset, on).map((caveat) => `${caveat.text} ${citeView(caveat.cite)}`),
    },
    levelCite: citeView(score.levelCite),
    findings: score.findings.map((finding): Finding766View => {
      const own = entered.get(finding.index);
      const here = counted.get(finding.index);
      const given = own && own.numerator !== null && own.denominator !== null ? own : null;
      return {
        ...{ index: finding.index, group: finding.group, title: titleOf(finding), because: finding.because },
        points: figureOf(`qd766/${scope}/${finding.index}`, 'hundredths', finding.points, {
          of: finding.max,
          because: finding.points === null ? finding.because : null,
        }),
        cite: citeView(finding.cite),
        evidence: finding.evidence.map(({ label, value }) => ({ label, value })),
        from: here?.count ? here.from : given ? 'entered' : null,
        entered: given && {
          ...{ numerator: given.numerator ?? 0, denominator: given.denominator ?? 0 },
          ...{ source: given.source, actor: given.actor, at: given.at },
        },
        note: here?.note ?? null,
        disagreement: (finding.disagreement ?? []).map(({ says, points, max, cite: other }) => ({
          says,
          points:
            points === null ? MISSING : `${formatHundredths(points)}${max === null ? '' : `/${formatHundredths(max)}`}`,
          cite: citeView(other),
        })),
      };
    }),
    groups: score.groups.map((group) => ({
      ...{ id: group.id, within: group.within, name: group.name },
      points: pointsFigure(`qd766/${scope}/group/${group.id}`, group),
    })),
    total: pointsFigure(`qd766/${scope}/total`, score.total),
    partial: missing.length > 0,
    missing,
    grade: {
      label: score.grade.label,
      because: score.grade.because,
      cite: score.grade.cite && citeView(score.grade.cite),
    },
  };
}
