import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportBody } from '#wire/report.ts';
import { readDocx } from '../reports/read-docx.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let admin: As;
beforeAll(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  await fillPeriod(server);
});
afterAll(() => server.close());

const PATH = '/v1/periods/2026-q4/report';
const report = (query = '', as = admin) => server.request<ReportBody>('GET', `${PATH}${query}`, undefined, as);
const act = (name: string, body: object = {}) => server.request('POST', `/v1/periods/2026-q4/${name}`, body, admin);
async function docx(path: string, as: As = {}): Promise<string> {
  const response = await server.app.request(path, { headers: as });
  expect(response.headers.get('content-type')).toContain('wordprocessingml');
  return readDocx(new Uint8Array(await response.arrayBuffer()))
    .lines.join('\n')
    .replaceAll('\u00a0', ' ');
}
const codeOf = (text: string) => (JSON.parse(text) as { code: string }).code;

describe('the report before the close', () => {
  it('is not there: nothing is counted yet', async () => {
    const { status, text } = await report();
    expect([status, codeOf(text)]).toEqual([409, 'period.open']);
  });
});

describe('the report of a closed period', () => {
  beforeAll(async () => {
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    await act('close');
  });

  it('is a draft with the snapshot on it, and carries the figures of the result', async () => {
    const { body } = await report();
    expect(body).toMatchObject({ kind: 'report', audience: 'province', draft: true });
    const figures = new Map(body.figures.map((figure) => [figure.id, figure]));
    // By hand, as in the ranking: 1,4 + 1,7 + 1,8 + 1,6 + 2,0 + 2,0 + 1,0 + 1,0 + 1,0 = 13,5.
    expect(figures.get('ranking/so-a/total')).toMatchObject({ value: 135, of: 180, low: 92, high: 154 });
    expect(figures.get('unit/so-a/1/sum')?.value).toBe(70);
    expect(body.recipes['unit/so-a/1/official']).toEqual({ kind: 'mean', sum: 'unit/so-a/1/sum', n: 'unit/so-a/1/n' });
    // 6 dossiers: 3 early, 1 on time, 1 overdue, 1 without a promise.
    expect(
      ['early', 'onTime', 'overdue', 'unknown'].map((part) => figures.get(`timeliness/all/${part}`)?.value),
    ).toEqual([3, 1, 1, 1]);
    const said = await docx(`${PATH}.docx`, admin);
    expect(said).toContain(`Dự thảo, bản chốt ${body.snapshot.snapshot}`);
    expect(said).toContain('Cấp tỉnh: 01/02 đơn vị xếp loại Tốt, 01/02 đơn vị chưa xếp loại.');
    // By the table of statistics: 4 by their date and none beside, 1 late, 1 whose promise nobody knows; all are solved.
    expect(said).toContain(
      'Tiếp nhận 06 hồ sơ, kể cả 0 hồ sơ kỳ trước chuyển qua; đã giải quyết 6 hồ sơ (100 %), gồm trước hạn 3 (50,0 %), đúng hạn 1 (16,7 %), quá hạn 1 (16,7 %), không rõ hạn 1 (16,7 %); đang giải quyết 0 hồ sơ (0 %).',
    );
    expect(said).toContain('Kiểm tra cộng dồn: 3 + 1 + 1 + 1 + 0 = 6.');
  });

  it('is for who sees the whole province; another unit learns nothing by it', async () => {
    for (const path of ['', '.docx', '.xlsx', '.csv', '.html']) {
      const { status, text } = await report(path, server.credentials.mau['unit-admin']);
      expect([path, status, codeOf(text)]).toEqual([path, 403, 'scope.denied']);
    }
  });

  it('names a snapshot it has and refuses one it has not', async () => {
    const { body } = await report();
    expect((await report(`?snapshot=${body.snapshot.snapshot}`)).body.snapshot.snapshot).toBe(body.snapshot.snapshot);
    const { status, text } = await report('?snapshot=khong-co');
    expect([status, codeOf(text)]).toEqual([404, 'snapshot.unknown']);
  });

  it('keeps what the office writes, each revision, hides personal data in it, and writes over nobody', async () => {
    const put = (revision: number, text: string) =>
      server.request<{ revision: number; text: string }>(
        'PUT',
        `${PATH}/texts`,
        { section: 'strengths', revision, text },
        admin,
      );
    expect((await put(0, 'Gọi 0912345678.\nDòng hai.')).body).toMatchObject({ revision: 1 });
    const behind = await put(0, 'Viết đè');
    expect([behind.status, codeOf(behind.text)]).toEqual([409, 'report.changed']);
    expect((await put(1, 'Trả kết quả sớm hơn. Gọi 0912345678.')).body.revision).toBe(2);
    const own = (await report()).body.blocks.find((block) => block.kind === 'own' && block.section === 'strengths');
    expect(own).toMatchObject({ revision: 2, text: expect.not.stringContaining('0912345678') });
    expect(
      await server.db.all("select revision, text from report_texts where tenant = 'mau' order by revision"),
    ).toEqual([
      { revision: 1, text: expect.not.stringContaining('0912345678') },
      { revision: 2, text: expect.stringContaining('Trả kết quả sớm hơn.') },
    ]);
  });

  it('carries number, day and signer once they are set', async () => {
    const head = {
      ...{ revision: 0, above: 'UBND tỉnh Mẫu', issuer: 'Trung tâm Phục vụ hành chính công', number: '25' },
      ...{
        abbreviation: 'TTHCC',
        place: 'Mẫu',
        day: '2027-02-05',
        position: 'Giám đốc',
        signer: null,
        copies: ['Sở A'],
      },
    };
    expect((await server.request('PUT', `${PATH}/head`, head, admin)).status).toBe(200);
    expect(codeOf((await server.request('PUT', `${PATH}/head`, head, admin)).text)).toBe('report.changed');
    const said = await docx(`${PATH}.docx`, admin);
    for (const line of ['UBND TỈNH MẪU', 'Số: 25/BC-TTHCC', 'Mẫu, ngày 05 tháng 02 năm 2027', '- Sở A.', 'GIÁM ĐỐC'])
      expect(said).toContain(line);
  });

  it('of an earlier snapshot is the same until the seal empties it: then it is gone, and no zero is printed', async () => {
    const first = (await report()).body;
    const reason = 'Ý kiến của hai đơn vị được chấp nhận.';
    expect((await act('rescore', { reason, of: first.snapshot.snapshot })).status).toBe(200);
    const query = `?snapshot=${first.snapshot.snapshot}`;
    expect((await report()).body.snapshot.snapshot).not.toBe(first.snapshot.snapshot);
    const totals = (body: ReportBody) => body.figures.filter(({ id }) => id.endsWith('/total'));
    expect(totals((await report(query)).body)).toEqual(totals(first));
    expect((await act('seal')).status).toBe(200);
    const { status, text } = await report(query);
    expect([status, codeOf(text)]).toEqual([410, 'snapshot.emptied']);
    expect((await report(`.docx${query}`)).status).toBe(410);
  });
});

describe('the published report', () => {
  const publicPath = (form: string) => `/v1/public/periods/2026-q4/results.${form}?tenant=mau`;

  it('is not there before the publication, holds no draft and no text of the office after it', async () => {
    expect((await server.request('GET', publicPath('docx'))).status).toBe(404);
    await act('publish');
    const said = await docx(publicPath('docx'));
    expect(said).not.toContain('Dự thảo');
    expect(said).not.toContain('Trả kết quả sớm hơn');
    expect(said).not.toContain('Giám đốc'.toUpperCase());
    expect(said).not.toContain('tự chấm so với hệ thống');
    expect((await report()).body.draft).toBe(false);
    const xlsx = await server.app.request(publicPath('xlsx'));
    expect(xlsx.headers.get('content-disposition')).toBe('attachment; filename="mau-report-2026-q4.xlsx"');
  });

  it('is withdrawn with its period', async () => {
    await act('withdraw', { reason: 'Số liệu của một đơn vị nhập sai.' });
    expect((await server.request('GET', publicPath('docx'))).status).toBe(410);
    expect((await report()).body.draft).toBe(true);
  });
});
