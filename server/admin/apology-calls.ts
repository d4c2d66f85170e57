import type { Apologies, Apology, ApologyWithdrawal } from '#wire/apology.ts';
import type { Call } from './api.ts';

/** Letters of apology of one dossier. */
export function apologyCalls(call: Call, one: (path: string, item: unknown) => Promise<void>) {
  return {
    apologies: (dossier: string, signal?: AbortSignal) =>
      call<Apologies>('GET', `/v1/apologies?dossier=${encodeURIComponent(dossier)}`, undefined, signal),
    putApology: (letter: Apology) => one('/v1/apologies', letter),
    withdrawApology: (withdrawal: ApologyWithdrawal) => call<Apologies>('POST', '/v1/apologies/withdraw', withdrawal),
  };
}
