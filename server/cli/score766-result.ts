import { addDays } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { caveatsOn } from '#rules/caveats-on.ts';
import { formatHundredths } from '#rules/format.ts';
import { citationText } from '#rules/law.ts';
import type { Counts766 } from '#rules/qd766/finding.ts';
import { countOnTime, onTime766 } from '#rules/qd766/on-time.ts';
import { countPetitions, petitionOnTime766 } from '#rules/qd766/petition.ts';
import { satisfaction766 } from '#rules/qd766/satisfaction.ts';
import { scoreQd766 } from '#rules/qd766/score.ts';
import type { Tally766 } from '#rules/qd766/total.ts';
import { realtimeRuleset } from '#rules/rulesets/index.ts';
import type { IndexId } from '#rules/rulesets/qd766-index.ts';
import type { Score766Input } from '#wire/score766-input.ts';
import { withText } from './with-text.ts';

const withScore = <T extends Tally766>(row: T) => ({
  ...row,
  partial: row.missing.length + row.unknownCeiling.length > 0,
  text: `${formatHundredths(row.points)}/${formatHundredths(row.of)}`,
});

/** Indices counted from dossiers and petitions, each with what it was counted from. */
function counted({ lastDay, dossiers, petitions }: Score766Input) {
  const periodEnd = `${addDays(lastDay, 1)}T00:00`;
  const onTime = dossiers?.map((row) => ({
    code: row.dossier.code,
    petitionOrDislike: row.petitionOrDislike ?? null,
    ...onTime766({ dossier: row.dossier, stopped: row.stopped ?? null }, periodEnd, DEFAULT_OFFICE),
  }));
  const received = onTime?.filter((row) => row.counted);
  const answered = petitions?.map((row) => petitionOnTime766(row, `${lastDay}T23:59`, DEFAULT_OFFICE));
  return {
    ...(onTime && { '2.1': { ...countOnTime(onTime), findings: onTime.map(withText) } }),
    ...(received && {
      '5.4': withText(
        satisfaction766(
          received.map((row) => ({
            late: row.onTime === null ? null : !row.onTime,
            petitionOrDislike: row.petitionOrDislike,
          })),
        ),
      ),
    }),
    ...(answered && { '5.2': { ...countPetitions(answered), findings: answered.map(withText) } }),
  };
}

/**
 * Scores one place over one period by QĐ 766/QĐ-TTg. Points are hundredths.
 * @throws NotInForce before the system was official. @throws RangeError for counts that contradict themselves.
 */
export function score766Result(input: Score766Input) {
  const { ruleset, cite } = realtimeRuleset(input.lastDay);
  if (ruleset.method !== 'groups') throw new RangeError(`${ruleset.title}: không có nhóm chỉ số.`);
  const from = counted(input);
  const counts: Counts766 = { ...input.counts };
  for (const [id, { count }] of Object.entries(from)) if (count) counts[id as IndexId] = count;
  const { act, steps } = input.bands ?? {};
  const bands = steps?.map((step) => ({ ...step, cite: { act: act ?? '', certainty: 'secondary' as const } }));
  const scored = scoreQd766(ruleset, { counts, level: input.level, ...(bands && { bands }) }, input.lastDay);
  const { findings, groups, total, grade, levelCite } = scored;
  return {
    pointsIn: 'hundredths',
    lastDay: input.lastDay,
    level: withText({ id: input.level, cite: levelCite }),
    ruleset: withText({
      id: ruleset.id,
      title: ruleset.title,
      cite,
      caveats: caveatsOn(ruleset, input.lastDay).map(withText),
    }),
    findings: findings.map(({ disagreement, ...finding }) => ({
      ...withText(finding),
      ...(disagreement && { disagreement: disagreement.map(withText) }),
    })),
    counted: from,
    groups: groups.map(withScore),
    total: withScore(total),
    grade: { ...grade, citeText: grade.cite && citationText(grade.cite) },
    /** Indices whose sources disagree; see `disagreement` of their findings. */
    disagreements: findings.flatMap(({ index, disagreement }) => (disagreement ? [index] : [])),
  };
}
