import type { Objection, ObjectionPeriods, ObjectionsPage } from '#wire/objection.ts';
import type { Reply } from '../messages.ts';
import type { Answered, ObjectionDraft, OwnObjections } from '../work-messages.ts';
import { askAsOfficer } from './ask-as-officer.ts';
import { settings } from './settings.ts';

/** Periods looked through for own objections: a year of quarters. */
const PERIODS = 4;

async function ofPeriod(period: string): Promise<Answered<readonly Objection[]>> {
  const found: Objection[] = [];
  let after: string | null = '';
  while (after !== null) {
    const answer = await askAsOfficer({
      path: `/v1/objections?period=${encodeURIComponent(period)}&after=${encodeURIComponent(after)}`,
    });
    if (!answer.ok) return answer;
    const page = answer.value as ObjectionsPage;
    found.push(...page.objections);
    after = page.next;
  }
  return { ok: true, value: found };
}

/** The last periods with a result, the newest first. */
export async function closedPeriods(): Promise<Answered<ObjectionPeriods['periods']>> {
  const answer = await askAsOfficer({ path: '/v1/objections/periods' });
  return answer.ok ? { ok: true, value: (answer.value as ObjectionPeriods).periods.slice(0, PERIODS) } : answer;
}

/** Sends one item of a list the server judges one by one. */
export async function sendOne(path: string, body: object): Promise<Reply> {
  const answer = await askAsOfficer({ path, body: [body], typed: true });
  if (!answer.ok) return { ok: false, message: answer.message };
  const [outcome] = (answer.value as { outcomes: { outcome: string; problem?: { message: string } }[] }).outcomes;
  return outcome?.problem ? { ok: false, message: outcome.problem.message } : { ok: true };
}

/** What the officer at this browser objected to, the newest first, and the periods that take objections. */
export async function ownObjections(): Promise<Answered<OwnObjections>> {
  const closed = await closedPeriods();
  if (!closed.ok) return closed;
  const periods = closed.value;
  const objections: Objection[] = [];
  for (const { period } of periods) {
    const own = await ofPeriod(period);
    if (!own.ok) return own;
    objections.push(...own.value);
  }
  objections.sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : -1));
  return {
    ok: true,
    value: { periods: periods.map(({ period, label, takes }) => ({ period, label, takes })), objections },
  };
}

/** Raises one objection in the name of the officer at this browser; sent twice under one id it is raised once. */
export async function raise({ dossier, indicator, ...rest }: ObjectionDraft): Promise<Reply> {
  const device = await settings.kept('device');
  const body = {
    ...rest,
    unit: device?.unit ?? '',
    ...(dossier === null ? {} : { dossier }),
    ...(indicator === null ? {} : { indicator }),
  };
  return sendOne('/v1/objections', body);
}
