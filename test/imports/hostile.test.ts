import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ImportView } from '#wire/import.ts';
import { verifyAudit } from '../../server/store/audit.ts';
import { idOf, type TestServer, testServer } from '../server/test-server.ts';
import { buildXlsx, textRow } from './build-xlsx.ts';
import { exportOf } from './many-rows.ts';
import { faultLines, rowsOf, sendFile } from './send-file.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const admin = () => server.credentials.mau['province-admin'];
const HEAD = ['Mã hồ sơ', 'Chủ hồ sơ', 'Đơn vị', 'Trạng thái', 'Ngày tiếp nhận'];

async function sendBytes(n: number, kind: string, body: Buffer): Promise<ImportView> {
  const answer = await server.app.request(`/v1/imports?id=${idOf(n)}&kind=${kind}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { ...admin(), 'content-length': String(body.length) },
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as ImportView;
}

/** Row, column and code of every line of the report. */
const told = async (n: number) =>
  (await faultLines(server, n)).map((line) => {
    const [row, column, , code] = line.split(',');
    return [Number(row), column, code];
  });

/** Every byte the server has written, whatever the file. */
function written(): string {
  const files = readdirSync(server.folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(server.folder, name),
  );
  return files
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file).toString())
    .join('\n');
}

describe('one report for a broken file, with every valid row in', () => {
  test('XLSX as a portal exports it: merged titles above, a row of column numbers, a total below', async () => {
    const rows = [
      textRow(1, ['ỦY BAN NHÂN DÂN TỈNH MẪU']),
      textRow(2, ['DANH SÁCH HỒ SƠ TỪ 01/10/2026 ĐẾN 31/10/2026']),
      textRow(4, HEAD),
      textRow(5, ['(1)', '(2)', '(3)', '(4)', '(5)']),
      textRow(6, ['H99.01-261001-1001', 'Phạm Thị Ẩn', 'so-a', 'Đang xử lý', '01/10/2026']),
      '<row r="7"><c r="A7"><v>1.23457E+17</v></c><c r="C7" t="inlineStr"><is><t>so-a</t></is></c></row>',
      '<row r="8"><c r="A8" t="e"><v>#N/A</v></c><c r="C8" t="inlineStr"><is><t>so-a</t></is></c><c r="D8" t="inlineStr"><is><t>Đang xử lý</t></is></c></row>',
      textRow(9, ['H99.01-261001-1004', 'Phạm Thị Ẩn', 'so-a', 'Đang xử lý', '31/02/2026']),
      textRow(10, ['H99.01-261001-1005', '0912000999', 'xa-1', 'Đang xử lý', '02/10/2026']),
    ].join('');
    const book = buildXlsx({ sheets: [{ name: 'Trang tính', rows }] });
    const view = await sendBytes(1, 'dossiers', book);
    expect(view).toMatchObject({ state: 'done', read: 5, created: 2, refused: 3 });
    const lines = await told(1);
    expect(lines).toContainEqual([8, 'Mã hồ sơ', 'cell.failed']);
    expect(lines).toContainEqual([9, 'Ngày tiếp nhận', 'date.day']);
    expect(lines.filter(([row]) => row === 7)).toContainEqual([7, 'Mã hồ sơ', 'code.collapsed']);
  });

  test('JSON: items that are none, too deep, of the wrong shape', async () => {
    const good = (n: number) => ({ 'Mã hồ sơ': `H99.01-261001-20${n}`, 'Đơn vị': 'so-b', 'Trạng thái': 'Đang xử lý' });
    const deep = `{"Mã hồ sơ":${'['.repeat(30)}${']'.repeat(30)}}`;
    const items = [
      JSON.stringify(good(10)),
      '7',
      deep,
      JSON.stringify({ ...good(11), 'Đơn vị': { a: 1 } }),
      JSON.stringify(good(12)),
    ];
    const view = await sendBytes(2, 'dossiers', Buffer.from(`[${items.join(',')}]`));
    expect(view).toMatchObject({ state: 'done', created: 2, refused: 3 });
    expect([...new Set((await told(2)).map(([row]) => row))]).toEqual([2, 3, 4]);
  });
});

test('nothing of an applicant is in any byte written: database, log of it, journal, report', async () => {
  const names = ['Đặng Thị Ngọc Ẩn', 'ngoc.an@example.vn', '0977123456', '079099123456', '12 ngõ 34 phố Mẫu'];
  const rows = [
    'Mã hồ sơ,Chủ hồ sơ,Email,SĐT,CCCD,Địa chỉ,Đơn vị,Trạng thái,Người nộp',
    `H99.01-261001-3001,${names.join(',')},so-a,Đang xử lý,${names[0]}`,
    // The same where a code, a unit and a state should be, and one row with a cell too many.
    `${names[2]},${names.join(',')},so-a,Đang xử lý,`,
    `H99.01-261001-3002,${names.join(',')},${names[0]},${names[0]},`,
    `H99.01-261001-3003,${names.join(',')},so-a,Đang xử lý,,${names[0]}`,
    `"${names[0]}" x,${names.join(',')}`,
  ];
  const { body } = await sendFile(server, 3, { kind: 'dossiers', name: `${names[0]}.csv` }, rows.join('\n'));
  expect(body).toMatchObject({ created: 1, refused: 4 });
  expect(body.found?.droppedColumns).toHaveLength(6);
  const all = written();
  expect(all).toContain('H99.01-261001-3001');
  for (const name of names) expect(all).not.toContain(name);
  expect((await faultLines(server, 3)).join('\n')).not.toMatch(/Ngọc|0977|0790|ngõ/);
});

test('the same rows as another import are repeats, and taking that one back takes nothing away', async () => {
  const file = [HEAD.join(','), 'H99.01-261001-4001,An,so-a,Đang xử lý,01/10/2026'].join('\n');
  expect((await sendFile(server, 4, { kind: 'dossiers' }, file)).body).toMatchObject({ created: 1 });
  expect((await sendFile(server, 5, { kind: 'dossiers' }, file)).body).toMatchObject({ created: 0, repeated: 1 });
  const undone = await server.request<ImportView>('POST', `/v1/imports/${idOf(5)}/undo`, {}, admin());
  expect(undone.body).toMatchObject({ state: 'undone', takenBack: 0, kept: 0 });
  expect(await rowsOf(server, 'dossiers', 'code', 'code')).toContainEqual({ code: 'H99.01-261001-4001' });
});

test("a unit's admin gets no row of another unit in, by whatever kind, nor takes over its dossier", async () => {
  const as = server.credentials.mau['unit-admin'];
  const theirs = [HEAD.join(','), 'H99.01-261001-5001,An,so-b,Đang xử lý,01/10/2026'].join('\n');
  expect((await sendFile(server, 6, { kind: 'dossiers' }, theirs)).body).toMatchObject({ created: 1 });
  const files = {
    dossiers: theirs.replace('so-b', 'so-a'),
    petitions: 'Mã phản ánh,Đơn vị,Nội dung,Ngày tiếp nhận\nPA-5001,so-b,khác,01/10/2026',
    'unit-facts': 'Đơn vị,Kỳ,Công khai\nso-b,2026-q4,đủ hai hình thức',
    'paper-forms': 'Số phiếu,Đơn vị,Ngày ghi phiếu,overall,q1,q3\nP-50,so-b,09/11/2026,s4,on,extra0',
  };
  for (const [at, [kind, text]] of Object.entries(files).entries()) {
    const { status, body } = await sendFile(server, 60 + at, { kind }, text, as);
    expect([kind, status, body.created, body.refused, body.message]).toEqual([kind, 201, 0, 1, undefined]);
  }
  expect(await rowsOf(server, 'dossiers', 'unit', 'code')).toContainEqual({ unit: 'so-b' });
  const foreign = await server.request('POST', `/v1/imports/${idOf(6)}/undo`, {}, as);
  expect(foreign.status).toBe(404);
});

test('while a period is being computed an import waits, and goes in after', async () => {
  const file = [HEAD.join(','), 'H99.01-261001-6001,An,so-a,Đang xử lý,01/10/2026'].join('\n');
  await server.db.run("update periods set state = 'closed' where tenant = 'mau' and period = '2026-q4'");
  const sent = sendFile(server, 7, { kind: 'dossiers' }, file);
  const view = async () => (await server.request<ImportView>('GET', `/v1/imports/${idOf(7)}`, undefined, admin())).body;
  await vi.waitFor(async () => expect((await view()).state).toBe('running'), 5000);
  expect(await view()).toMatchObject({ state: 'running', read: 0 });
  await server.db.run("update periods set state = 'open' where tenant = 'mau' and period = '2026-q4'");
  expect((await sent).body).toMatchObject({ state: 'done', created: 1 });
});

test('what was counted in a period sealed since stays, and is told', async () => {
  const head = 'Mã hồ sơ,Đơn vị,Trạng thái,Ngày tiếp nhận,Ngày trả kết quả';
  const rows = [
    'H99.01-261001-7001,so-a,Đã trả kết quả,01/10/2026,05/10/2026',
    'H99.01-261001-7002,so-a,Đang xử lý,01/10/2026,',
  ];
  expect((await sendFile(server, 8, { kind: 'dossiers' }, [head, ...rows].join('\n'))).body).toMatchObject({
    created: 2,
  });
  await server.db.run(
    "update periods set sealed_at = '2026-11-11T00:00:00.000Z' where tenant = 'mau' and period = '2026-q4'",
  );
  const { body } = await server.request<ImportView>('POST', `/v1/imports/${idOf(8)}/undo`, {}, admin());
  expect(body).toMatchObject({ state: 'undone', takenBack: 1, kept: 1 });
  expect(await told(8)).toEqual([[2, '', 'undo.used']]);
  await server.db.run("update periods set sealed_at = null where tenant = 'mau' and period = '2026-q4'");
});

test('what a correction of a sealed period counted stays, petitions too; what nobody counted goes', async () => {
  const sealed = "update periods set sealed_at = ? where tenant = 'mau' and period = '2026-q4'";
  await server.db.run(sealed, ['2026-11-09T00:00:00.000Z']);
  const files = {
    dossiers: [
      'Mã hồ sơ,Đơn vị,Trạng thái,Ngày tiếp nhận,Ngày trả kết quả',
      'H99.01-261001-8001,so-a,Đã trả kết quả,01/10/2026,05/10/2026',
      'H99.01-261001-8002,so-a,Đang xử lý,01/10/2026,',
    ],
    // Counted by its day; by the end of its dossier; by neither, for its days lie before the period.
    petitions: [
      'Mã phản ánh,Đơn vị,Mã hồ sơ,Nội dung,Ngày tiếp nhận,Hạn xử lý',
      'PA-8001,so-a,,khác,01/09/2026,05/10/2026',
      'PA-8002,so-a,H99.01-261001-8001,khác,01/09/2026,05/09/2026',
      'PA-8003,so-a,,khác,01/09/2026,05/09/2026',
    ],
  };
  for (const [at, [kind, lines]] of Object.entries(files).entries())
    expect((await sendFile(server, 80 + at, { kind }, lines.join('\n'))).body).toMatchObject({ refused: 0 });
  await server.db.run(
    `insert into snapshots (tenant, snapshot, period, number, reason, ruleset, choices, facts_hash, audit_head, summary, created_at)
     values ('mau', 'dinh-chinh', '2026-q4', 2, 'r', 'tt01-2018', '{}', 'h', 'h', '{}', '2026-11-11T00:00:00.000Z')`,
  );
  for (const [n, outcome] of [
    [81, { takenBack: 1, kept: 2 }],
    [80, { takenBack: 1, kept: 1 }],
  ] as const) {
    const { body } = await server.request<ImportView>('POST', `/v1/imports/${idOf(n)}/undo`, {}, admin());
    expect(body).toMatchObject({ state: 'undone', ...outcome });
    expect((await told(n)).map(([, , code]) => code)).toEqual(Array(outcome.kept).fill('undo.used'));
  }
  expect(await rowsOf(server, 'petitions', 'id', 'id')).not.toContainEqual({ id: 'PA-8003' });
  await server.db.run("delete from snapshots where snapshot = 'dinh-chinh'");
  await server.db.run(sealed, [null]);
});

test('beside another writer that is never still, every row goes in once and none of the other is lost', async () => {
  const rows = 6000;
  let done = false;
  // What this machine needs for the rows that go in at one go; a rival quicker than that would leave no gap for anybody.
  const begun = performance.now();
  const some = Buffer.concat([...exportOf(512)]).toString();
  expect((await sendFile(server, 10, { kind: 'dossiers', dryRun: '1' }, some)).status).toBe(201);
  const gap = Math.max(120, 3 * (performance.now() - begun));
  // Another process writes: it takes the turn again and again, many times before the file is in.
  const other = (async () => {
    while (!done) {
      await server.db.run("update sequences set next = next + 1 where tenant = 'mau' and name = 'dossiers'");
      await new Promise((resolve) => setTimeout(resolve, gap));
    }
  })();
  const text = Buffer.concat([...exportOf(rows)]).toString();
  const { body } = await sendFile(server, 9, { kind: 'dossiers' }, text);
  done = true;
  await other;
  expect(body).toMatchObject({ state: 'done', read: rows, created: rows, refused: 0 });
  const [count] = await server.db.all('select count(*) as n from import_rows where import = ?', [idOf(9)]);
  expect(count).toEqual({ n: rows });
  expect(await verifyAudit(server.db, 'mau')).toBeNull();
}, 60_000);
