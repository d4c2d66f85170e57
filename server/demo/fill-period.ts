import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { addDays } from '#rules/calendar/date.ts';
import { clientId } from '#rules/client-id.ts';
import { type Dossier, endOf } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { lastDay, type Period } from '#rules/period.ts';
import { bodyHash } from '../body-hash.ts';
import type { Services } from '../services.ts';
import { drawCourse } from '../simulate/course.ts';
import { between, chance, type Random, randomFrom } from '../simulate/random.ts';
import { answerDay, onNewForm, onOldForm } from '../simulate/response.ts';
import { selfScored } from '../simulate/simulate-record.ts';
import { withAudit } from '../store/audit.ts';
import { putCourse } from '../store/courses.ts';
import type { Db, Statement } from '../store/db.ts';
import { putDossier } from '../store/dossiers.ts';
import { createIntake } from '../store/intake.ts';
import type { IntakeItem } from '../store/intake-item.ts';
import { insertSelfScore } from '../store/self-scores.ts';
import { putUnitFacts } from '../store/unit-facts.ts';
import { demoDossiers } from './dossiers.ts';
import { type DemoUnit, SHOWN_UNIT, TENANT, UNITS } from './province.ts';

const ACTOR = 'operator';

/** Noon of a local day, as the instant the server would have seen. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00+07:00`);

function demoId(random: Random, day: string): string {
  const bytes = Uint8Array.from({ length: 10 }, () => between(random, 0, 255));
  return clientId(TENANT, noonOf(day).getTime(), bytes);
}

/** Still hands out the old form, on paper, beside the new one. */
const OLD_FORMS = 'so-nn-mt';

/** Some were asked for a paper by word of mouth, which no record tells, and some forget that they were. */
function misremembered(random: Random, { q3 = '', q3b, ...rest }: Readonly<Record<string, string>>) {
  if (q3 === 'extra0' && chance(random, 4)) return { ...rest, q3: 'extra1', q3b: 'guide' };
  if (q3 === 'extra1' && chance(random, 10)) return { ...rest, q3: 'extra0' };
  return { ...rest, ...(q3 && { q3 }), ...(q3b && { q3b }) };
}

/**
 * A response to `dossier` some days after its result, or `null` when this citizen does not answer.
 * @param beside decides what is out of the ordinary.
 */
function demoResponse(random: Random, beside: Random, dossier: Dossier, { unit, habits }: DemoUnit, until: string) {
  const day = answerDay(random, dossier, habits);
  if (day === null || day > until) return null;
  const experience = { dossier, polite: habits.polite, harassed: false };
  const fresh = onNewForm(random, experience, day);
  const told = unit === OLD_FORMS && chance(beside, 30) ? onOldForm(beside, experience, day) : fresh;
  const { survey, version, stage, channel, proof, lang } = told;
  const answers = told === fresh ? misremembered(beside, told.answers) : told.answers;
  const item: IntakeItem = {
    tenant: TENANT,
    id: demoId(random, day),
    bodyHash: bodyHash(answers),
    aged: false,
    dossier: proof === 'open' ? null : dossier.code,
    linkStage: stage,
    row: {
      unit,
      procedure: dossier.procedure,
      survey,
      version,
      stage,
      channel,
      proof,
      lang,
      assisted: null,
      way: null,
      helper: null,
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
 * @param share of the dossiers of a whole period, for a shorter one.
 * @returns finished dossiers nobody answered for yet, for the portal to show.
 */
export async function fillPeriod(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  period: Period,
  series: number,
  now: LocalTime,
  share = 1,
): Promise<Dossier[]> {
  const random = randomFrom(series);
  const beside = randomFrom(series + 100);
  const statements: Statement[] = [];
  const byDay = new Map<string, IntakeItem[]>();
  const unanswered: Dossier[] = [];
  const until = lastDay(period);
  const dossiers = demoDossiers(series, period, now, share);
  UNITS.forEach((unit, place) => {
    for (const dossier of dossiers[place] ?? []) {
      // It would have come into the period before after that was closed.
      if ((endOf(dossier)?.at ?? period.from) < period.from) continue;
      statements.push(putDossier(TENANT, dossier, CALENDAR_VERSION, ACTOR, noonOf(until)));
      // Its browsers read them where the demo shows them.
      const course = unit.unit === SHOWN_UNIT ? null : drawCourse(dossier);
      if (course) statements.push(putCourse(TENANT, dossier.code, course, ACTOR, noonOf(until)));
      if (!dossier.ready || !dossier.officer) continue;
      const response = demoResponse(random, beside, dossier, unit, until);
      if (response) byDay.set(response.day, [...(byDay.get(response.day) ?? []), response.item]);
      else if (dossier.returned) unanswered.push(dossier);
      if (!chance(random, unit.habits.selfScored)) continue;
      // The officers whose screen the demo shows have not got to the last month yet.
      if (unit.unit === SHOWN_UNIT && dossier.ready > addDays(now.slice(0, 10), -30)) continue;
      const values = selfScored(random, unit, dossier, now, until);
      if (!values) continue;
      const day = dossier.ready.slice(0, 10);
      statements.push(
        insertSelfScore(TENANT, unit.unit, {
          dossier: dossier.code,
          revision: 1,
          id: demoId(random, day),
          officer: dossier.officer,
          values,
          bodyHash: bodyHash(values),
          // At once when there was a result: earlier would be a score before it.
          scoredAt: new Date(`${dossier.ready}:00+07:00`).toISOString(),
          named: false,
          looked: null,
        }),
      );
    }
    if (unit.facts) statements.push(...putUnitFacts(TENANT, period.id, unit.unit, unit.facts, ACTOR, noonOf(until)));
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
