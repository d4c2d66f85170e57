import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicResults, PublicUnit, UnitResult } from '#wire/results.ts';
import { resultSentence } from '../../server/pages/result-sentence.ts';
import { orderUnits } from '../../server/pages/result-table.ts';
import { insertSnapshot, putUnitResult } from '../../server/store/snapshots.ts';
import { unitResult } from '../admin/sample.ts';
import { changedBehind } from './changed-behind.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const HOSTILE = `<script>alert(1)</script> & "Sở"`;
const forms = (official: number) => ({ dossiers: 412, official, officerLink: 0, open: 0, selfScores: 400 });
const good = { grade: 'good', gradeLabel: 'Tốt', satisfactionLabel: 'Hài lòng' } as const;

/** Three units the public may see; two with fewer than 5 forms, so neither stands alone. */
const UNITS: readonly UnitResult[] = [
  unitResult('so-a', 'Sở Ánh Dương', { rank: 2, total: 151, n: forms(210) }),
  unitResult('so-b', HOSTILE, { rank: 3, total: 147, n: forms(22), ...good }),
  unitResult('so-c', 'Sở Cánh Đồng', { rank: 1, total: 178, n: forms(3) }),
  unitResult('so-d', 'Sở Đồi Chè', { rank: 4, total: 123, n: forms(4), ...good }),
  unitResult('so-e', 'Sở Êm Đềm', {
    rank: null,
    total: 132,
    max: 160,
    missing: [5],
    grade: null,
    gradeLabel: null,
    satisfactionLabel: null,
    because: 'Chưa đủ chỉ số.',
    n: forms(40),
  }),
];

async function publish(tenant: string): Promise<void> {
  const at = '2027-01-05T03:00:00.000Z';
  server.clock.now = new Date(at);
  await server.db.batch([
    insertSnapshot(
      tenant,
      {
        snapshot: `${tenant}.1`,
        period: '2026-q4',
        number: 1,
        reason: 'chốt kỳ',
        ruleset: 'tt01-2018',
        choices: '{}',
        factsHash: 'ab',
        contentHash: 'cd',
        auditHead: '9c41d0aa77e2f0',
        createdAt: at,
        citizenFrozenFrom: null,
      },
      { records: null, citizenFrozenFrom: null, findingsOf: `${tenant}.1` },
    ),
    ...UNITS.map((unit) => putUnitResult(tenant, `${tenant}.1`, unit)),
    {
      sql: `update periods set state = 'sealed', closed_at = ?, sealed_at = ?, published_at = ?, snapshot = ?
        where tenant = ? and period = '2026-q4'`,
      params: [at, at, at, `${tenant}.1`, tenant],
    },
    { sql: 'update tenants set watermark = ? where tenant = ?', params: ['Số liệu mẫu', tenant] },
  ]);
}

async function page(path: string): Promise<string> {
  const { text } = await server.request('GET', path);
  return text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
}
/** Names of the table's rows, as printed. */
const rowNames = (html: string) =>
  [...html.matchAll(/<th scope="row">(?:<a [^>]*>)?(.*?)(?:<\/a>)?<\/th>\s*<td/g)].map(([, name]) => name);

describe('a receipt looked up', () => {
  it('shows the answers received, and opens nothing under another province', async () => {
    const { body } = await server.request<{ receipt: string }>('POST', '/v1/responses', responseOf(1));
    const found = await page(`/cong-khai/mau/phieu?ma=${body.receipt.toLowerCase()}`);
    expect(found).toContain('Đơn vị so-a · nhận ngày 10/11/2026');
    expect(found).toContain('<dd>Hài lòng</dd>');
    expect(found).toContain('<dd>Đúng ngày hẹn</dd>');
    expect(found).toContain('<dd>Bỏ qua</dd>');
    const elsewhere = await server.request('GET', `/cong-khai/kia/phieu?ma=${body.receipt}`);
    expect(elsewhere.status).toBe(404);
    expect(elsewhere.text).not.toContain('Đúng ngày hẹn');
  });

  it('keeps a mistyped code in the field, harmless, and says what to do', async () => {
    const html = await page(`/cong-khai/mau/phieu?ma=${encodeURIComponent('"><b>7')}`);
    expect(html).toContain('Không tìm thấy phiếu với mã này.');
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;7"');
  });

  it('asks for the code when none was typed, instead of searching for nothing', async () => {
    const { status, text } = await server.request('GET', '/cong-khai/mau/phieu?ma=%20');
    expect([status, text.includes('Chưa có mã phiếu. Nhập mã rồi bấm Tra cứu.')]).toEqual([422, true]);
  });
});

describe('the public page', () => {
  it('says that a period is not published, and prints none of its figures', async () => {
    const html = await page('/cong-khai/mau?ky=2026-q4');
    expect(html).toContain('Kỳ này chưa công khai.');
    expect(html).not.toContain('<table');
  });

  it('is not there for an unknown province', async () => {
    expect((await server.request('GET', '/cong-khai/khong-co')).status).toBe(404);
  });

  it('prints the sentence over shown units, counting hidden ones apart', async () => {
    await publish('mau');
    expect(await page('/cong-khai/mau')).toContain(
      'Kết quả: 01/03 đơn vị xếp loại Xuất sắc, 01/03 đơn vị xếp loại Tốt, 01/03 đơn vị chưa xếp loại; ' +
        'mức độ Rất hài lòng 01/03 đơn vị, mức độ Hài lòng 01/03 đơn vị. ' +
        '02 đơn vị được ẩn, không tính trong các số này.',
    );
  });

  it('prints no figure of a hidden unit anywhere', async () => {
    const html = await page('/cong-khai/mau');
    const row = /<tr class="hidden-unit"><th scope="row">Sở Cánh Đồng<\/th>(.*?)<\/tr>/.exec(html)?.[1] ?? '';
    expect(row).toContain('ẩn');
    expect(row.replace(/<[^>]*>/g, '')).not.toMatch(/\d/);
    expect(html).not.toContain('17,8');
    expect(html).not.toContain('12,3');
    expect(html).toContain('Ẩn vì dưới 5 phiếu, để không lộ người trả lời.');
  });

  it('gives out no rank beside a hidden unit: a place skipped, or moved up, would tell where that one stands', async () => {
    const path = '/v1/public/periods/2026-q4/results?tenant=mau';
    const ranks = async () => {
      const { body } = await server.request<PublicResults>('GET', path);
      return Object.fromEntries(body.units.map((unit) => [unit.unit, unit.rank]));
    };
    expect(await ranks()).toEqual({ 'so-a': null, 'so-b': null, 'so-c': null, 'so-d': null, 'so-e': null });
    // With 5 forms and more everywhere nothing is hidden, and ranks are those of the close.
    await server.db.batch(UNITS.map((unit) => putUnitResult('mau', 'mau.1', { ...unit, n: forms(40) })));
    await changedBehind(server.db);
    expect(await ranks()).toEqual({ 'so-a': 2, 'so-b': 3, 'so-c': 1, 'so-d': 4, 'so-e': null });
    await server.db.batch(UNITS.map((unit) => putUnitResult('mau', 'mau.1', unit)));
    await changedBehind(server.db);
  });

  it('gives a unit that lacks an indicator its total over what is available, and no grade', async () => {
    const html = await page('/cong-khai/mau');
    expect(html).toContain('13,2/16<span class="below">chưa đủ chỉ số (thiếu 5)</span>');
    expect(html).toContain('— <span class="below">Chưa đủ chỉ số.</span>');
  });

  it('says that few forms stand behind a share', async () => {
    const units = UNITS.map((unit) => ({ ...unit, satisfactionShare: { value: 905, n: 22, low: 720, high: 970 } }));
    await server.db.batch(units.map((unit) => putUnitResult('mau', 'mau.1', unit)));
    await changedBehind(server.db);
    expect(await page('/cong-khai/mau')).toContain('90,5 % <span class="below">72,0–97,0 %; n = 22, n nhỏ</span>');
  });

  it('escapes a hostile name, runs no script and allows none', async () => {
    const { text, headers } = await server.request('GET', '/cong-khai/mau');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Sở&quot;');
    expect(text).not.toContain('<script');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('sorts by points or by name, hidden units last by name in both', async () => {
    const hidden = ['Sở Cánh Đồng', 'Sở Đồi Chè'];
    expect(rowNames(await page('/cong-khai/mau?sap=diem')).filter((n) => n?.startsWith('Sở '))).toEqual([
      'Sở Ánh Dương',
      'Sở Êm Đềm',
      ...hidden,
    ]);
    expect(rowNames(await page('/cong-khai/mau?sap=ten')).slice(-2)).toEqual(hidden);
    expect(await page('/cong-khai/mau?sap=ten')).toContain('<th scope="col" aria-sort="ascending">Đơn vị</th>');
  });

  it('shows the watermark of a province that is not real, the method, the decision and the open data', async () => {
    const html = await page('/cong-khai/mau');
    expect(html).toContain('<p class="banner">Số liệu mẫu</p>');
    expect(html).toContain('Người dân trả lời tối đa 9 câu, không ghi tên.');
    expect(html).toContain(
      'Điểm tính bằng chín chỉ số theo Thông tư 01/2018/TT-VPCP, áp dụng ở tỉnh bằng QĐ 1/QĐ-UBND (Mẫu), phần nào',
    );
    expect(html).toContain('Theo QĐ 1/QĐ-UBND (Mẫu)');
    expect(html).toContain('/v1/public/periods/2026-q4/results.csv?tenant=mau');
  });

  it('does not show one province the period another has published', async () => {
    expect(await page('/cong-khai/kia?ky=2026-q4')).toContain('Kỳ này chưa công khai.');
  });
});

describe('the sentence', () => {
  const unit = (gradeLabel: string, satisfactionLabel: string): PublicUnit => ({
    ...{ unit: 'x', name: 'x', level: 'province', hidden: false, rank: 1, total: 150, max: 180, missing: [] },
    ...{ because: null, dossiers: 9, responses: 9, satisfactionShare: null, indicators: [] },
    ...{ interval: null, tier: null, punctuality: null },
    gradeLabel,
    satisfactionLabel,
  });

  it('reads as in Báo cáo 25/BC-TTHCC of Bình Thuận, 2021', () => {
    const units = [unit('Tốt', 'Hài lòng'), ...Array.from({ length: 17 }, () => unit('Xuất sắc', 'Rất hài lòng'))];
    expect(resultSentence(units)).toBe(
      '17/18 đơn vị xếp loại Xuất sắc, 01/18 đơn vị xếp loại Tốt; mức độ Rất hài lòng 17/18 đơn vị, mức độ Hài lòng 01/18 đơn vị.',
    );
  });

  it('claims nothing when every unit is hidden', () => {
    const hidden = { ...unit('', ''), hidden: true, gradeLabel: null };
    expect(resultSentence([hidden, hidden])).toMatch(/^Chưa có đơn vị nào đủ dữ liệu để công bố\./);
    expect(orderUnits([hidden], 'diem')).toHaveLength(1);
  });
});
