import type { FlagsPage } from '#wire/flag.ts';
import type { Reply } from '../messages.ts';
import type { Answered, FlagDraft, OwnFlag } from '../work-messages.ts';
import { askAsOfficer } from './ask-as-officer.ts';
import { closedPeriods, sendOne } from './objections.ts';

/** What the closes of the last periods ask the officer at this browser, the newest period first. */
export async function ownFlags(): Promise<Answered<readonly OwnFlag[]>> {
  const closed = await closedPeriods();
  if (!closed.ok) return closed;
  const found: OwnFlag[] = [];
  for (const { period, label } of closed.value) {
    const answer = await askAsOfficer({ path: `/v1/flags?period=${encodeURIComponent(period)}` });
    if (!answer.ok) return answer;
    found.push(...(answer.value as FlagsPage).flags.map((flag) => ({ period, label, flag })));
  }
  return { ok: true, value: found };
}

/** Answers one flag in the name of the officer at this browser; sent twice under one id it is one answer. */
export const answerFlag = (answer: FlagDraft): Promise<Reply> => sendOne('/v1/flags/answers', answer);
