import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Objection } from '#wire/objection.ts';
import type { ResponseReceipt } from '#wire/response.ts';
import type { Period } from '#wire/results.ts';
import { verifyAudit } from '../../server/store/audit.ts';
import { fillPeriod } from './filled-period.ts';
import { ask, type Processes, processes, won } from './processes.ts';
import { type As, idOf, responseOf } from './test-server.ts';

/** What two people do at once through two processes: one of them does it, the other is told so in words, nothing is there twice. */
let all: Processes;
let admin: As;
beforeEach(async () => {
  all = await processes(3);
  admin = all.server.credentials.mau['province-admin'];
});
afterEach(async () => {
  expect(await verifyAudit(all.server.db, 'mau')).toBeNull();
  await all.close();
});

const app = (n: number) => all.apps[n] as Hono;
const acts = (action: string) =>
  all.one(`select count(*) as n from audit where tenant = 'mau' and action = '${action}'`);

describe('imports', () => {
  const ROWS = 1500;
  const file = [
    'Mã hồ sơ;Đơn vị;Trạng thái;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả',
    ...Array.from(
      { length: ROWS },
      (_, i) => `H99.01-261012-${String(i).padStart(4, '0')};so-a;Đang xử lý;12/10/2026 08:15;26/10/2026 17:00;`,
    ),
  ].join('\r\n');
  const address = (n: number) => `/v1/imports?id=${idOf(n)}&kind=dossiers`;
  const stored = () => all.one("select count(*) as n from dossiers where tenant = 'mau'");

  test('one file sent to all is taken in once', async () => {
    const sent = await all.askAll('POST', address(1), file, admin);
    expect(won(sent, 'import.busy')).toBeGreaterThanOrEqual(1);
    for (const { status, headers } of sent) if (status >= 300) expect(headers.get('retry-after')).toBe('30');
    expect(await stored()).toBe(ROWS);
    expect(await all.one("select count(*) as n from import_rows where tenant = 'mau'")).toBe(ROWS);
    expect(await all.one("select max(seq) as n from dossier_changes where tenant = 'mau'")).toBeNull();
    expect([await acts('import.start'), await acts('import.resume')]).toEqual([1, 0]);
  });

  test('of three files one is taken in, the others are told to wait and come in after it', async () => {
    const sent = await Promise.all(all.apps.map((each, n) => ask(each, 'POST', address(10 + n), file, admin)));
    expect(won(sent, 'import.busy')).toBeGreaterThanOrEqual(1);
    for (const [n, { status }] of sent.entries())
      if (status >= 300) expect((await ask(app(n), 'POST', address(10 + n), file, admin)).status).toBe(201);
    expect(await stored()).toBe(ROWS);
    expect(await all.one("select count(*) as n from imports where tenant = 'mau' and state = 'done'")).toBe(3);
    expect(await all.one("select sum(created) as n from imports where tenant = 'mau'")).toBe(ROWS);
  });

  test('one is taken back once', async () => {
    expect((await ask(app(0), 'POST', address(1), file, admin)).status).toBe(201);
    const undone = await all.askAll('POST', `/v1/imports/${idOf(1)}/undo`, {}, admin);
    expect(won(undone, 'import.busy', 'import.undone')).toBeGreaterThanOrEqual(1);
    expect(await stored()).toBe(0);
    expect(await all.one("select taken_back as n from imports where tenant = 'mau'")).toBe(ROWS);
    expect(await acts('import.undo')).toBe(1);
  });
});

describe('corrections', () => {
  const asked = (act: string, body: (n: number) => object) =>
    Promise.all(all.apps.map((each, n) => ask<Period>(each, 'POST', `/v1/periods/2026-q4/${act}`, body(n), admin)));
  const made = () => all.one("select count(*) as n from snapshots where tenant = 'mau'");
  const reason = (n: number) => `Đơn vị gửi bổ sung hồ sơ, lần ${n}.`;
  const OVERTAKEN = ['snapshot.moved', 'snapshot.exists', 'period.closing'];

  async function closed(...steps: string[]): Promise<void> {
    await fillPeriod(all.server);
    all.server.clock.now = new Date('2027-01-04T02:00:00Z');
    for (const step of ['close', ...steps]) {
      const { status, body } = await ask(app(0), 'POST', `/v1/periods/2026-q4/${step}`, {}, admin);
      expect([step, status, (body as { code?: string }).code]).toEqual([step, 200, undefined]);
    }
  }

  test('one order sent to all makes one snapshot, each other order is told of it', async () => {
    await closed();
    expect(won(await asked('rescore', () => ({ of: '2026-q4.1', reason: reason(1) })), ...OVERTAKEN)).toBeGreaterThan(
      0,
    );
    expect([await made(), await acts('snapshot.create')]).toEqual([2, 2]);
    expect(won(await asked('rescore', (n) => ({ of: '2026-q4.2', reason: reason(n) })), ...OVERTAKEN)).toBe(1);
    expect([await made(), await acts('snapshot.create')]).toEqual([3, 3]);
  });

  test('what the public sees is corrected once, with one erratum, and one result is shown', async () => {
    await closed('seal', 'publish');
    const order = (n: number) => ({ of: '2026-q4.1', reason: reason(n), erratum: `Đính chính số hồ sơ, lần ${n}.` });
    expect(won(await asked('correct', order), ...OVERTAKEN)).toBe(1);
    expect([await made(), await acts('snapshot.create')]).toEqual([2, 2]);
    expect(await all.one("select count(*) as n from errata where tenant = 'mau'")).toBe(1);
    expect(await all.one("select count(*) as n from publications where tenant = 'mau' and ended_at is null")).toBe(1);
    expect(await all.one("select snapshot from publications where tenant = 'mau' and ended_at is null")).toBe(
      '2026-q4.2',
    );
  });

  test('withdrawn by one and corrected by another, the end is what one of them found', async () => {
    await closed('seal', 'publish');
    const both = await Promise.all([
      ask(app(0), 'POST', '/v1/periods/2026-q4/withdraw', { reason: reason(1) }, admin),
      ask(
        app(1),
        'POST',
        '/v1/periods/2026-q4/correct',
        { of: '2026-q4.1', reason: reason(2), erratum: 'Đính chính số hồ sơ trễ.' },
        admin,
      ),
    ]);
    expect(won(both, ...OVERTAKEN)).toBeGreaterThanOrEqual(1);
    const live = await all.one("select count(*) as n from publications where tenant = 'mau' and ended_at is null");
    const withdrawn = await all.one("select withdrawn_at is not null as n from periods where tenant = 'mau'");
    // Either order is right: what is withdrawn is shown nowhere.
    expect(live).toBe(withdrawn ? 0 : 1);
  });

  test('an answer changed through all of them is what one of them says, and is counted once', async () => {
    const sent = await ask<ResponseReceipt>(app(0), 'POST', '/v1/responses', responseOf(1));
    const held = { 'x-dvc-receipt': sent.body.receipt };
    const options = ['s1', 's2', 's3'];
    const changed = await Promise.all(
      all.apps.map((each, n) =>
        ask(each, 'PUT', `/v1/responses/${idOf(1)}`, responseOf(1, { answers: { overall: options[n] ?? '' } }), held),
      ),
    );
    expect(won(changed, 'response.changed')).toBeGreaterThanOrEqual(1);
    const stored = JSON.parse(String(await all.one("select answers from responses where tenant = 'mau'"))) as object;
    expect(options).toContain((stored as { overall: string }).overall);
    expect(
      await all.server.db.all(
        "select option, sum(n) as n from tallies where tenant = 'mau' and question = 'overall' group by option having sum(n) <> 0",
      ),
    ).toEqual([{ option: (stored as { overall: string }).overall, n: 1 }]);
    // Taken away by all of them it is gone, and counted nowhere.
    expect(
      won(
        await all.askAll('DELETE', `/v1/responses/${idOf(1)}`, undefined, held),
        // Who comes after the end finds nothing by this receipt.
        'receipt.bad',
        'response.changed',
      ),
    ).toBeGreaterThanOrEqual(1);
    expect(await all.one("select count(*) as n from responses where tenant = 'mau'")).toBe(0);
    expect(await all.one("select coalesce(sum(n), 0) as n from day_counts where tenant = 'mau'")).toBe(0);
    expect(await all.one("select coalesce(sum(n), 0) as n from tallies where tenant = 'mau'")).toBe(0);
  });

  test('an objection is answered once', async () => {
    await closed();
    const text = 'Danh sách chưa ghi lần tạm dừng chờ bổ sung.';
    const objection = { id: idOf(1), period: '2026-q4', unit: 'so-a', indicator: 1, text };
    const officer = all.server.credentials.mau.officer;
    const raised = await all.askAll<{ outcomes: { outcome: string }[] }>(
      'POST',
      '/v1/objections',
      [objection],
      officer,
    );
    expect(raised.flatMap(({ body }) => body.outcomes.map(({ outcome }) => outcome)).sort()).toEqual([
      'created',
      'repeated',
      'repeated',
    ]);
    const answers = await Promise.all(
      all.apps.map((each, n) =>
        ask<Objection>(
          each,
          'POST',
          `/v1/objections/${idOf(1)}/answer`,
          { state: 'declined', answer: `Đã xem lại hồ sơ, giữ kết quả, lần ${n}.` },
          all.server.credentials.mau.reviewer,
        ),
      ),
    );
    expect(won(answers, 'objection.answered')).toBe(1);
    expect(await acts('objection.answer')).toBe(1);
  });
});
