import type { Standing, Standings } from '#wire/standing-score.ts';
import type { Reply } from '../messages.ts';
import { comparedSums } from '../score-values.ts';
import type { Answered } from '../work-messages.ts';
import { askAsOfficer } from './ask-as-officer.ts';
import { type Database, writing } from './database.ts';
import { currentPerson } from './switch-person.ts';

/** Going from one dossier to another and back asks once; gone with the worker. */
const FRESH_MS = 60_000;
const asked = new Map<string, { readonly at: number; readonly standing: Standing }>();

let forgotten = 0;

/** What was asked before may no longer be so; nor may what is under way now. */
export function forgetStandings(): void {
  asked.clear();
  forgotten += 1;
}

/** What the server has of `codes`, asked in the name of the officer at this browser; what it does not speak of is left out. */
export async function standingScores(codes: readonly string[], now: number): Promise<Answered<readonly Standing[]>> {
  const before = forgotten;
  const officer = (await currentPerson())?.officer ?? '';
  const keyOf = (code: string): string => `${officer} ${code}`;
  const fresh = (code: string) => {
    const known = asked.get(keyOf(code));
    return known && now >= known.at && now - known.at < FRESH_MS ? known.standing : null;
  };
  const missing = codes.filter((code) => !fresh(code));
  const told = new Map<string, Standing>();
  if (missing.length > 0) {
    const answer = await askAsOfficer({ path: '/v1/self-scores/standing', body: { dossiers: missing } });
    if (!answer.ok) return answer;
    for (const standing of (answer.value as Standings).dossiers) {
      told.set(standing.dossier, standing);
      if (before === forgotten) asked.set(keyOf(standing.dossier), { at: now, standing });
    }
  }
  return { ok: true, value: codes.flatMap((code) => told.get(code) ?? fresh(code) ?? []) };
}

/** The officer lets the score stand that the server has: from then on the dossier counts as scored on this browser too. */
export async function keepStanding(db: Database, code: string, now: number): Promise<Reply> {
  const answer = await standingScores([code], now);
  if (!answer.ok) return answer;
  const score = answer.value[0]?.score;
  const tx = writing(db);
  const before = await tx.objectStore('scores').get(code);
  if (score && before?.state !== 'withdrawing') {
    if (before) await tx.objectStore('queue').delete(before.id);
    const { id, officer, officerLabel, at, values } = score;
    const sums = comparedSums(values);
    await tx
      .objectStore('scores')
      .put({ code, id, officer, officerLabel, at, ...sums, state: 'sent', problem: null, conflict: false });
  }
  await tx.done;
  return { ok: true };
}
