import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base32 } from '#rules/base32.ts';
import type { Role } from '#wire/access.ts';
import type { Response as ResponseBody } from '#wire/response.ts';
import { createApp } from '../../server/app.ts';
import type { Database } from '../../server/database.ts';
import { openServices } from '../../server/open-services.ts';
import type { Db, Statement } from '../../server/store/db.ts';
import { insertDevice } from '../../server/store/devices.ts';
import { claimKioskOrNull, setKioskCode } from '../../server/store/kiosk-enrolment.ts';
import { insertKiosk } from '../../server/store/kiosks.ts';
import { putOfficer } from '../../server/store/officers.ts';
import { hashPassword } from '../../server/store/password.ts';
import { insertPeriod } from '../../server/store/periods.ts';
import { insertPersonToken } from '../../server/store/person-tokens.ts';
import { insertPortalKey } from '../../server/store/portal-keys.ts';
import { newSecret } from '../../server/store/secret.ts';
import { insertSession } from '../../server/store/sessions.ts';
import { insertTenant } from '../../server/store/tenants.ts';
import { insertUnit } from '../../server/store/units.ts';
import { insertUser } from '../../server/store/users.ts';
import { answerFaults, routeOf } from './documented/answer-faults.ts';
import { envIn } from './env-in.ts';
import { judging } from './statements/judged.ts';
import { dropDatabase, newDatabase } from './test-database.ts';

/** 10/11/2026 09:00 in Viet Nam, a Tuesday. */
export const NOW = new Date('2026-11-10T02:00:00Z');
export const PASSWORD = 'mật khẩu thử nghiệm';
export const PIN = '2468';
const FAR = '2027-12-31T00:00:00.000Z';
const DECISION = { act: 'QĐ 1/QĐ-UBND (Mẫu)', ruleset: 'tt01-2018', from: '2025-07-01', to: null } as const;

/** The kiosk of a tenant: at so-a, one touch, PIN as the officers'. */
export const KIOSK = (tenant: string) => `${tenant}.0000000001`;
const PLACE = {
  unit: 'so-a',
  counter: 'Quầy 01',
  officer: null,
  mode: 'quick',
  lang: 'vi',
  intervalSeconds: 3,
} as const;

/** Headers with which a caller shows who it is. */
export type As = Readonly<Record<string, string>>;
export type Caller = 'portal' | 'device' | 'kiosk' | 'officer' | Role;
export const TENANTS = ['mau', 'kia'] as const;
type TenantId = (typeof TENANTS)[number];

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

/** Hashing is slow on purpose; one hash serves every user and officer of a test run. */
let hashes: Promise<[password: string, pin: string]> | undefined;

function session(tenant: string, role: Role, unit: string | null, passwordHash: string): [Statement[], As] {
  const login = `${role}${unit === null ? '' : `.${unit}`}`;
  const token = newSecret(tenant, 'ss');
  const csrf = `csrf-${tenant}-${login}`;
  const statements = [
    insertUser(tenant, { login, role, unit }, passwordHash, NOW),
    insertSession(tenant, token, login, csrf, FAR),
  ];
  return [statements, { cookie: `dvc_session=${token}`, 'x-dvc-csrf': csrf }];
}

/**
 * A province: units so-a, so-b (departments) and xa-1 (commune), quarter IV/2026 open, officer CB-01 with a browser at
 * so-a, a kiosk there, a portal key for every unit, one user of each role (unit-admin of so-a; the others province-wide).
 */
export async function seed(db: Db, tenant: TenantId): Promise<Record<Caller, As>> {
  hashes ??= Promise.all([hashPassword(PASSWORD), hashPassword(PIN)]);
  const [password, pin] = await hashes;
  const [deviceKey, personToken, portalKey, kioskKey] = (['dk', 'pt', 'pk', 'kk'] as const).map((kind) =>
    newSecret(tenant, kind),
  );
  const units = [
    { unit: 'so-a', level: 'province' },
    { unit: 'so-b', level: 'province' },
    { unit: 'xa-1', level: 'commune' },
  ] as const;
  const users = {
    'province-admin': session(tenant, 'province-admin', null, password),
    'unit-admin': session(tenant, 'unit-admin', 'so-a', password),
    reviewer: session(tenant, 'reviewer', null, password),
    viewer: session(tenant, 'viewer', null, password),
    inspector: session(tenant, 'inspector', null, password),
  };
  await db.batch([
    ...insertTenant({ tenant, name: `Tỉnh ${tenant}`, province: tenant, decision: DECISION }, '2026-01-01', NOW),
    ...units.map(({ unit, level }) =>
      insertUnit(tenant, { unit, level, name: `Đơn vị ${unit}`, parent: null, from: '2026-01-01', to: null }),
    ),
    insertPeriod(tenant, {
      period: '2026-q4',
      kind: 'quarter',
      from: '2026-10-01',
      to: '2027-01-01',
      ruleset: 'tt01-2018',
      decision: DECISION.act,
      choices: '{}',
    }),
    ...putOfficer(tenant, { officer: 'CB-01', unit: 'so-a', label: 'Quầy 1 · CB-01' }, pin),
    insertDevice(tenant, { device: 'may-1', unit: 'so-a', label: 'Máy quầy 1' }, deviceKey ?? '', NOW),
    insertPersonToken(tenant, personToken ?? '', 'may-1', 'CB-01', FAR),
    insertPortalKey(tenant, { id: 'cong', label: 'Cổng dịch vụ công', units: [] }, portalKey ?? '', NOW),
    insertKiosk(tenant, { kiosk: KIOSK(tenant), ...PLACE }, pin, NOW),
    setKioskCode(tenant, KIOSK(tenant), 'mã của bộ thử', FAR),
    ...Object.values(users).flatMap(([statements]) => statements),
  ]);
  await claimKioskOrNull(db, tenant, 'mã của bộ thử', kioskKey ?? '', NOW);
  const device = { authorization: `Bearer ${deviceKey}` };
  return {
    portal: { authorization: `Bearer ${portalKey}` },
    device,
    kiosk: { authorization: `Bearer ${kioskKey}` },
    officer: { ...device, 'x-dvc-person': personToken ?? '' },
    'province-admin': users['province-admin'][1],
    'unit-admin': users['unit-admin'][1],
    reviewer: users.reviewer[1],
    viewer: users.viewer[1],
    inspector: users.inspector[1],
  };
}

/** A folder and a database a server of a test begins with a copy of, and who may call it. */
export interface Seeded {
  readonly folder: string;
  readonly database: Database;
  readonly credentials: Readonly<Record<TenantId, Readonly<Record<Caller, As>>>>;
}

/** Every server of a test begins with a copy of one folder and one database: to bring up a schema and two provinces anew costs a third of a test. */
async function seededFolder(): Promise<Seeded> {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-seeded-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const database = await newDatabase(folder);
  const services = await openServices(envIn(folder, database), () => NOW);
  const credentials = { mau: await seed(services.db, 'mau'), kia: await seed(services.db, 'kia') };
  services.stop();
  await services.close();
  return { folder, database, credentials };
}
let seeded: Promise<Seeded> | undefined;

/**
 * The whole server on a real database in a temporary folder, with tenants `mau` and `kia` seeded alike. `clock.now` may
 * be moved; nothing listens on a socket. A statement of the program that is held to no tenant fails the test that brought it up.
 */
export async function testServer(from?: Seeded) {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-server-'));
  const clock = { now: NOW };
  seeded ??= seededFolder();
  const { folder: made, database: template, credentials } = from ?? (await seeded);
  cpSync(made, folder, { recursive: true });
  const database = await newDatabase(folder, 'a.db', template);
  let db: Db | undefined;
  const judgedDb = await judging();
  // What a test itself asks may look across provinces; what the program asks may not.
  const env = envIn(folder, database);
  const services = await openServices(
    env,
    () => clock.now,
    (opened) => {
      db = opened;
      return judgedDb(opened);
    },
  );
  const app = createApp(services);

  /** `body`: text is sent as it is, anything else as JSON. A JSON answer is parsed. */
  async function request<Body = Record<string, never>>(
    method: string,
    path: string,
    body?: unknown,
    as: As = {},
  ): Promise<Answer<Body>> {
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const length: As = sent === undefined ? {} : { 'content-length': String(Buffer.byteLength(sent)) };
    const response = await app.request(path, { method, body: sent ?? null, headers: { ...length, ...as } });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    const { status, headers } = response;
    // Tests break things on purpose; that nothing else ends so is for the fuzzer to say.
    const judged = status < 500 && method !== 'OPTIONS';
    const faults = judged ? answerFaults(routeOf(method, path), { status, headers, text }) : [];
    if (faults.length) throw new Error(`${method} ${path}: ${faults.join('; ')}`);
    return { status: response.status, headers: response.headers, text, body: json && text ? JSON.parse(text) : null };
  }

  /** Nothing is open any more. @returns the folder, for other servers to begin with. */
  async function leave(): Promise<Seeded> {
    services.stop();
    await services.close();
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return { folder, database, credentials };
  }

  return {
    app,
    clock,
    credentials,
    database,
    env,
    db: db ?? services.db,
    folder,
    leave,
    request,
    services,
    async close() {
      services.stop();
      await services.close();
      await dropDatabase(database);
      rmSync(folder, { recursive: true });
    },
  };
}
export type TestServer = Awaited<ReturnType<typeof testServer>>;

/** `mau.…0001`: a client id a reader can tell from another. */
export function idOf(n: number, tenant = 'mau'): string {
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(6, n);
  return `${tenant}.01KA3M5S9W${base32(bytes)}`;
}

/** A complete, acceptable response of unit so-a; `more` says what differs. */
export function responseOf(n: number, more: Partial<ResponseBody> = {}): ResponseBody {
  return {
    id: idOf(n),
    unit: 'so-a',
    procedure: '1.001612',
    survey: 'danhgia-2026',
    version: 1,
    stage: 'returned',
    channel: 'portal',
    lang: 'vi',
    answers: { overall: 's4', q1: 'on', q3: 'extra0' },
    ...more,
  };
}
