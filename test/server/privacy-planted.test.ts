import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { clientId } from '#rules/client-id.ts';
import type { Problem } from '#wire/problem.ts';
import { createApp } from '../../server/app.ts';
import { cli } from './cli-on.ts';
import { dossierBody } from './dossier-body.ts';
import { urlOf } from './test-database.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

const lines = vi.hoisted(() => [] as string[]);
vi.mock('../../server/log.ts', async (original) => ({
  ...(await original<typeof import('../../server/log.ts')>()),
  log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
}));

/** One person in every form a form may get to see; what stands behind a form of address is known for a name. */
const PERSON = {
  name: 'Trần Thị Mận',
  phone: '0912345678',
  id: '012345678901',
  email: 'man.tran@example.com',
  account: '19031234567890',
};
const TEXT = `Tôi tên là ${PERSON.name}, số ${PERSON.phone}, CCCD ${PERSON.id}, ${PERSON.email}, tài khoản ${PERSON.account}.`;
/** As some keyboards and files write it. */
const APART = TEXT.normalize('NFD');
const MARKS = Object.values(PERSON).flatMap((mark) => [mark, mark.normalize('NFD')]);

let server: TestServer;
const answered: string[] = [];

/** Paths below `folder`, and every text of the log, that hold a planted word. */
function found(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return [
    ...files.filter((name) => {
      const bytes = readFileSync(join(folder, name));
      return MARKS.some((mark) => bytes.includes(mark) || name.includes(mark));
    }),
    ...lines.filter((line) => MARKS.some((mark) => line.includes(mark))),
  ];
}

async function send(method: string, path: string, body?: unknown, as = {}) {
  // Names in headers reach a server as Latin letters at most.
  const headers = { 'user-agent': `${PERSON.phone} ${PERSON.email}`, ...as };
  const { status, text } = await server.request<Problem>(method, path, body, headers);
  answered.push(`${method} ${path} ${status} ${text}`);
  return { status, text };
}
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

beforeAll(async () => {
  server = await testServer();
  vi.stubEnv('DATABASE_URL', urlOf(server.database));
  vi.stubEnv('KEY_DIR', join(server.folder, 'keys'));
  vi.stubEnv('BASE_URL', '');
}, 30_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

describe('one person, planted in every text the server takes', () => {
  test('by citizens: comment, edit, plain page, address, query', async () => {
    for (const [n, comment] of [TEXT, APART].entries()) {
      const sent = await send('POST', '/v1/responses', responseOf(n, { comment }));
      expect(sent.status).toBe(201);
      const { receipt } = JSON.parse(sent.text) as { receipt: string };
      const edit = responseOf(n, { comment: `${comment} Thêm.` });
      expect((await send('PUT', `/v1/responses/${idOf(n)}`, edit, { 'x-dvc-receipt': receipt })).status).toBe(200);
      expect((await send('GET', `/v1/receipts/${receipt}/export`)).text).not.toContain(PERSON.phone);
    }
    const fields = { id: idOf(20), overall: 's1', q1: 'after', comment: TEXT };
    const shown = await send('POST', '/k/mau/so-a', form(fields), FORM);
    expect(shown.status).toBe(200);
    await send('POST', '/k/mau/so-a', form({ ...fields, comment: 'Đã che.' }), FORM);
    const asked = { ...responseOf(30, { comment: TEXT, answers: { overall: 's1' } }), reply: true };
    expect((await send('POST', '/v1/responses', asked)).status).toBe(201);
    for (const mark of Object.values(PERSON)) {
      const typed = encodeURIComponent(mark);
      for (const path of [
        `/k/${typed}`,
        `/k/mau/${typed}`,
        `/cong-khai/mau/phieu?ma=${typed}`,
        `/cong-khai/mau?ky=${typed}`,
        `/cong-khai/${typed}`,
        `/v1/receipts/${typed}`,
        `/v1/invitations/${typed}`,
        `/v1/surveys/${typed}?lang=${typed}`,
        `/khong-co/${typed}`,
      ])
        await send('GET', path);
      await send('POST', '/v1/responses', responseOf(40, { unit: mark, comment: mark }));
      await send('POST', '/v1/responses', `{"comment":"${mark}`);
      await send('POST', '/v1/session', { tenant: 'mau', login: mark, password: mark });
    }
  });

  test('by officers and offices: notes, objections, appraisals, reasons', async () => {
    const { officer, 'province-admin': admin, 'unit-admin': unitAdmin, reviewer } = server.credentials.mau;
    const code = 'H99.01-261102-0001';
    await send('POST', '/v1/dossiers', [dossierBody({ code, procedure: '1.001612' })], officer);
    const values = { 1: { shown: 20, points: 10, note: TEXT, evidence: PERSON.phone } };
    const scored = await send('POST', '/v1/self-scores', [{ id: idOf(801), dossier: code, values }], officer);
    expect(scored.text).toContain('"created"');
    await send(
      'POST',
      '/v1/dossiers',
      [{ ...dossierBody({ code }), applicant: PERSON.name, unit: PERSON.phone }],
      officer,
    );
    const paper = { form: '1', unit: 'so-a', day: '2026-11-06', survey: 'danhgia-2026', version: 1, stage: 'returned' };
    const typed = [{ ...paper, answers: { overall: 's4' }, comment: APART }];
    expect((await send('POST', '/v1/paper-responses', typed, admin)).text).toContain('"created"');
    const { cases } = JSON.parse((await send('GET', '/v1/cases', undefined, admin)).text) as {
      cases: { id: string }[];
    };
    const replied = { revision: 0, answer: TEXT };
    expect((await send('POST', `/v1/cases/${cases[0]?.id}/answer`, replied, admin)).status).toBe(204);
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    const { advisory } = JSON.parse((await send('GET', '/v1/periods/2026-q4/check', undefined, admin)).text) as {
      advisory: { code: string; message: string }[];
    };
    const [advice] = advisory;
    const kept = { code: advice?.code, message: advice?.message, reason: TEXT };
    expect([(await send('POST', '/v1/periods/2026-q4/check/acknowledge', kept, admin)).status, advice]).toEqual([
      200,
      advice,
    ]);
    expect((await send('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
    const objection = { id: idOf(900), period: '2026-q4', unit: 'so-a', text: TEXT };
    expect((await send('POST', '/v1/objections', [objection], unitAdmin)).text).toContain('"created"');
    await send('POST', `/v1/objections/${idOf(900)}/answer`, { state: 'declined', answer: TEXT }, admin);
    const asked = 'differingCounts/so-a/';
    await server.db.run(`insert into snapshot_flags (tenant, snapshot, flag, check_id, family, unit, officer, body)
      select tenant, snapshot, '${asked}', 'differingCounts', 'figures', 'so-a', '', '{}' from periods where tenant = 'mau'`);
    const said = { id: idOf(901), period: '2026-q4', flag: asked, text: TEXT };
    expect((await send('POST', '/v1/flags/answers', [said], unitAdmin)).text).toContain('"created"');
    const verdict = { period: '2026-q4', flag: asked, verdict: 'verify', note: TEXT };
    expect((await send('POST', '/v1/flags/verdicts', verdict, reviewer)).status).toBe(200);
    const appraised = { period: '2026-q4', unit: 'so-a', indicator: 5, points: 10, reason: TEXT };
    expect((await send('POST', '/v1/appraisals', [appraised], reviewer)).status).toBe(200);
    expect((await send('POST', '/v1/periods/2026-q4/rescore', { reason: TEXT }, admin)).status).toBe(200);
    const acts = [
      ['reopen', { reason: TEXT }],
      ['close', {}],
      ['seal', {}],
      ['publish', { faultReason: TEXT }],
      ['correct', { reason: TEXT, erratum: TEXT }],
      ['withdraw', { reason: TEXT }],
    ] as const;
    for (const [step, body] of acts)
      expect([step, (await send('POST', `/v1/periods/2026-q4/${step}`, body, admin)).status]).toEqual([step, 200]);
  });

  test('by files: columns of applicants, broken cells, headers, names of files', async () => {
    const { 'province-admin': admin } = server.credentials.mau;
    const files = {
      dossiers: `Mã hồ sơ,Đơn vị,Ngày tiếp nhận,Ngày hẹn trả,Họ tên người nộp,Điện thoại,${PERSON.email}\n
H99.01-261103-0001,so-a,03/11/2026,10/11/2026,${PERSON.name},${PERSON.phone},${PERSON.id}\n
H99.01-261103-0002,so-a,${PERSON.phone},${PERSON.name},${PERSON.name},${PERSON.phone},${PERSON.id}\n
${PERSON.id},${PERSON.phone},03/11/2026,10/11/2026,x,${PERSON.account},y\n`.replaceAll('\n\n', '\n'),
      'paper-forms': `Số phiếu,Đơn vị,Ngày,overall,Góp ý\n2,so-a,06/11/2026,s4,"${TEXT}"\n3,${PERSON.name},${PERSON.phone},${PERSON.email},x\n`,
      petitions: `Mã,Đơn vị,Nội dung,Ngày nhận\n${PERSON.account},so-a,${TEXT},${PERSON.phone}\n`,
    };
    for (const [kind, text] of Object.entries(files)) {
      const id = clientId('mau', server.clock.now.getTime(), new Uint8Array(10).fill(kind.length));
      const name = encodeURIComponent(`${PERSON.name}.csv`);
      await send('POST', `/v1/imports?id=${id}&kind=${kind}&name=${name}`, text, {
        ...admin,
        'content-type': 'text/csv',
      });
      await send('GET', `/v1/imports/${id}`, undefined, admin);
      await send('GET', `/v1/imports/${id}/faults.csv`, undefined, admin);
    }
  });

  test('into faults of the server itself', async () => {
    const broken = {
      ...server.db,
      all: () =>
        Promise.reject(new Error(`near "${PERSON.phone}": ${TEXT}\n    at ${PERSON.name} (${PERSON.email}:1:1)`)),
    };
    const app = createApp({ ...server.services, db: broken });
    const answer = await app.request(`/cong-khai/${PERSON.phone}?ky=${PERSON.id}`);
    expect(answer.status).toBe(500);
    const text = await answer.text();
    for (const mark of MARKS) expect(text).not.toContain(mark);
    expect(lines.length).toBeGreaterThan(0);
  });

  test('is found nowhere: not in the database, its log, the keys, the log of the server, nor what leaves it', async () => {
    expect(answered.filter((text) => /^\w+ \S+ 500 /.test(text))).toEqual([]);
    expect(found(server.folder)).toEqual([]);
    const folder = join(server.folder, 'ra');
    expect((await cli('export', folder, '--tenant', 'mau')).code).toBe(0);
    mkdirSync(join(server.folder, 'sao'));
    expect((await cli('backup', join(server.folder, 'sao'))).code).toBe(0);
    expect(found(server.folder)).toEqual([]);
    await server.db.settle('file');
    expect(found(server.folder)).toEqual([]);
  });
});
