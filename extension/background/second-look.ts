import { clientId } from '#rules/client-id.ts';
import { QUEUED } from '#rules/outbox.ts';
import type { Person } from '#wire/access.ts';
import { isFast, SAMPLE, type SecondLookOffer, sampleOf } from '../second-look.ts';
import { type Database, type QueueItem, writing } from './database.ts';
import { settings } from './settings.ts';
import { currentPerson } from './switch-person.ts';

type Item = Extract<QueueItem, { kind: 'secondLook' }>;

/** The offer where `confirmed` self-scores were confirmed too fast at the moment `batch`, otherwise `null`. */
export function offerOf(
  tenant: string,
  { officer }: Person,
  batch: number,
  confirmed: number,
  seconds: number,
): SecondLookOffer | null {
  if (!isFast(confirmed, seconds)) return null;
  const id = clientId(tenant, batch, crypto.getRandomValues(new Uint8Array(10)));
  return { id, officer, batch, confirmed, seconds: Math.round(seconds), answer: 'none', picked: [], opened: [] };
}

/** What is sent of an offer: numbers, and no dossier. A newer one takes the place of an unsent one. */
export function secondLookItem(offer: SecondLookOffer, person: Person, made: number): Item {
  const { id, confirmed, seconds, answer, opened } = offer;
  const body = { id, confirmed, seconds, answer, opened: opened.length };
  return { id, kind: 'secondLook', body, person, made, state: QUEUED };
}

async function keep(db: Database, offer: SecondLookOffer, person: Person, made: number): Promise<void> {
  const tx = writing(db);
  await tx.objectStore('queue').put(secondLookItem(offer, person, made));
  await tx.done;
  await settings.setSession('secondLook', offer);
}

/** The offer that stands, for the officer it was made to. */
async function standing(): Promise<{ offer: SecondLookOffer; person: Person } | null> {
  const [offer, person] = [await settings.session('secondLook'), await currentPerson()];
  return offer && person?.officer === offer.officer ? { offer, person } : null;
}

/** The officer answers the offer: he leaves the batch as it is, or asks for a sample of it. The first answer stands. */
export async function answerSecondLook(db: Database, answer: 'kept' | 'looked', made: number): Promise<void> {
  const found = await standing();
  if (found?.offer.answer !== 'none') return;
  const { offer, person } = found;
  const batch = (await db.getAll('scores')).filter((record) => record.batch === offer.batch).map(({ code }) => code);
  await keep(db, { ...offer, answer, picked: answer === 'looked' ? sampleOf(batch, SAMPLE) : [] }, person, made);
}

/** The self-score of `code` was opened; counted once where it is of the sample. */
export async function noteOpened(db: Database, code: string, made: number): Promise<void> {
  const found = await standing();
  if (!found?.offer.picked.includes(code) || found.offer.opened.includes(code)) return;
  await keep(db, { ...found.offer, opened: [...found.offer.opened, code] }, found.person, made);
}
