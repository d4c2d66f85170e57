import type { SampleRequest, SamplesView } from '#wire/sample.ts';
import type { Call } from './api.ts';

/** Dossiers drawn for review. */
export function sampleCalls(call: Call) {
  const queryOf = (period: string, unit: string) => new URLSearchParams(unit ? { period, unit } : { period });
  return {
    samples: (period: string, unit: string, signal?: AbortSignal) =>
      call<SamplesView>('GET', `/v1/samples?${queryOf(period, unit)}`, undefined, signal),
    drawSample: (request: SampleRequest) => call<SamplesView>('POST', '/v1/samples', request),
    /** Where a browser fetches the file. */
    sampleAddress: (period: string, unit: string) => `/v1/samples.csv?${queryOf(period, unit)}`,
  };
}
