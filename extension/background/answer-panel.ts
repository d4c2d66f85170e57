import { localNow } from '../clock.ts';
import { CONSENT_VERSION } from '../consent-text.ts';
import { texts } from '../language.ts';
import type { PanelAct, PanelMessage, PanelState, Reply, StoredContent } from '../messages.ts';
import { originOf } from '../site-pattern.ts';
import type { Answered, WorkAct, WorkAnswers, WorkQuestion } from '../work-messages.ts';
import { answerWork, performWork } from './answer-work.ts';
import { showBadge } from './badge.ts';
import { broadcast } from './broadcast.ts';
import { configure } from './configure.ts';
import { confirmScore } from './confirm-score.ts';
import { type Database, writing } from './database.ts';
import { diagnose } from './diagnose.ts';
import { seenToday } from './dossiers.ts';
import { enrol } from './enrol.ts';
import { keepDraft } from './kept-drafts.ts';
import { recordLetter } from './letters.ts';
import { panelState } from './panel-state.ts';
import { currentPreferences } from './preferences.ts';
import { queueReadings } from './queue-readings.ts';
import { noteOpened } from './second-look.ts';
import { settings } from './settings.ts';
import { disableSite, enabledSites, enableSite } from './sites.ts';
import { forgetStandings } from './standing-scores.ts';
import { storedContent } from './stored-content.ts';
import { leave, switchPerson } from './switch-person.ts';
import { transmit } from './transmit.ts';

const DONE: Reply = { ok: true };

const say = texts(
  { site: 'Địa chỉ trang phải bắt đầu bằng https:// hoặc http://. Chép lại địa chỉ từ trang một cửa.' },
  { site: 'A site address must begin with https:// or http://. Copy it from the back office again.' },
);

async function consent(db: Database, agreed: boolean): Promise<Reply> {
  await settings.keep('consent', agreed ? { version: CONSENT_VERSION, at: localNow() } : null);
  if (agreed) await queueReadings(db, await seenToday(db, localNow()), Date.now());
  return DONE;
}

async function site(origin: string, enabled: boolean): Promise<Reply> {
  const known = originOf(origin);
  if (!known) return { ok: false, message: say('site') };
  const problem = enabled ? await enableSite(known) : await disableSite(known);
  return problem ? { ok: false, message: problem } : DONE;
}

async function erase(db: Database): Promise<Reply> {
  const tx = writing(db);
  for (const store of ['dossiers', 'queue', 'scores'] as const) await tx.objectStore(store).clear();
  await tx.done;
  for (const key of ['selected', 'count', 'trouble', 'handedOver', 'slip', 'secondLook', 'drafts'] as const)
    await settings.setSession(key, null);
  return DONE;
}

async function forget(): Promise<Reply> {
  for (const key of ['device', 'settings', 'revoked', 'consent'] as const) await settings.keep(key, null);
  for (const key of ['person', 'handedOver', 'slip', 'secondLook', 'drafts'] as const)
    await settings.setSession(key, null);
  return DONE;
}

async function perform(db: Database, message: PanelAct): Promise<Reply> {
  switch (message.type) {
    case 'panel.enrol':
      return enrol(db, message.server, message.code, message.label);
    case 'panel.forget':
      return forget();
    case 'panel.consent':
      return consent(db, message.agreed);
    case 'panel.site':
      return site(message.origin, message.enabled);
    case 'panel.person':
      return switchPerson(db, message.officer, message.pin);
    case 'panel.leave':
      await leave();
      return DONE;
    case 'panel.select':
      await settings.setSession('selected', { code: message.code, view: message.view });
      if (message.code && message.view === 'score') await noteOpened(db, message.code, Date.now());
      return DONE;
    case 'panel.hide':
      await settings.setSession('hidden', message.hidden);
      return DONE;
    case 'panel.score':
      return confirmScore(db, message.code, message.values, message.seconds);
    case 'panel.letter':
      return recordLetter(db, message.code, message.promised, message.reason, Date.now());
    case 'panel.send':
      await transmit(db, true);
      return DONE;
    case 'panel.configure':
      return configure(message.configuration);
    case 'panel.erase':
      return erase(db);
  }
}

const SENDS = new Set<PanelMessage['type']>([
  'panel.enrol',
  'panel.consent',
  'panel.person',
  'panel.score',
  'panel.letter',
  'panel.batch',
  'panel.undo',
  'panel.retry',
  'panel.secondLook',
]);
const TOUCHES_MARKS = new Set<PanelMessage['type']>([
  'panel.enrol',
  'panel.forget',
  'panel.hide',
  'panel.erase',
  'panel.score',
  'panel.letter',
  'panel.configure',
]);

const ASKS: ReadonlySet<string> = new Set([
  'panel.unscored',
  'panel.standing',
  'panel.objections',
  'panel.flags',
  'panel.figures',
  'panel.invite',
  'panel.slip',
  'panel.places',
  'panel.handedOver',
] satisfies WorkQuestion['type'][]);
const WORKS: ReadonlySet<string> = new Set([
  'panel.batch',
  'panel.undo',
  'panel.secondLook',
  'panel.keepStanding',
  'panel.retry',
  'panel.discard',
  'panel.object',
  'panel.answerFlag',
  'panel.handOver',
  'panel.takeBack',
  'panel.handOverSeen',
] satisfies WorkAct['type'][]);
const asks = (message: PanelMessage): message is WorkQuestion => ASKS.has(message.type);
const works = (message: PanelMessage): message is WorkAct => WORKS.has(message.type);

/** Answers a page of the extension. What is to be sent goes out after the answer, for the officer does not wait for the network unless he asked to send. */
export async function answerPanel(
  db: Database,
  message: PanelMessage,
): Promise<PanelState | StoredContent | readonly string[] | Reply | Answered<WorkAnswers[WorkQuestion['type']]>> {
  if (message.type === 'panel.state') return panelState(db);
  if (message.type === 'panel.stored') return storedContent(db);
  if (message.type === 'panel.diagnose') return diagnose(db);
  if (message.type === 'panel.draft') {
    await keepDraft(message.code, message.entries);
    return DONE;
  }
  // Refusals are said in the officer's language.
  await currentPreferences();
  if (asks(message)) return answerWork(db, message);
  const reply = works(message) ? await performWork(db, message) : await perform(db, message);
  await broadcast({ tabsOf: TOUCHES_MARKS.has(message.type) ? await enabledSites() : [] });
  if (SENDS.has(message.type)) forgetStandings();
  if (reply.ok && SENDS.has(message.type)) void transmit(db, true);
  await showBadge(db);
  return reply;
}
