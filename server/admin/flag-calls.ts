import type { FlagAnswerRequest, FlagStands, FlagsPage, FlagVerdictRequest } from '#wire/flag.ts';
import type { Call } from './api.ts';

/** What to ask of the flags of a period; '' = any. */
export type FlagsQuery = Readonly<Record<'period' | 'unit' | 'officer' | 'check' | 'state' | 'after', string>>;

/** Flags of a closed period, what is said to them, and what came of it. */
export function flagCalls(call: Call, one: (path: string, item: unknown) => Promise<void>) {
  const queryOf = (query: Partial<FlagsQuery>) =>
    new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return {
    flags: (query: Partial<FlagsQuery>, signal?: AbortSignal) =>
      call<FlagsPage>('GET', `/v1/flags?${queryOf(query)}`, undefined, signal),
    /** Where a browser fetches the file. */
    flagsAddress: (format: 'csv' | 'xlsx', query: Partial<FlagsQuery>) => `/v1/flags.${format}?${queryOf(query)}`,
    answerFlag: (answer: FlagAnswerRequest) => one('/v1/flags/answers', answer),
    decideFlag: (verdict: FlagVerdictRequest) => call<FlagStands>('POST', '/v1/flags/verdicts', verdict),
  };
}
