import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { envWarnings, readEnv } from '../../server/env.ts';
import { gaugeWork } from '../../server/gauge-work.ts';
import { listenMetrics, metricsApp } from '../../server/listen-metrics.ts';
import { createMetrics } from '../../server/metrics.ts';
import { openServices } from '../../server/open-services.ts';
import { routes } from '../../server/routes/index.ts';
import { type As, NOW, responseOf, seed } from './test-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'dvc-metrics-'));
const env = readEnv({
  ...{ DATABASE_URL: `file:${join(folder, 'a.db')}`, KEY_DIR: join(folder, 'keys'), LOG_LEVEL: 'silent' },
  ...{ METRICS_PORT: '0', METRICS_TOKEN: 'mot-chuoi-dai-hon-24-ky-tu' },
});
let services: Awaited<ReturnType<typeof openServices>>;
let app: ReturnType<typeof createApp>;
let as: As;

beforeAll(async () => {
  services = await openServices(env, () => NOW);
  as = (await seed(services.db, 'mau'))['province-admin'];
  app = createApp(services);
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true });
});

const figures = async () => (await services.metrics?.text()) ?? '';
const post = (body: unknown) => {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  return app.request('/v1/responses', { method: 'POST', body: text, headers });
};

test('figures are of routes, codes and kinds of work, and of nobody', async () => {
  expect((await post(responseOf(1))).status).toBe(201);
  expect((await post([responseOf(2), responseOf(3)])).status).toBe(200);
  await app.request('/v1/dossiers/H99.01-261110-0042', { headers: { ...as } });
  await app.request('/k/mau.K7M29QXD4TWZ8R3F');
  await app.request('/H99.01-261110-0042');
  const text = await figures();
  expect(text).toMatch(/dvc_requests_total\{method="POST",route="\/v1\/responses",status="2xx"\} 2/);
  expect(text).toMatch(/dvc_requests_total\{method="GET",route="\/v1\/dossiers\/:code",status="4xx"\} 1/);
  expect(text).toMatch(/dvc_refused_total\{code="dossier.unknown"\} 1/);
  expect(text).toMatch(/dvc_request_seconds_count\{method="POST",route="\/v1\/responses"\} 2/);
  expect(text).toMatch(/dvc_commit_responses_sum 3/);
  expect(text).toMatch(/dvc_store_seconds_count\{op="batch",outcome="done"\} [1-9]/);
  expect(text).toMatch(/dvc_waiting\{for="commit"\} 0/);
  expect(text).toMatch(/dvc_closing\{count="periods"\} 0/);
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds /);
  expect(text).toMatch(/process_resident_memory_bytes /);
  expect(text).not.toMatch(/H99|K7M29|so-a|\bmau\b|CB-01/);
});

test('labels take no value a caller could make up', async () => {
  for (let n = 0; n < 50; n += 1) await app.request(`/la-${n}`, { headers: { accept: 'text/html' } });
  const known = new Set([...routes.map(({ path }) => path), '(không có)']);
  const named = [...(await figures()).matchAll(/ ?route="([^"]*)"/g)].map(([, route]) => route?.replace(/\\\\/g, '\\'));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((route) => !known.has(route ?? ''))).toEqual([]);
});

test('they are read on an address of their own, with the token alone, and the server proper knows no such page', async () => {
  expect((await app.request('/metrics')).status).toBe(404);
  const listening = await listenMetrics(services.metrics, env);
  const ask = (headers: As) => fetch(`${listening?.url}/metrics`, { headers });
  const read = await ask({ authorization: `Bearer ${env.metricsToken}` });
  expect([read.status, (await read.text()).includes('dvc_requests_total')]).toEqual([200, true]);
  const others: As[] = [{}, { authorization: 'Bearer sai' }, { cookie: as.cookie ?? '' }];
  for (const wrong of others) expect((await ask(wrong)).status).toBe(401);
  expect((await fetch(`${listening?.url}/v1/session`)).status).toBe(404);
  await listening?.close();
  if (services.metrics) expect((await metricsApp(services.metrics, null).request('/metrics')).status).toBe(200);
});

test('without METRICS_PORT nothing is counted and nothing listens', async () => {
  const off = readEnv({});
  expect(await listenMetrics(null, off)).toBeNull();
  expect([off.metricsPort, off.metricsHost]).toEqual([null, '127.0.0.1']);
  const open = readEnv({ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' });
  expect(envWarnings(open).join()).toContain('METRICS_TOKEN');
  expect(() => readEnv({ METRICS_TOKEN: 'ngan' })).toThrow('METRICS_TOKEN');
});

test('every figure the alerts ask for is one the server has', async () => {
  const rules = readFileSync(join(import.meta.dirname, '../../server/deploy/prometheus-alerts.yml'), 'utf8');
  const asked = [...rules.matchAll(/^ {8}expr: (.*)$/gm)].flatMap(([, expr]) =>
    [...(expr ?? '').matchAll(/\b((?:dvc|process|nodejs)_[a-z0-9_]+)/g)].map(([, name]) => name ?? ''),
  );
  const text = await figures();
  expect(asked.length).toBeGreaterThan(8);
  for (const name of new Set(asked)) expect(text).toContain(`# TYPE ${name.replace(/_bucket$/, '')} `);
});

test('a database that is away, or says nothing, takes its own figures alone from the page', async () => {
  const { db, intake, slots } = services;
  for (const all of [() => Promise.reject(new Error('gone')), () => new Promise<never>(() => {})]) {
    const metrics = createMetrics();
    gaugeWork(metrics, { db: { ...db, all }, intake, slots });
    const begun = performance.now();
    const page = await metricsApp(metrics, null).request('/metrics');
    const text = await page.text();
    expect([page.status, performance.now() - begun < 6000]).toEqual([200, true]);
    expect(text).toMatch(/dvc_waiting\{for="commit"\} 0/);
    expect(text).not.toMatch(/dvc_closing\{/);
  }
});

test('an alert tells of every way the store has to take nothing but a moment’s crowd', () => {
  const sources = ['postgres-fault.ts', 'sqlite-fault.ts', 'store-busy.ts'].map((file) =>
    readFileSync(join(import.meta.dirname, '../../server/store', file), 'utf8'),
  );
  const codes = new Set(sources.join('').match(/(?<=')store\.[a-z]+(?=')/g));
  const rules = readFileSync(join(import.meta.dirname, '../../server/deploy/prometheus-alerts.yml'), 'utf8');
  const [, told = ''] = /alert: DanhGiaDvcNotStoring\n.*code=~"([^"]+)"/.exec(rules) ?? [];
  // In the file a backslash stands twice: Prometheus reads it as a text first.
  const alerts = new RegExp(`^(${told.replaceAll('\\\\', '\\')})$`);
  expect(codes.size).toBeGreaterThan(5);
  expect([...codes].filter((code) => !alerts.test(code))).toEqual(['store.busy']);
});
