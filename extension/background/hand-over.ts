import type { HandOver, HandOverState, KioskPlaces } from '#wire/kiosk.ts';
import type { Reply } from '../messages.ts';
import type { Answered, HandedOver, KioskPlace, Stage } from '../work-messages.ts';
import { askAsOfficer } from './ask-as-officer.ts';
import { settings } from './settings.ts';

const ENDED: ReadonlySet<HandedOver['state']> = new Set(['answered', 'gone', 'takenBack']);

/** Counters of the unit where a tablet stands. */
export async function kioskPlaces(): Promise<Answered<readonly KioskPlace[]>> {
  const answer = await askAsOfficer({ path: '/v1/kiosk/places' });
  return answer.ok ? { ok: true, value: (answer.value as KioskPlaces).places } : answer;
}

/** Hands the dossier to the tablet; remembered until the browser closes, so that its state is found again. */
export async function handOver(code: string, stage: Stage, { kiosk, counter }: KioskPlace): Promise<Reply> {
  const answer = await askAsOfficer({ path: '/v1/kiosk/hand-over', body: { kiosk, dossier: code, stage } });
  if (!answer.ok) return { ok: false, message: answer.message };
  const { handOver: id } = answer.value as HandOver;
  await settings.setSession('handedOver', { handOver: id, code, counter, state: 'waiting', wasTaken: false });
  return { ok: true };
}

/** What became of the last dossier handed over; asked of the server until it is at an end. */
export async function handedOver(): Promise<Answered<HandedOver | null>> {
  const last = await settings.session('handedOver');
  if (!last || ENDED.has(last.state)) return { ok: true, value: last };
  const answer = await askAsOfficer({ path: `/v1/kiosk/hand-over/${last.handOver}` });
  if (!answer.ok && answer.code !== 'handover.gone') return answer;
  const state = answer.ok ? (answer.value as HandOverState).state : 'gone';
  const next: HandedOver = { ...last, state, wasTaken: last.wasTaken || state === 'taken' || state === 'answered' };
  await settings.setSession('handedOver', next);
  return { ok: true, value: next };
}

/** Takes the dossier back while no tablet has taken it up. */
export async function takeBack(): Promise<Reply> {
  const last = await settings.session('handedOver');
  if (!last) return { ok: true };
  const answer = await askAsOfficer({ path: `/v1/kiosk/hand-over/${last.handOver}`, method: 'DELETE' });
  if (!answer.ok) return { ok: false, message: answer.message };
  await settings.setSession('handedOver', { ...last, state: 'takenBack' });
  return { ok: true };
}
