import { addDays } from '#rules/calendar/date.ts';
import { easyOrHard } from '#rules/checks/sums/easy-or-hard.ts';
import type { AnswerSums, UnitSums } from '#rules/checks/sums.ts';
import type { IsoDate } from '#rules/law.ts';
import { dayAnswers, linkedAnswers, linkRounds, procedureAnswers, procedureDossiers } from '../store/answer-counts.ts';
import { pressesOf } from '../store/kiosk-presses.ts';
import { mintedAnswers } from '../store/minted-answers.ts';
import { proceduresOf } from '../store/procedures.ts';
import { unknownAnswers } from '../store/unknown-answers.ts';
import type { CloseContext } from './context.ts';

/** The sums of a unit, or `null` of one that is not asked about. */
type SumsOf = (unit: string) => AnswerSums | null;

/** Fewer links sent out on one day bring no day that is asked about (`rules/checks/answer-burst.ts`). */
const SMALLEST_ROUND = 20;
/** Days after a round on which its answers come in. */
const ROUND_DAYS = 3;

/** Days on which messages sent out bring answers, as `unit day`. */
async function roundDays({ db, tenant }: CloseContext): Promise<ReadonlySet<string>> {
  const rounds = await linkRounds(db, tenant, SMALLEST_ROUND);
  return new Set(
    rounds.flatMap(({ unit, day }) =>
      Array.from({ length: ROUND_DAYS + 1 }, (_, later) => `${unit} ${addDays(day, later)}`),
    ),
  );
}

async function fillDays(ctx: CloseContext, of: SumsOf): Promise<void> {
  const rounds = await roundDays(ctx);
  for (const { unit, day, n, unprinted } of await dayAnswers(ctx.db, ctx.tenant, ctx.period.id)) {
    const sums = of(unit);
    if (!sums) continue;
    sums.answers += n;
    if (unprinted > 0 && !rounds.has(`${unit} ${day}`)) sums.days.set(day, unprinted);
  }
}

async function fillLinked({ db, keys, tenant, period }: CloseContext, of: SumsOf): Promise<void> {
  const linked = await linkedAnswers(db, tenant, period.id);
  if (linked.length === 0) return;
  const unknown = await unknownAnswers(db, keys, tenant, period.id);
  for (const { unit, n } of linked) {
    const sums = of(unit);
    if (!sums) continue;
    sums.linked += n;
    sums.unknown += unknown.get(unit) ?? 0;
  }
}

/** A dossier may have ended in the period before its answer: among many of them that evens out, and no share is above its whole. */
async function fillSides({ db, tenant, period }: CloseContext, of: SumsOf): Promise<void> {
  const dossiers = await procedureDossiers(db, tenant, period.from, period.to);
  const used = new Set(dossiers.map(({ procedure }) => procedure));
  const sideOf = easyOrHard(
    new Map(
      (await proceduresOf(db, tenant)).flatMap(({ procedure, limitDays }) =>
        limitDays !== null && used.has(procedure) ? [[procedure, limitDays]] : [],
      ),
    ),
  );
  const sideIn = (unit: string, procedure: string) => {
    const side = sideOf(procedure);
    return side === null ? null : (of(unit)?.[side] ?? null);
  };
  for (const { unit, procedure, n } of dossiers) {
    const side = sideIn(unit, procedure);
    if (side) side.dossiers += n;
  }
  for (const { unit, procedure, n } of await procedureAnswers(db, tenant, period.id)) {
    const side = sideIn(unit, procedure);
    if (side) side.answers += n;
  }
}

async function fillMinted({ db, tenant, period }: CloseContext, of: SumsOf): Promise<void> {
  for (const { unit, issuer, answers, quick, sameAddress, addressKnown } of await mintedAnswers(
    db,
    tenant,
    period.id,
  )) {
    const sums = of(unit);
    if (!sums) continue;
    sums.officerLink += answers;
    sums.quick += quick;
    sums.sameAddress += sameAddress;
    sums.addressKnown += addressKnown;
    sums.issuers.push({ officer: issuer.replace(/^officer:/, ''), answers, quick });
  }
}

/** The first month that lies in the period from its first day. */
function firstWhole(from: IsoDate): string {
  const month = from.slice(0, 7);
  return from.endsWith('-01') ? month : addDays(`${month}-01`, 31).slice(0, 7);
}

/** Presses are counted by month: only months that lie in the period as a whole, so that a period of other days may have none. */
async function fillPresses({ db, tenant, period }: CloseContext, of: SumsOf): Promise<void> {
  for (const { unit, counter, answers, outsideHours, tooSoon } of await pressesOf(
    db,
    tenant,
    firstWhole(period.from),
    period.to.slice(0, 7),
  )) {
    const sums = of(unit);
    const aside = outsideHours + tooSoon;
    if (!sums || answers + aside === 0) continue;
    sums.presses += answers + aside;
    sums.outsideHours += outsideHours;
    sums.tooSoon += tooSoon;
    sums.tablets.push({ counter, presses: answers + aside, aside });
  }
}

/**
 * Fills `answers` of every unit of `units`, which are empty there: that people answered and by which way, never what. Counts alone are
 * read and no dossier code leaves the store. What is of no unit of them is left out.
 */
export async function fillAnswers(ctx: CloseContext, units: ReadonlyMap<string, UnitSums>): Promise<void> {
  const of: SumsOf = (unit) => units.get(unit)?.answers ?? null;
  await fillDays(ctx, of);
  await fillLinked(ctx, of);
  await fillSides(ctx, of);
  await fillMinted(ctx, of);
  await fillPresses(ctx, of);
}
