import { setTimeout as sleep } from 'node:timers/promises';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Db } from './store/db.ts';

/** What one answered request was. */
export interface Answered {
  readonly method: string;
  /** As the route declares it, never the address asked for. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  /** Of a refusal. */
  readonly code: string | undefined;
}

/**
 * Figures of this process for whoever runs it, as Prometheus reads them. Labels are words of our own: routes as declared, codes of
 * refusals, kinds of work; no province, unit, dossier or caller, for a count below five of one of them would be about people.
 */
export interface Metrics {
  answered(request: Answered): void;
  /** A group of `n` responses was stored, in `seconds`. */
  committed(n: number, seconds: number): void;
  imported(rows: number): void;
  delivered(outcome: 'done' | 'failed' | 'off'): void;
  /** `db`, its calls timed. */
  timed(db: Db): Db;
  /** Reads `values` whenever somebody asks for the figures; what fails or is not told within two seconds is left out. */
  gauge(name: string, help: string, label: string, values: () => Promise<Readonly<Record<string, number>>>): void;
  text(): Promise<string>;
  readonly contentType: string;
}

const REQUEST_SECONDS = [0.005, 0.02, 0.1, 0.5, 2, 10, 60];
const STORE_SECONDS = [0.001, 0.005, 0.02, 0.1, 0.5, 2];
/** Whoever runs the server looks at its figures most of all when its database is away. */
const GAUGE_MS = 2000;
const GROUP_SIZES = [1, 5, 20, 100, 500, 1000];

async function inTime(values: () => Promise<Readonly<Record<string, number>>>) {
  const over = new AbortController();
  const none = sleep(GAUGE_MS, {}, { signal: over.signal }).catch(() => ({}));
  try {
    return await Promise.race([values().catch(() => ({})), none]);
  } finally {
    over.abort();
  }
}

export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    ...{ name: 'dvc_requests_total', help: 'Answered requests by declared route and class of status', registers },
    labelNames: ['method', 'route', 'status'] as const,
  });
  const took = new Histogram({
    ...{ name: 'dvc_request_seconds', help: 'From the head of a request to its answer', registers },
    labelNames: ['method', 'route'] as const,
    buckets: REQUEST_SECONDS,
  });
  const refused = new Counter({
    ...{ name: 'dvc_refused_total', help: 'Refusals by their code', registers },
    labelNames: ['code'] as const,
  });
  const groups = new Histogram({
    ...{ name: 'dvc_commit_responses', help: 'Responses stored by one commit', registers },
    buckets: GROUP_SIZES,
  });
  const commits = new Histogram({
    ...{ name: 'dvc_commit_seconds', help: 'One group of responses, planned and stored', registers },
    buckets: STORE_SECONDS,
  });
  const store = new Histogram({
    ...{ name: 'dvc_store_seconds', help: 'One call of the database, waiting for its turn included', registers },
    labelNames: ['op', 'outcome'] as const,
    buckets: STORE_SECONDS,
  });
  const rows = new Counter({ name: 'dvc_import_rows_total', help: 'Rows of files read', registers });
  const deliveries = new Counter({
    ...{ name: 'dvc_webhook_deliveries_total', help: 'Tries to tell an address of another system', registers },
    labelNames: ['outcome'] as const,
  });

  async function timing<Result>(op: string, call: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    const done = (outcome: string) => store.observe({ op, outcome }, (performance.now() - start) / 1000);
    try {
      const result = await call();
      done('done');
      return result;
    } catch (error) {
      done('failed');
      throw error;
    }
  }

  return {
    answered({ method, route, status, seconds, code }) {
      requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` });
      took.observe({ method, route }, seconds);
      if (code !== undefined) refused.inc({ code });
    },
    committed(n, seconds) {
      groups.observe(n);
      commits.observe(seconds);
    },
    imported: (n) => rows.inc(n),
    delivered: (outcome) => deliveries.inc({ outcome }),
    timed: (db) => ({
      ...db,
      all: (sql, params) => timing('all', () => db.all(sql, params)),
      run: (sql, params) => timing('run', () => db.run(sql, params)),
      batch: (statements) => timing('batch', () => db.batch(statements)),
    }),
    gauge(name, help, label, values) {
      new Gauge({
        ...{ name, help, registers, labelNames: [label] },
        async collect() {
          this.reset();
          for (const [key, value] of Object.entries(await inTime(values))) this.set({ [label]: key }, value);
        },
      });
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
