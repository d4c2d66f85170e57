import type { BatchScore, FlagDraft, KioskPlace, ObjectionDraft, Stage, WorkMessage } from '../work-messages.ts';
import { isCode, isObject, isScoreValues, isSeconds, isText } from './message-parts.ts';

const MOST_SCORES = 500;
const ID = /^[a-z][a-z0-9]{1,11}\.[0-9A-HJKMNP-TV-Z]{26}$/;

const isStage = (value: unknown): value is Stage => value === 'submitted' || value === 'returned';
const isScore = (value: unknown): value is BatchScore =>
  isObject(value) && isCode(value.code) && isScoreValues(value.values);
const isPlace = (value: unknown): value is KioskPlace =>
  isObject(value) && isText(value.kiosk, 30) && isText(value.counter, 40) && typeof value.ready === 'boolean';

function isObjection(value: unknown): value is ObjectionDraft {
  if (!isObject(value)) return false;
  const { id, period, dossier, indicator, text } = value;
  return (
    isText(id, 40) &&
    ID.test(id) &&
    isText(period, 40) &&
    (dossier === null || isCode(dossier)) &&
    (indicator === null || (Number.isInteger(indicator) && Number(indicator) >= 1 && Number(indicator) <= 9)) &&
    isText(text, 1000)
  );
}

function isFlagDraft(value: unknown): value is FlagDraft {
  if (!isObject(value)) return false;
  const { id, period, flag, text } = value;
  return isText(id, 40) && ID.test(id) && isText(period, 40) && isText(flag, 140) && isText(text, 1000);
}

/** A deed or question of the officer from the extension's own pages, or `null`. */
export function readWorkMessage(value: unknown): WorkMessage | null {
  if (!isObject(value)) return null;
  const { type, codes, scores, seconds, answer, batch, id, objection, code, stage, place } = value;
  switch (type) {
    case 'panel.unscored':
    case 'panel.objections':
    case 'panel.flags':
    case 'panel.figures':
    case 'panel.slip':
    case 'panel.places':
    case 'panel.handedOver':
    case 'panel.takeBack':
    case 'panel.handOverSeen':
      return { type };
    case 'panel.batch':
      return Array.isArray(scores) && scores.length <= MOST_SCORES && scores.every(isScore) && isSeconds(seconds)
        ? { type, scores, seconds }
        : null;
    case 'panel.secondLook':
      return answer === 'kept' || answer === 'looked' ? { type, answer } : null;
    case 'panel.standing':
      return Array.isArray(codes) && codes.length <= MOST_SCORES && codes.every(isCode) ? { type, codes } : null;
    case 'panel.keepStanding':
      return isCode(code) ? { type, code } : null;
    case 'panel.undo':
      return Number.isSafeInteger(batch) ? { type, batch: batch as number } : null;
    case 'panel.retry':
    case 'panel.discard':
      return isText(id, 100) ? { type, id } : null;
    case 'panel.object':
      return isObjection(objection) ? { type, objection } : null;
    case 'panel.answerFlag':
      return isFlagDraft(answer) ? { type, answer } : null;
    case 'panel.invite':
      return isCode(code) && isStage(stage) ? { type, code, stage } : null;
    case 'panel.handOver':
      return isCode(code) && isStage(stage) && isPlace(place) ? { type, code, stage, place } : null;
    default:
      return null;
  }
}
