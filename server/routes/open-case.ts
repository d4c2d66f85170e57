import { isGrave, topicOrNull } from '#rules/surveys/reply.ts';
import { localDay } from '../clock.ts';
import type { Services } from '../services.ts';
import { caseKeyLost } from '../store/case-by-receipt.ts';
import { newCaseId } from '../store/case-seal.ts';
import { deadlinesOf } from '../store/case-settings.ts';
import {
  type CaseContent,
  caseOfResponseOrNull,
  deleteCaseOf,
  insertCase,
  type StoredCase,
  updateCase,
} from '../store/cases.ts';
import type { Statement } from '../store/db.ts';
import type { HeldResponse } from '../store/held-responses.ts';
import type { Placed } from '../store/intake-item.ts';
import { keyLostRefusal } from '../store/key-lost.ts';
import type { StoredResponse } from '../store/responses.ts';

function contentOrNull({ survey, answers, ...row }: StoredResponse): CaseContent | null {
  const topic = topicOrNull(survey, answers);
  if (topic === null) return null;
  const { unit, procedure, version, stage, lang, comment } = row;
  const grave = isGrave(survey, answers);
  return { unit, procedure, topic, grave, survey, version, stage, lang, answers, comment };
}

/**
 * What stores the case of `row` beside it, once its place and receipt are known.
 * @throws Refusal 503 `key.lost`: under a new key the receipts given out before would open nothing.
 */
export async function openCase(
  { db, caseKeys, now }: Pick<Services, 'db' | 'caseKeys' | 'now'>,
  tenant: string,
  row: StoredResponse,
): Promise<(placed: Placed) => readonly Statement[]> {
  const content = contentOrNull(row);
  if (!content) throw new Error('A reply was asked for where the form does not ask.');
  if (await caseKeyLost(db, caseKeys, tenant)) throw keyLostRefusal();
  if (!caseKeys.exists(tenant)) caseKeys.create(tenant);
  const today = localDay(now());
  const due = (await deadlinesOf(db, tenant))(today);
  const untouched = { state: 'new', owner: null, answer: null, answeredOn: null, shownUntil: null } as const;
  return ({ period, seq, receipt }) => {
    const opened: StoredCase = {
      id: newCaseId(),
      period,
      receiptHash: caseKeys.hash(tenant, receipt),
      ...content,
      asked: row.day,
      due,
      ...untouched,
      history: [],
      revision: 0,
    };
    return [insertCase(tenant, seq, opened)];
  };
}

/** The case with the changed answers. What was for the inspectorate alone stays so, and what becomes so starts anew there. */
function changed(before: StoredCase, content: CaseContent, today: string): StoredCase {
  const grave = before.grave || content.grave;
  const handedOver = grave && !before.grave;
  return {
    ...before,
    ...content,
    grave,
    ...(handedOver ? { state: 'new', owner: null, answer: null, answeredOn: null, shownUntil: null } : {}),
    history: [...before.history, { on: today, actor: 'anyone', step: 'changed' }],
  };
}

/**
 * What an edit of a response does to the reply asked for: opens, changes or erases its case.
 * @param reply `undefined` = as it was asked for before. @throws Refusal 503 `key.lost`.
 */
export async function changeCase(
  services: Pick<Services, 'db' | 'caseKeys' | 'now'>,
  held: HeldResponse,
  row: StoredResponse,
  reply: boolean | undefined,
): Promise<readonly Statement[]> {
  const { tenant, period, seq, receipt } = held;
  const before = await caseOfResponseOrNull(services.db, tenant, period, seq);
  const content = contentOrNull(row);
  if (!content || !(reply ?? before !== null)) return before ? [deleteCaseOf(tenant, period, seq)] : [];
  if (!before) return (await openCase(services, tenant, row))({ period, seq, receipt });
  return [updateCase(tenant, before.revision, changed(before, content, localDay(services.now())))];
}
