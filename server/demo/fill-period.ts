import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { addDays } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { Choices } from '#rules/choices.ts';
import { clientId } from '#rules/client-id.ts';
import type { Dossier } from '#rules/dossier.ts';
import { dossierFacts } from '#rules/dossier-facts.ts';
import type { LocalTime } from '#rules/law.ts';
import { lastDay, type Period } from '#rules/period.ts';
import { scoreDossier } from '#rules/score-tt01.ts';
import { bodyHash } from '../body-hash.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { Db, Statement } from '../store/db.ts';
import { putDossier } from '../store/dossiers.ts';
import { createIntake } from '../store/intake.ts';
import type { IntakeItem } from '../store/intake-item.ts';
import { insertSelfScore } from '../store/self-scores.ts';
import { putUnitFacts } from '../store/unit-facts.ts';
import { demoAnswers } from './answers.ts';
import { demoDossier } from './dossiers.ts';
import { type DemoUnit, SHOWN_UNIT, TENANT, UNITS } from './province.ts';
import { between, pick } from './random.ts';
import { demoSelfValues } from './self-values.ts';

const ACTOR = 'operator';

/** Noon of a local day, as the instant the server would have seen. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00+07:00`);

function demoId(random: () => number, day: string): string {
  const bytes = Uint8Array.from({ length: 10 }, () => between(random, 0, 255));
  return clientId(TENANT, noonOf(day).getTime(), bytes);
}

/** A response to `dossier` some days after its result, or `null` when this citizen does not answer. */
function demoResponse(random: () => number, dossier: Dossier, unit: DemoUnit, until: string) {
  if (!dossier.ready || random() > 0.42) return null;
  const day = addDays(dossier.ready.slice(0, 10), between(random, 0, 4));
  if (day > until) return null;
  const proof = pick(random, { portal: 62, receipt: 20, officerLink: 10, open: 8 });
  const answers = demoAnswers(random, dossier, unit.story);
  const item: IntakeItem = {
    tenant: TENANT,
    id: demoId(random, day),
    bodyHash: bodyHash(answers),
    aged: false,
    dossier: proof === 'open' ? null : dossier.code,
    linkStage: 'returned',
    row: {
      unit: unit.unit,
      procedure: dossier.procedure,
      survey: 'danhgia-2026',
      version: 1,
      stage: 'returned',
      channel: proof === 'receipt' ? 'qr' : 'portal',
      proof,
      lang: random() < 0.97 ? 'vi' : 'en',
      assisted: null,
      day,
      answers,
      comment: null,
    },
  };
  return { day, item };
}

async function inChunks(db: Db, statements: readonly Statement[]): Promise<void> {
  for (let i = 0; i < statements.length; i += 1000) await db.batch(statements.slice(i, i + 1000));
}

/**
 * Fills one period with dossiers, self-scores, declared facts and answers through the program's own store and intake, as
 * they would stand at `now`. `series` keeps the codes of one period apart from those of another.
 * @returns finished dossiers nobody answered for yet, for the portal to show.
 */
export async function fillPeriod(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  random: () => number,
  period: Period,
  series: number,
  choices: Choices,
  now: LocalTime,
): Promise<Dossier[]> {
  const statements: Statement[] = [];
  const byDay = new Map<string, IntakeItem[]>();
  const unanswered: Dossier[] = [];
  const until = lastDay(period);
  UNITS.forEach((unit, place) => {
    for (let i = 1; i <= unit.story.dossiers; i += 1) {
      // Periods meet within days, and a code must not come twice.
      const serial = series * 1000 + i;
      const dossier = demoDossier(random, unit, place + 1, serial, period, now);
      statements.push(putDossier(TENANT, dossier, CALENDAR_VERSION, ACTOR, noonOf(until)));
      if (!dossier.ready || !dossier.officer) continue;
      const response = demoResponse(random, dossier, unit, until);
      if (response) byDay.set(response.day, [...(byDay.get(response.day) ?? []), response.item]);
      else if (dossier.returned) unanswered.push(dossier);
      if (random() * 100 >= unit.story.selfScored) continue;
      // The officers whose screen the demo shows have not got to the last month yet.
      if (unit.unit === SHOWN_UNIT && dossier.ready > addDays(now.slice(0, 10), -30)) continue;
      const computed = scoreDossier(dossierFacts(dossier, now, DEFAULT_OFFICE, choices), 'computed', choices, until);
      const values = demoSelfValues(random, computed);
      const day = dossier.ready.slice(0, 10);
      statements.push(
        insertSelfScore(TENANT, unit.unit, {
          dossier: dossier.code,
          revision: 1,
          id: demoId(random, day),
          officer: dossier.officer,
          values,
          bodyHash: bodyHash(values),
          scoredAt: noonOf(day).toISOString(),
        }),
      );
    }
    if (unit.story.facts)
      statements.push(putUnitFacts(TENANT, period.id, unit.unit, unit.story.facts, ACTOR, noonOf(until)));
  });
  await inChunks(db, statements);

  let day = period.from;
  const intake = createIntake({ db, keys, now: () => noonOf(day), windowMs: 0 });
  for (; day <= until; day = addDays(day, 1)) await Promise.all((byDay.get(day) ?? []).map((item) => intake.add(item)));
  await intake.close();
  await withAudit(db, TENANT, noonOf(until), {
    actor: ACTOR,
    action: 'demo.fill',
    subject: period.id,
    detail: { statements: statements.length },
  });
  return unanswered;
}
