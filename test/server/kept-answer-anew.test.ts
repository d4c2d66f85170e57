import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PeriodCheck, PublicResults } from '#wire/results.ts';
import { createApp } from '../../server/app.ts';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { putProcedure } from '../../server/store/procedures.ts';
import { dossierBody } from './dossier-body.ts';
import { fillPeriod } from './filled-period.ts';
import { urlOf } from './test-database.ts';
import { type TestServer, testServer } from './test-server.ts';

// so-a of filled-period: 13,5 of 18; to the minute, its third step ended early too: 13,8. Once that is read as late, index 2 is
// (2 + 2 + 0) / 3 = 1,3 instead of 2,0: 13,1.
const PERIOD = '/v1/public/periods/2026-q4';
const PATHS = [
  ...['results', 'results.csv', 'changes', 'changes.csv', 'distributions', 'distributions.csv'].map(
    (name) => `${PERIOD}/${name}?tenant=mau`,
  ),
  ...[`${PERIOD}/results?tenant=mau&snapshot=2026-q4.1`, `${PERIOD}/results?tenant=mau&snapshot=2026-q4.2`],
  ...['/v1/public/history?tenant=mau', '/v1/public/history.csv?tenant=mau'],
  ...['/cong-khai/mau', '/cong-khai/mau?ky=2026-q4&lang=en', '/cong-khai/mau/don-vi/so-a?ky=2026-q4'],
];

let server: TestServer;
/** Another process at the same database. */
let beside: Awaited<ReturnType<typeof openServices>>;

beforeEach(async () => {
  server = await testServer();
  await server.db.run("delete from units where tenant = 'mau' and unit = 'so-b'");
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  const { folder } = server;
  const places = { DATABASE_URL: urlOf(server.database), KEY_DIR: join(folder, 'keys') };
  const env = readEnv({ ...places, BASE_URL: 'http://127.0.0.1:8787', OUTPUT_DIR: join(folder, 'output') });
  beside = await openServices({ ...env, logLevel: 'error' }, () => server.clock.now);
});
afterEach(async () => {
  beside.stop();
  await beside.close();
  await server.close();
});

const admin = () => server.credentials.mau['province-admin'];
async function act(name: string, body: object = {}): Promise<void> {
  const { status, text } = await server.request('POST', `/v1/periods/2026-q4/${name}`, body, admin());
  expect([name, status, status === 200 ? '' : text]).toEqual([name, 200, '']);
}

type App = TestServer['app'];
async function told(app: App, path: string) {
  const response = await app.request(path);
  const text = await response.text();
  // A refusal carries the number of its request.
  return [path, response.status, response.status === 200 ? text : ''] as const;
}
const total = async (app: App) => {
  const { units } = JSON.parse((await told(app, PATHS[0] ?? ''))[2]) as PublicResults;
  return units.find(({ unit }) => unit === 'so-a')?.total;
};

it('no kept answer differs from one made anew, in either of two processes, whatever is done to what is published', async () => {
  const second = createApp(beside);
  /** Over a database no answer was kept of: each is made anew. */
  const anew = () => createApp({ ...server.services, db: Object.create(server.db) });
  const states = new Set<string>();
  async function look(step: string): Promise<void> {
    const fresh = anew();
    const seen = await Promise.all(PATHS.map((path) => told(fresh, path)));
    for (const app of [server.app, second, server.app])
      expect([step, await Promise.all(PATHS.map((path) => told(app, path)))]).toEqual([step, seen]);
    states.add(JSON.stringify(seen));
  }

  await look('open');
  await act('close');
  await look('closed');
  await act('reopen', { reason: 'Còn hồ sơ chưa gửi trong kỳ.' });
  await look('opened again');
  await act('close');
  await act('rescore', { reason: 'Thống nhất cách hiểu của tỉnh.', choices: { granularity: 'timestamp' } });
  await act('seal');
  await look('sealed');
  await act('publish', { publishAt: '2027-01-04T03:00:00Z' });
  await look('under embargo');
  server.clock.now = new Date('2027-01-04T02:59:59.999Z');
  await look('a moment before its end');
  server.clock.now = new Date('2027-01-04T03:00:00Z');
  await look('shown');
  expect(await total(server.app)).toBe(138);

  const { body } = await server.request<PeriodCheck>('GET', '/v1/periods/2026-q4/check', undefined, admin());
  const late = {
    ...dossierBody({ code: 'H99.01-261102-0003', unit: 'so-a', procedure: '1.001612', officer: 'CB-01' }),
    ...{ channel: 'counter', state: 'ready', received: '2026-11-02T08:00', promised: '2026-11-05T17:00' },
    ...{ reappointed: [], ready: '2026-11-04T10:00', returned: null, pauses: [], supplements: 1, limitDays: 3 },
    steps: [{ unit: 'so-a', officer: null, due: '2026-11-05T11:30', ended: '2026-11-05T14:00' }],
  };
  await server.request('POST', '/v1/dossiers', [late], admin());
  await look('a dossier changed behind it');
  const [advice] = body.advisory;
  if (!advice) throw new Error('nothing to acknowledge');
  await act('check/acknowledge', { code: advice.code, message: advice.message, reason: 'Đã đối chiếu.' });
  await look('advice is left as it is');
  const procedure = { procedure: '1.001612', name: 'Tên mới của thủ tục', sector: null, limitDays: null };
  await server.db.batch([putProcedure('mau', procedure)]);
  await look('a procedure has another name');
  await act('correct', { reason: 'Sửa giờ kết thúc bước.', erratum: 'Chỉ số 2 của so-a tính lại.' });
  await look('corrected');
  expect([await total(server.app), await total(second)]).toEqual([131, 131]);
  await act('withdraw', { reason: 'Rà soát lại số liệu của một đơn vị.' });
  await look('withdrawn');
  for (const app of [server.app, second])
    for (const path of PATHS.filter((each) => each.startsWith(PERIOD)))
      expect([404, 410]).toContain((await told(app, path))[1]);
  await act('publish', { publishAt: '2027-01-05T03:00:00Z' });
  await look('published again, under embargo');
  server.clock.now = new Date('2027-01-05T03:00:00Z');
  await look('shown again');
  // Nothing yet, shown, another name, corrected, withdrawn, shown again: the rest looks like one of these.
  expect(states.size).toBe(6);
});
