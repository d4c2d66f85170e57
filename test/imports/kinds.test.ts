import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importKind } from '#wire/import.ts';
import { sealPeriod } from '../../server/close/seal.ts';
import { importKinds } from '../../server/imports/kinds/index.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { tablesOf } from '../server/tables-of.ts';
import { idOf, type TestServer, testServer } from '../server/test-server.ts';
import { faultLines, rowsOf, sendFile } from './send-file.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const undo = (n: number) =>
  server.request('POST', `/v1/imports/${idOf(n)}/undo`, {}, server.credentials.mau['province-admin']);

test('every kind the schema names is there once', () => {
  expect(importKinds.map(({ kind }) => kind).sort()).toEqual([...importKind.options].sort());
});

describe('the template of every kind', () => {
  const tables = importKinds.filter(({ kind }) => kind !== 'published-tables').map(({ kind }) => kind);
  // Units first, for the others name them; `2026-q4` is the open period of the test.
  test.each(['units', ...tables.filter((kind) => kind !== 'units')])('%s is taken in as it is', async (kind) => {
    const as = server.credentials.mau['province-admin'];
    const { text } = await server.request('GET', `/v1/imports/template/${kind}`, undefined, as);
    const n = 100 + tables.indexOf(kind as (typeof tables)[number]);
    // The province of the test calls its departments otherwise.
    const own = text.replaceAll('so-xay-dung', 'so-a').replaceAll('20/11/2026', '09/11/2026');
    const { status, body } = await sendFile(
      server,
      n,
      { kind },
      kind === 'petitions' ? own.replace('09/11/2026', '20/11/2026') : own,
    );
    expect(body.refused === 0 ? [] : await faultLines(server, n)).toEqual([]);
    expect([status, body.read, body.created, body.found?.otherColumns]).toEqual([201, 1, 1, []]);
    expect((await undo(n)).body).toMatchObject({ state: 'undone', takenBack: 1, kept: 0 });
  });
});

test('units below each other: the child is taken back before its parent, a unit in use stays', async () => {
  const head = 'Mã đơn vị,Tên đơn vị,Cấp,Mã đơn vị cấp trên,Hoạt động từ ngày';
  const rows = [
    'tinh-moi,Tỉnh,tỉnh,,1/7/2025',
    'xa-9,Xã Chín,xã,tinh-moi,1/7/2025',
    'xa-8,Xã Tám,xã,khong-co,1/7/2025',
  ];
  const { body } = await sendFile(server, 1, { kind: 'units' }, [head, ...rows].join('\n'));
  expect(body).toMatchObject({ created: 2, refused: 1 });
  expect((await faultLines(server, 1))[0]).toMatch(/^4,Mã đơn vị cấp trên,không nhập,unit.parent,/);
  const dossier = 'Mã hồ sơ,Đơn vị,Trạng thái\nH99.01-261001-0777,Tỉnh,Mới đăng ký';
  expect((await sendFile(server, 2, { kind: 'dossiers' }, dossier)).body).toMatchObject({ created: 1 });
  expect((await undo(1)).body).toMatchObject({ state: 'undone', takenBack: 1, kept: 1 });
  expect((await faultLines(server, 1)).at(-1)).toContain('Đơn vị đã có hồ sơ. Mục này được giữ lại.');
});

test('a file of one unit and period needs no columns for them; a group of counts half told is a fault', async () => {
  const head = 'Số TTHC đã niêm yết,Số TTHC tiếp nhận và trả tại một cửa,Số TTHC giải quyết toàn bộ tại một cửa';
  const query = { kind: 'unit-facts', unit: 'xa-1', period: '2026-q4' };
  expect((await sendFile(server, 10, query, `${head}\n"1.200",1200,15`)).body).toMatchObject({ created: 1 });
  const [facts] = await rowsOf<{ facts: string }>(server, 'unit_facts', 'facts', 'unit');
  expect(JSON.parse(facts?.facts ?? '')).toEqual({
    oneStop: { listed: 1200, receivedAndReturned: 1200, wholeCycle: 15, level: 'commune' },
  });
  expect((await sendFile(server, 11, query, `${head}\n60,,15`)).body).toMatchObject({ refused: 1 });
  expect((await undo(10)).body).toMatchObject({ takenBack: 1 });
  expect(await rowsOf(server, 'unit_facts', 'unit', 'unit')).toEqual([]);
});

test('officers come without their PIN, whatever the file holds', async () => {
  const text = 'Mã cán bộ,Nhãn,Đơn vị,Mã PIN\nCB-77,Quầy 7,so-b,8642\nCB-01,Quầy 1 mới,so-a,8642';
  const before = await rowsOf<{ pin: string }>(server, 'officers', 'pin_hash as pin', 'officer');
  const { body } = await sendFile(server, 20, { kind: 'officers' }, text);
  expect(body).toMatchObject({ created: 1, updated: 1 });
  expect(body.found?.droppedColumns).toEqual(['Mã PIN']);
  const after = await rowsOf(server, 'officers', 'officer, label, pin_hash as pin', 'officer');
  expect(after).toEqual([
    { officer: 'CB-01', label: 'Quầy 1 mới', pin: before[0]?.pin },
    { officer: 'CB-77', label: 'Quầy 7', pin: null },
  ]);
});

describe('paper forms', () => {
  const FORMS = [
    'Số phiếu,Họ tên,Đơn vị,Ngày ghi phiếu,Mã hồ sơ,overall,q1,q3',
    'P-1,Nguyễn Văn An,so-a,09/11/2026,,s4,on,extra0',
    'P-2,Trần Thị Bình,so-a,09/11/2026,H99.01-261001-0888,s5,on,extra0',
    'P-3,Lê Văn Cường,so-a,09/11/2026,,s9,on,extra0',
  ].join('\n');
  const tallied = () => rowsOf<object>(server, 'tallies', '*', 'question, option, proof');
  const nonZero = async () => ((await tallied()) as { n: number }[]).filter(({ n }) => n !== 0);

  test('enter by the way of every answer, and leave no number, dossier or name', async () => {
    const { body } = await sendFile(server, 30, { kind: 'paper-forms' }, FORMS);
    expect(body).toMatchObject({ created: 2, refused: 1 });
    expect((await faultLines(server, 30))[0]).toMatch(/^4,overall,không nhập,word.unknown,/);
    const responses = await rowsOf<{ channel: string; answers: string }>(
      server,
      'responses',
      'channel, answers',
      'seq',
    );
    expect(responses.map(({ channel, answers }) => [channel, JSON.parse(answers)])).toEqual([
      ['paper', { overall: 's4', q1: 'on', q3: 'extra0' }],
      ['paper', { overall: 's5', q1: 'on', q3: 'extra0' }],
    ]);
    let all = '';
    for (const name of await tablesOf(server.db)) all += JSON.stringify(await server.db.all(`select * from ${name}`));
    expect(all).not.toMatch(/(?<![\w-])P-[12](?![\w-])|261001-0888|Nguyễn Văn An/);
  });

  test('typed again they are repeats; taken back the counts are as before and they may be entered anew', async () => {
    expect((await sendFile(server, 31, { kind: 'paper-forms' }, FORMS)).body).toMatchObject({
      created: 0,
      repeated: 2,
    });
    expect(await nonZero()).not.toEqual([]);
    expect((await undo(30)).body).toMatchObject({ takenBack: 2, kept: 0 });
    expect(await nonZero()).toEqual([]);
    expect(await rowsOf(server, 'responses', 'seq', 'seq')).toEqual([]);
    expect((await sendFile(server, 32, { kind: 'paper-forms' }, FORMS)).body).toMatchObject({ created: 2 });
  });

  test('the seal takes the journal of those of its period, whose hashes are made of answers, and no other journal', async () => {
    const kinds = () =>
      server.db.all<{ kind: string }>(
        `select distinct m.kind from import_rows r join imports m on m.tenant = r.tenant and m.import = r.import order by m.kind`,
      );
    expect(await kinds()).toContainEqual({ kind: 'paper-forms' });
    const others = (await kinds()).filter((row) => row.kind !== 'paper-forms');
    await server.db.run("update periods set state = 'closed', snapshot = '2026-q4.1' where period = '2026-q4'");
    const period = await periodOrNull(server.db, 'mau', '2026-q4');
    if (period) await sealPeriod(server.services, 'mau', period, 'an');
    expect(await kinds()).toEqual(others);
    expect(others.length).toBeGreaterThan(0);
  });
});

test('an older table comes as published', async () => {
  const table = {
    id: 'bao-cao-2020',
    tenantName: 'Tỉnh mẫu',
    title: 'Kết quả đánh giá năm 2020',
    source: { text: 'Báo cáo số 1', date: '2021-01-15' },
    period: { from: '2020-01-01', to: '2021-01-01' },
    periodText: 'Năm 2020',
    groups: [
      {
        title: 'Xếp loại',
        counted: 'đơn vị',
        whole: { label: 'Tổng', count: 19 },
        exhaustive: true,
        parts: [
          { label: 'Tốt', count: 12, percent: '63,16', units: ['Sở A', 'Sở B'] },
          { label: 'Khá', count: null },
        ],
      },
    ],
    scores: [{ unit: 'Sở A', total: 155, grade: 'Xuất sắc', satisfaction: 'Rất hài lòng' }],
    notes: ['Số liệu đến 31/12'],
  };
  const { body } = await sendFile(server, 40, { kind: 'published-tables' }, JSON.stringify([table]));
  expect(body.refused === 0 ? [] : await faultLines(server, 40)).toEqual([]);
  const [stored] = await rowsOf<{ body: string }>(server, 'published_tables', 'body', 'id');
  expect(JSON.parse(stored?.body ?? '')).toEqual(table);
  expect((await undo(40)).body).toMatchObject({ takenBack: 1 });
});
