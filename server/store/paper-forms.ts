import { clientId } from '#rules/client-id.ts';
import { formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import type { PaperResponse } from '#wire/paper-response.ts';
import { bodyHash } from '../body-hash.ts';
import { localDay } from '../clock.ts';
import { readAnswers } from '../read-answers.ts';
import { Refusal } from '../refusal.ts';
import { assistanceOf, proofWith } from './assistance.ts';
import type { Db } from './db.ts';
import { dossiersByCode } from './dossiers.ts';
import type { Intake } from './intake.ts';
import type { Accepted, IntakeItem } from './intake-item.ts';
import { keyLost, keyLostRefusal } from './key-lost.ts';
import type { PeriodKeys } from './period-keys.ts';
import { periodsOf } from './periods.ts';
import { requireDossierOf } from './require-dossier.ts';
import { responsePeriod } from './response-period.ts';
import { requireUnsealed } from './sealed-dossiers.ts';

/** What taking in a paper form needs of the server. */
export interface PaperDoor {
  readonly db: Db;
  readonly keys: PeriodKeys;
  readonly intake: Intake;
  readonly now: () => Date;
  /** @throws Refusal when this unit's forms are not theirs to enter. */
  readonly mayTouch: (unit: string) => Promise<void>;
}

/** @throws Refusal 503 `key.lost`. */
async function requireKey({ db, keys }: Pick<PaperDoor, 'db' | 'keys'>, tenant: string, period: string): Promise<void> {
  if (keys.exists(tenant, period)) return;
  if (await keyLost(db, keys, tenant, period)) throw keyLostRefusal();
  try {
    keys.create(tenant, period);
  } catch (error) {
    // Somebody's answer made it meanwhile.
    if (!keys.exists(tenant, period)) throw error;
  }
}

/**
 * The id under which a form is received: the same number typed again is the same answer. It is made under the period's key, so that
 * nobody who has the database can try form numbers out, and nobody at all after the seal.
 */
function idOf(
  { keys }: Pick<PaperDoor, 'keys'>,
  tenant: string,
  period: string,
  { unit, form, stage, day }: PaperResponse,
): string {
  // No dossier code holds these marks, so no form is taken for a dossier.
  const mark = keys.link(tenant, period, stage, 'official', `form\u2016${unit}\u2016${form}`);
  const noon = Date.parse(`${day}T12:00:00+07:00`);
  return clientId(tenant, noon, Buffer.from(mark.slice(0, 20), 'hex'));
}

/** @throws Refusal 422 `date.future`. */
function requirePast(day: IsoDate, today: IsoDate): void {
  if (day <= today) return;
  throw new Refusal(422, 'date.future', `Ngày ${formatDate(day)} ở tương lai. Kiểm tra lại ngày trên phiếu.`, {
    issues: [{ path: 'day', message: 'ngày ở tương lai' }],
  });
}

/** Whether its dossier is on record. @throws Refusal 422 `dossier.unit`: a form is entered by the unit whose dossier it is about. */
async function isKnown(
  { db }: Pick<PaperDoor, 'db'>,
  tenant: string,
  { dossier: code, unit }: PaperResponse,
): Promise<boolean> {
  const [dossier] = code === undefined ? [] : await dossiersByCode(db, tenant, [code]);
  if (dossier) requireDossierOf(dossier, unit);
  return dossier !== undefined;
}

/**
 * One paper form, ready for the intake. Nothing is stored yet but a period's missing key.
 * @throws Refusal 410 `period.late`, also for a dossier of a sealed period; 422 `period.none` `date.future` `dossier.unit` `officer.unknown` and those of
 * `readAnswers`; 503 `key.lost`.
 */
export async function judgePaper(
  door: Omit<PaperDoor, 'intake'>,
  tenant: string,
  body: PaperResponse,
): Promise<IntakeItem> {
  const { form: _, dossier, ...content } = body;
  const today = localDay(door.now());
  await door.mayTouch(body.unit);
  requirePast(body.day, today);
  const { period } = responsePeriod(await periodsOf(door.db, tenant), body.day);
  await requireKey(door, tenant, period);
  const id = idOf(door, tenant, period, body);
  const { stage, comment } = readAnswers({ ...content, id, channel: 'paper' });
  const known = await isKnown(door, tenant, body);
  if (dossier) await requireUnsealed(door.db, tenant, dossier, stage);
  return {
    tenant,
    id,
    // The code itself, or what was hidden in the comment, would let whoever has the database try them out.
    bodyHash: bodyHash({
      ...content,
      comment,
      about: dossier && door.keys.link(tenant, period, stage, 'official', dossier),
    }),
    aged: body.day !== today,
    dossier: dossier ?? null,
    linkStage: stage,
    row: {
      unit: body.unit,
      procedure: body.procedure ?? null,
      survey: body.survey,
      version: body.version,
      stage,
      channel: 'paper',
      proof: proofWith(known ? 'paper' : 'open', body, dossier ?? null),
      lang: body.lang,
      day: body.day,
      answers: body.answers,
      comment,
      ...(await assistanceOf(door.db, tenant, body)),
    },
  };
}

/**
 * Takes one paper form in by the way of every answer. Typed in a second time with the same answers it is a repeat: two people who type
 * the same form check each other. It is official evidence when its dossier is on record, an open answer otherwise.
 * @throws Refusal 409 `form.differs` when the form was entered with other answers, `token.used` when the dossier has its answer; 410
 * `period.late`; 422 `period.none` `date.future` `dossier.unit` and those of `readAnswers`; 503 `key.lost` `busy`.
 */
export async function takePaper(
  door: PaperDoor,
  tenant: string,
  body: PaperResponse,
): Promise<Accepted & { readonly item: IntakeItem }> {
  try {
    const item = await judgePaper(door, tenant, body);
    return { ...(await door.intake.add(item)), item };
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'response.conflict')) throw error;
    throw new Refusal(
      409,
      'form.differs',
      `Phiếu ${body.form} đã được nhập với nội dung khác. So lại với bản giấy; bản nhập trước được giữ.`,
      { issues: [{ path: 'form', message: 'hai lần nhập khác nhau' }] },
    );
  }
}
