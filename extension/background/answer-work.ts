import type { Invitation } from '#wire/invitation.ts';
import type { UnitFigures } from '#wire/unit-figures.ts';
import type { Reply } from '../messages.ts';
import type { Answered, Stage, SurveyLink, WorkAct, WorkAnswers, WorkQuestion } from '../work-messages.ts';
import { askAsOfficer } from './ask-as-officer.ts';
import { confirmBatch } from './confirm-score.ts';
import type { Database } from './database.ts';
import { answerFlag, ownFlags } from './flags.ts';
import { handedOver, handOver, kioskPlaces, takeBack } from './hand-over.ts';
import { ownObjections, raise } from './objections.ts';
import { discardRefused, retryRefused } from './refused-items.ts';
import { answerSecondLook } from './second-look.ts';
import { settings } from './settings.ts';
import { keepStanding, standingScores } from './standing-scores.ts';
import { currentPerson } from './switch-person.ts';
import { undoBatch } from './undo-batch.ts';
import { unscored } from './unscored.ts';

const DONE: Reply = { ok: true };

async function figures(): Promise<Answered<UnitFigures>> {
  const answer = await askAsOfficer({ path: '/v1/devices/figures', anybody: true });
  return answer.ok ? { ok: true, value: answer.value as UnitFigures } : answer;
}

/** A link an officer stands behind: answers through it are told apart from those of citizens' own links. */
async function invite(code: string, stage: Stage): Promise<Answered<SurveyLink>> {
  const device = await settings.kept('device');
  const answer = await askAsOfficer({ path: '/v1/invitations', body: { dossier: code, unit: device?.unit, stage } });
  if (!answer.ok) return answer;
  const { url, expires } = answer.value as Invitation;
  await settings.setSession('slip', { code, url, expires });
  return { ok: true, value: { url, expires } };
}

/** Answers what an officer asks for on a page of the extension. */
export async function answerWork(
  db: Database,
  message: WorkQuestion,
): Promise<Answered<WorkAnswers[WorkQuestion['type']]>> {
  switch (message.type) {
    case 'panel.unscored':
      return { ok: true, value: await unscored(db, (await currentPerson())?.officer ?? null) };
    case 'panel.standing':
      return standingScores(message.codes, Date.now());
    case 'panel.objections':
      return ownObjections();
    case 'panel.flags':
      return ownFlags();
    case 'panel.figures':
      return figures();
    case 'panel.invite':
      return invite(message.code, message.stage);
    case 'panel.slip':
      return { ok: true, value: await settings.session('slip') };
    case 'panel.places':
      return kioskPlaces();
    case 'panel.handedOver':
      return handedOver();
  }
}

/** Does what an officer does on a page of the extension. */
export async function performWork(db: Database, message: WorkAct): Promise<Reply> {
  switch (message.type) {
    case 'panel.batch':
      return confirmBatch(db, message.scores, message.seconds);
    case 'panel.undo':
      return undoBatch(db, message.batch, Date.now());
    case 'panel.keepStanding':
      return keepStanding(db, message.code, Date.now());
    case 'panel.secondLook':
      await answerSecondLook(db, message.answer, Date.now());
      return DONE;
    case 'panel.retry':
      await retryRefused(db, message.id);
      return DONE;
    case 'panel.discard':
      await discardRefused(db, message.id);
      return DONE;
    case 'panel.object':
      return raise(message.objection);
    case 'panel.answerFlag':
      return answerFlag(message.answer);
    case 'panel.handOver':
      return handOver(message.code, message.stage, message.place);
    case 'panel.takeBack':
      return takeBack();
    case 'panel.handOverSeen':
      await settings.setSession('handedOver', null);
      return DONE;
  }
}
