import type { EventEmitter } from 'node:events';
import autocannon from 'autocannon';
import { base32 } from '#rules/base32.ts';

/** What the generator is told, as its one argument. */
export interface LoadOrder {
  readonly url: string;
  readonly connections: number;
  /** Requests sent in all; the run ends when the last one is answered, so that what was acknowledged is known to the last. */
  readonly requests: number;
  /** Responses of one request; 1 = a single body, not a list of one. */
  readonly together: number;
  /** Numbers of the responses begin here. */
  readonly from: number;
  readonly units: number;
}

/** What it says at its end, as its last line. */
export interface Loaded {
  /** Requests answered with 201 (single) or 200 (list). */
  readonly acknowledged: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const OPTIONS = { overall: 5, q1: ['before', 'on', 'after'], q7: ['t3', 't2', 't1'] } as const;

function idOf(n: number): string {
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(6, n);
  return `mau.01KA3M5S9W${base32(bytes)}`;
}

/** A filled-in form as the widget sends it. Every fourth goes to one unit in ten. */
function responseOf(n: number, units: number) {
  const busy = n % 4 === 0 ? units / 10 : units;
  return {
    ...{ id: idOf(n), unit: `dv-${(n * 7) % Math.ceil(busy)}`, procedure: `1.${String(n % 20).padStart(6, '0')}` },
    ...{ survey: 'danhgia-2026', version: 1, stage: 'returned', channel: 'portal', lang: 'vi' },
    answers: {
      ...{ overall: `s${1 + (n % OPTIONS.overall)}`, q1: OPTIONS.q1[n % 3], q3: 'extra0', q4: 'other0' },
      ...{ q7: OPTIONS.q7[(n >> 2) % 3], qe: 'ok', q6: 'both' },
    },
    ...(n % 10 === 0 ? { comment: 'Hướng dẫn rõ ràng, trả kết quả sớm.' } : {}),
    seconds: 20 + (n % 200),
  };
}

const { url, connections, requests, together, from, units } = JSON.parse(process.argv[2] ?? '') as LoadOrder;
let sent = 0;
let [acknowledged, last] = [0, 0];
const begun = performance.now();
const running = autocannon({
  ...{ url: `${url}/v1/responses`, method: 'POST', connections, amount: requests, pipelining: 1, timeout: 60 },
  requests: [
    {
      setupRequest(request) {
        const first = from + sent * together;
        sent += 1;
        const body =
          together === 1
            ? responseOf(first, units)
            : Array.from({ length: together }, (_, i) => responseOf(first + i, units));
        // Many offices: one address alone would be asked to wait.
        const office = together === 1 ? first >> 6 : first;
        const address = `${together === 1 ? 10 : 11}.${[16, 8, 0].map((bits) => (office >> bits) & 255).join('.')}`;
        const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
        return { ...request, headers, body: JSON.stringify(body) };
      },
    },
  ],
});
// Its types call it a promise; it is one that tells of every answer as well.
(running as unknown as EventEmitter).on('response', (_client: unknown, status: number) => {
  if (status === (together === 1 ? 201 : 200)) acknowledged += 1;
  last = performance.now();
});
const { latency } = await running;
// Its own clock ticks in whole seconds.
const loaded: Loaded = { acknowledged, seconds: (last - begun) / 1000, p50: latency.p50, p99: latency.p99 };
console.info(JSON.stringify(loaded));
