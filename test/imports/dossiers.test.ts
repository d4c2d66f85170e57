import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/store/audit.ts';
import { tablesOf } from '../server/tables-of.ts';
import { idOf, type TestServer, testServer } from '../server/test-server.ts';
import { faultLines, rowsOf, sendFile } from './send-file.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const dossiers = () =>
  rowsOf<Record<string, unknown>>(server, 'dossiers', 'code, unit, state, received, promised, ready, returned', 'code');

/** An export of a one-stop shop with title rows, two columns about people and one row that is wrong. */
const EXPORT = [
  'DANH SÁCH HỒ SƠ;;;;;;',
  'Mã hồ sơ;Chủ hồ sơ;Số điện thoại;Đơn vị;Trạng thái;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả',
  'H99.01-261012-0001;Nguyễn Văn An;0912345678;so-a;Đã trả kết quả;12/10/2026 08:15;26/10/2026 17:00;23/10/2026 10:00',
  'H99.01-261013-0002;Trần Thị Bình;0987654321;Đơn vị so-b;Đang xử lý;13/10/2026;27/10/2026;',
  'H99.01-261014-0003;Lê Văn Cường;0911222333;so-a;Đang ngủ;14/10/2026;28/10/2026;',
  'H99.01-261012-0001;Nguyễn Văn An;0912345678;so-a;Đã trả kết quả;12/10/2026 08:15;26/10/2026 17:00;23/10/2026 10:00',
  'H99.01-261013-0002;Trần Thị Bình;0987654321;Đơn vị so-b;Đã trả kết quả;13/10/2026;27/10/2026;20/10/2026',
].join('\r\n');

describe('an export of a back office', () => {
  test('a trial tells everything and writes nothing', async () => {
    const { status, body } = await sendFile(server, 1, { kind: 'dossiers', dryRun: '1' }, EXPORT);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'done', dryRun: true, read: 5, created: 2, repeated: 1, refused: 2 });
    expect(await dossiers()).toEqual([]);
    expect(await rowsOf(server, 'import_rows', '*', 'item')).toEqual([]);
  });

  test('is taken in row by row; columns about people are dropped', async () => {
    const { status, body } = await sendFile(server, 2, { kind: 'dossiers' }, EXPORT);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'done', read: 5, created: 2, updated: 0, repeated: 1, refused: 2, faults: 2 });
    expect(body.found).toMatchObject({ format: 'csv', separator: ';' });
    expect(body.found?.droppedColumns).toEqual(['Chủ hồ sơ', 'Số điện thoại']);
    // A bare day is opening hour for the receipt and closing hour for the promise: 07:30 and 17:00 by default.
    expect(await dossiers()).toEqual([
      {
        code: 'H99.01-261012-0001',
        unit: 'so-a',
        state: 'returned',
        received: '2026-10-12T08:15',
        promised: '2026-10-26T17:00',
        ready: null,
        returned: '2026-10-23T10:00',
      },
      {
        code: 'H99.01-261013-0002',
        unit: 'so-b',
        state: 'processing',
        received: '2026-10-13T07:30',
        promised: '2026-10-27T17:00',
        ready: null,
        returned: null,
      },
    ]);
    const faults = await faultLines(server, 2);
    expect(faults[0]).toMatch(/^5,Trạng thái,không nhập,state.unknown,/);
    expect(faults[1]).toMatch(/^7,,không nhập,row.twice,Cùng mã với dòng 4 /);
  });

  test('the same file with the same id again writes nothing and gives the same report', async () => {
    const before = await rowsOf(server, 'dossiers', '*', 'code');
    const { status, body } = await sendFile(server, 2, { kind: 'dossiers' }, EXPORT);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'done', read: 5, created: 2, repeated: 1, refused: 2 });
    expect(await rowsOf(server, 'dossiers', '*', 'code')).toEqual(before);
  });

  test('another file under its id is refused', async () => {
    const other = await sendFile(server, 2, { kind: 'dossiers' }, EXPORT.replace('26/10/2026', '25/10/2026'));
    expect([other.status, other.body.code]).toEqual([409, 'import.differs']);
    const longer = await sendFile(
      server,
      2,
      { kind: 'dossiers' },
      `${EXPORT}\r\nH99.01-261015-0009;;;so-a;Đang xử lý;;;`,
    );
    expect([longer.status, longer.body.code]).toEqual([409, 'import.differs']);
    const asTrial = await sendFile(server, 2, { kind: 'dossiers', dryRun: '1' }, EXPORT);
    expect([asTrial.status, asTrial.body.code]).toEqual([409, 'import.differs']);
  });

  test('nothing of an applicant is anywhere in the database', async () => {
    const tables = await tablesOf(server.db);
    let all = '';
    for (const name of tables) all += JSON.stringify(await server.db.all(`select * from ${name}`));
    expect(all).toContain('H99.01-261012-0001');
    expect(all).not.toMatch(/Nguyễn Văn An|Bình|Cường|0912345678|0987654321|0911222333/);
  });

  test('is taken back: what changed since is kept and told', async () => {
    const as = server.credentials.mau['province-admin'];
    const later = {
      code: 'H99.01-261013-0002',
      unit: 'so-b',
      procedure: null,
      officer: null,
      channel: null,
      state: 'ready',
      received: null,
      promised: null,
      reappointed: null,
      ready: '2026-10-26T09:00',
      returned: null,
      pauses: [],
      supplements: null,
      limitDays: null,
    };
    expect((await server.request('POST', '/v1/dossiers', [later], as)).body).toMatchObject({
      outcomes: [{ outcome: 'updated' }],
    });
    const { status, body } = await server.request('POST', `/v1/imports/${idOf(2)}/undo`, {}, as);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'undone', takenBack: 1, kept: 1 });
    expect((await dossiers()).map(({ code }) => code)).toEqual(['H99.01-261013-0002']);
    expect((await faultLines(server, 2)).at(-1)).toMatch(/^4,,giữ lại khi hoàn tác,undo.changed,/);
    const again = await server.request('POST', `/v1/imports/${idOf(2)}/undo`, {}, as);
    expect([again.status, again.body]).toMatchObject([409, { code: 'import.undone' }]);
    const resent = await sendFile(server, 2, { kind: 'dossiers' }, EXPORT);
    expect([resent.status, resent.body.code]).toEqual([409, 'import.ended']);
    expect(await verifyAudit(server.db, 'mau')).toBeNull();
  });
});

test('a changed dossier gets its former facts back', async () => {
  const head = 'Mã hồ sơ,Mã đơn vị,Trạng thái,Ngày tiếp nhận,Ngày hẹn trả';
  await sendFile(server, 10, { kind: 'dossiers' }, `${head}\nH99.05-261001-0001,so-a,Đang xử lý,01/10/2026,15/10/2026`);
  const before = await dossiers();
  await sendFile(
    server,
    11,
    { kind: 'dossiers' },
    `${head}\nH99.05-261001-0001,so-a,Đã xử lý xong,01/10/2026,20/10/2026`,
  );
  expect(await rowsOf(server, 'dossier_changes', 'code, field', 'seq')).not.toEqual([]);
  expect(await dossiers()).not.toEqual(before);
  await server.request('POST', `/v1/imports/${idOf(11)}/undo`, {}, server.credentials.mau['province-admin']);
  expect(await dossiers()).toEqual(before);
  expect(await rowsOf(server, 'dossier_changes', 'code', 'seq')).toEqual(
    expect.not.arrayContaining([{ code: 'H99.05-261001-0001' }]),
  );
});

test("a unit's admin takes in the dossiers of the unit alone", async () => {
  const text = 'Mã hồ sơ,Đơn vị,Trạng thái\nH99.07-261001-0001,so-a,Mới đăng ký\nH99.07-261001-0002,so-b,Mới đăng ký';
  const as = server.credentials.mau['unit-admin'];
  const { body } = await sendFile(server, 20, { kind: 'dossiers' }, text, as);
  expect(body).toMatchObject({ created: 1, refused: 1 });
  const units = await sendFile(
    server,
    21,
    { kind: 'units' },
    'Mã đơn vị,Tên đơn vị,Cấp,Từ ngày\na,b,tỉnh,1/1/2026',
    as,
  );
  expect([units.status, units.body.code]).toEqual([403, 'role.denied']);
});

test('a file of another kind is told which columns are missing and which kind it looks like', async () => {
  const text = 'Mã thủ tục,Tên thủ tục,Lĩnh vực\n1.009974,Cấp giấy phép xây dựng mới,Xây dựng';
  const { status, body } = await sendFile(server, 30, { kind: 'officers' }, text);
  expect([status, body.code]).toEqual([422, 'import.columns']);
  expect(body.message).toContain('«Mã cán bộ»');
  expect(body.message).toContain('«Thủ tục hành chính»');
});

test("somebody's number where a code should be is told and not kept", async () => {
  const text = 'Mã hồ sơ,Đơn vị,Trạng thái\n0912345678,so-a,Mới đăng ký\n001099012345,so-a,Mới đăng ký';
  const { body } = await sendFile(server, 31, { kind: 'dossiers' }, text);
  expect(body).toMatchObject({ created: 0, refused: 2 });
  expect((await faultLines(server, 31)).join()).not.toMatch(/0912345678|001099012345/);
});

test('an import whose journal is gone is not said to be taken back', async () => {
  const text = 'Mã hồ sơ,Đơn vị,Trạng thái\nH99.09-261001-0001,so-a,Mới đăng ký';
  expect((await sendFile(server, 40, { kind: 'dossiers' }, text)).body).toMatchObject({ created: 1 });
  await server.db.run('delete from import_rows where tenant = ? and import = ?', ['mau', idOf(40)]);
  const as = server.credentials.mau['province-admin'];
  const { status, body } = await server.request('POST', `/v1/imports/${idOf(40)}/undo`, {}, as);
  expect([status, body]).toMatchObject([409, { code: 'import.old' }]);
});
