import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { vi } from '../../server/admin/words/vi.ts';
import { createApp } from '../../server/app.ts';
import { fillDemo } from '../../server/demo/fill.ts';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import type { Who } from '../../server/principal.ts';
import { routes } from '../../server/routes/index.ts';
import type { Route } from '../../server/routes/route.ts';
import { insertDevice } from '../../server/store/devices.ts';
import { insertEnrolment, newEnrolmentCode } from '../../server/store/enrolments.ts';
import { insertPersonToken } from '../../server/store/person-tokens.ts';
import { insertPortalKey } from '../../server/store/portal-keys.ts';
import { newSecret } from '../../server/store/secret.ts';
import { insertSession } from '../../server/store/sessions.ts';
import { newDatabase, urlOf } from './test-database.ts';

const NOW = new Date('2026-11-22T12:00:00+07:00');
const FAR = '2027-12-31T00:00:00.000Z';
const UNIT = 'so-xay-dung';
const folder = mkdtempSync(join(tmpdir(), 'dvc-examples-'));
const LOGINS: Partial<Record<Who, string>> = {
  'province-admin': 'quantri',
  'unit-admin': 'quantri-sxd',
  reviewer: 'thamdinh',
  viewer: 'xem',
  inspector: 'thanhtra',
};

let services: Awaited<ReturnType<typeof openServices>>;
let app: ReturnType<typeof createApp>;
const headersOf: Partial<Record<Who, Record<string, string>>> = { anyone: {} };

beforeAll(async () => {
  const files = { DATABASE_URL: urlOf(await newDatabase(folder)), KEY_DIR: join(folder, 'keys') };
  services = await openServices(readEnv({ ...files, LOG_LEVEL: 'error' }), () => NOW);
  await fillDemo(services);
  app = createApp(services);
  const { db } = services;
  for (const [who, login] of Object.entries(LOGINS)) {
    const token = newSecret('mau', 'ss');
    await db.batch([insertSession('mau', token, login, 'csrf', FAR)]);
    headersOf[who as Who] = { cookie: `dvc_session=${token}`, 'x-dvc-csrf': 'csrf' };
  }
  const [deviceKey, person, portal] = [newSecret('mau', 'dk'), newSecret('mau', 'pt'), newSecret('mau', 'pk')];
  await db.batch([
    insertDevice('mau', { device: 'may-vi-du', unit: UNIT, label: 'Máy ví dụ' }, deviceKey, NOW),
    insertPersonToken('mau', person, 'may-vi-du', 'CB-0117', FAR),
    insertPortalKey('mau', { id: 'cong-vi-du', label: 'Cổng ví dụ', units: [] }, portal, NOW),
  ]);
  headersOf.device = { authorization: `Bearer ${deviceKey}` };
  headersOf.officer = { ...headersOf.device, 'x-dvc-person': person };
  headersOf.portal = { authorization: `Bearer ${portal}` };
}, 60_000);
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true });
});

async function ask(who: Who, method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const length: Record<string, string> =
    sent === undefined ? {} : { 'content-length': String(Buffer.byteLength(sent)) };
  const headers = { 'content-type': 'application/json', ...length, ...headersOf[who], ...more };
  const answer = await app.request(path, { method, headers, body: sent ?? null });
  const text = await answer.text();
  return { status: answer.status, text, body: text.startsWith('{') ? JSON.parse(text) : null };
}
const seen = async (path: string, who: Who = 'province-admin') => (await ask(who, 'GET', path)).body;

/** What no document can print: a secret handed out once, or the name the server gave a thing. */
interface Own {
  readonly path?: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}
let receipt = '';
const ofCase = async () => ({
  path: ((await seen(`/v1/cases?state=all&unit=${UNIT}`)).cases as { id: string }[])[0]?.id ?? '',
});
const ofObjection = async () => ({
  path: (await seen('/v1/objections?period=ky-cho-y-kien&state=new')).objections[0].id,
});
/** What the demo's own figures ask is not the same for ever: one question of the tables is put beside it. */
const ofFlag = async () => {
  await services.db.run(`insert into snapshot_flags (tenant, snapshot, flag, check_id, family, unit, officer, body)
    select tenant, snapshot, 'differingCounts//', 'differingCounts', 'figures', '', '', '{}' from periods
    where tenant = 'mau' and period = 'ky-cho-y-kien' on conflict do nothing`);
  return {};
};
const waiting = async () => ({ path: 'ky-cho-y-kien' });
const published = async () => ({ path: 'ky-truoc' });
let stepSecret = '';
const codeAt = (ms: number) => new TOTP({ secret: Secret.fromBase32(stepSecret) }).generate({ timestamp: ms });
const OWN: Readonly<Record<string, () => Promise<Own>>> = {
  'POST /v1/cases/:case/take': ofCase,
  'POST /v1/cases/:case/release': ofCase,
  'POST /v1/cases/:case/answer': ofCase,
  'POST /v1/cases/:case/close': ofCase,
  'PUT /v1/objections/:id/owner': ofObjection,
  'POST /v1/objections/:id/answer': ofObjection,
  'POST /v1/flags/answers': ofFlag,
  'POST /v1/flags/verdicts': ofFlag,
  'POST /v1/devices': async () => {
    const code = newEnrolmentCode('mau');
    await services.db.batch([insertEnrolment('mau', code, { unit: UNIT, label: '', issuedBy: 'x' }, FAR)]);
    return { body: { code } };
  },
  'POST /v1/session/second-step/confirm': async () => {
    const [{ example } = {}] = routes.filter(
      ({ path, method }) => path === '/v1/session/second-step' && method === 'POST',
    );
    stepSecret = (await ask('province-admin', 'POST', '/v1/session/second-step', example)).body.secret;
    return { body: { code: codeAt(NOW.getTime()) } };
  },
  // The code after the one that was taken.
  'POST /v1/session/second-step/end': async () => ({ body: { code: codeAt(NOW.getTime() + 30_000) } }),
  'PUT /v1/webhooks/:webhook/state': async () => ({ path: (await seen('/v1/webhooks')).webhooks[0].id }),
  'PUT /v1/published-tables/:id': async () => ({ path: 'bao-cao-2025' }),
  'POST /v1/published-tables/:id/state': async () => ({ path: 'bao-cao-giay' }),
  'POST /v1/paper-responses/undo': async () => {
    const [printed] = routes.filter(({ path }) => path === '/v1/paper-responses/undo').map(({ example }) => example);
    const entered = { ...(printed as { form: object }).form, form: '2026/0118' };
    const { body } = await ask('province-admin', 'POST', '/v1/paper-responses', [entered]);
    return { body: { form: entered, undo: body.outcomes[0].undo } };
  },
  'PUT /v1/responses/:id': async () => ({
    path: 'mau.01KA3M5S9WQ7T2B8XJ4N6RVCDE',
    headers: { 'x-dvc-receipt': receipt },
  }),
  // The check says what it found in the words to be sent back.
  'POST /v1/periods/:period/check/acknowledge': async () => {
    const { advisory } = await seen('/v1/periods/ky-nay/check');
    const { code, message } = advisory[0];
    return { path: 'ky-nay', body: { code, message } };
  },
  'POST /v1/periods/:period/rescore/preview': waiting,
  'POST /v1/periods/:period/rescore': waiting,
  'POST /v1/periods/:period/reopen': waiting,
  'PUT /v1/periods/:period/qd766': waiting,
  'PUT /v1/users/:login': async () => ({ path: 'xem' }),
  'POST /v1/periods/:period/timeliness/renewal': async () => ({ path: 'ky-nay' }),
  'PUT /v1/periods/:period/report/texts': waiting,
  'PUT /v1/periods/:period/report/head': waiting,
  'POST /v1/periods/:period/correct': published,
  'POST /v1/periods/:period/withdraw': published,
  'POST /v1/periods/:period/publish': published,
  'POST /v1/periods/:period/seal': published,
};

/** Only an empty server has no admin yet; what a tablet at a counter sends needs the tablet; the demo has no provider people come back from. */
const APART = (route: Route) =>
  ['/v1/first-admin', '/v1/sso/code'].includes(route.path) || route.path.startsWith('/v1/kiosk');

/** One after the other as somebody would who works through the document: what is named first comes first. */
const FIRST = ['/v1/dossiers', '/v1/responses', '/v1/units'];
const LAST = ['withdraw', 'publish', 'reopen', '/v1/session/password', '/v1/tenant'];
const place = ({ path, method }: Route) => {
  const late = LAST.findIndex((end) => path.endsWith(end));
  return (FIRST.includes(path) ? 0 : 10) + (method === 'PUT' ? 1 : 0) + late;
};

test('the demo accepts the example of every route as it is printed', async () => {
  const printed = routes.filter((route) => route.example !== undefined && !APART(route));
  const refused: string[] = [];
  for (const route of [...printed].sort((a, b) => place(a) - place(b))) {
    const name = `${route.method} ${route.path}`;
    const own = (await OWN[name]?.()) ?? {};
    const who = (['anyone', 'province-admin', 'unit-admin', 'officer', 'portal', 'device'] as const).find((each) =>
      route.who.includes(each),
    );
    const path = route.path.replace(/:\w+/, own.path ?? '');
    const body = own.body ? { ...(route.example as object), ...own.body } : route.example;
    const answer = await ask(who ?? 'anyone', route.method, path, body, own.headers);
    if (name === 'POST /v1/responses') receipt = answer.body?.receipt ?? '';
    if (answer.status >= 300 || answer.text.includes('"outcome":"refused"'))
      refused.push(`${name} as ${who}: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
  expect(refused).toEqual([]);
}, 60_000);

test('whatever was written into the log on the way has a name on its screen', async () => {
  const acts = await services.db.all<{ action: string }>('select distinct action from audit order by action');
  expect(acts.length).toBeGreaterThan(50);
  expect(acts.filter(({ action }) => !Object.hasOwn(vi, `audit.act.${action}`))).toEqual([]);
});
