import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Distributions } from '#wire/distributions.ts';
import type { PublicHistory } from '#wire/public-history.ts';
import type { PublicResults } from '#wire/results.ts';
import { OPEN_PROVINCE, openProvince } from './public-world.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await openProvince(server.services);
}, 60_000);
afterAll(() => server.close());

const HOME = `/cong-khai/${OPEN_PROVINCE}`;
const page = async (path: string) =>
  (await server.request('GET', path)).text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
const chart = (html: string, id: string) => html.split(`<figure class="chart" id="${id}"`)[1]?.split('</figure>')[0];
const results = async (period = '2026-q2') =>
  (await server.request<PublicResults>('GET', `/v1/public/periods/${period}/results?tenant=${OPEN_PROVINCE}`)).body;

describe('the charts of the public page', () => {
  it('draw a bar of answers for each shown unit, with the share that stands in the table', async () => {
    const html = await page(HOME);
    const drawn = chart(html, 'hai-long-province-danhgia-2026') ?? '';
    // Sở Xây dựng: 40 answers, all of the best kind.
    expect(drawn).toContain('data-figure="answers/so-xay-dung/danhgia-2026/s5">40<');
    expect(drawn).toContain('100 % (91,2–100,0 %), n = 40');
    expect(drawn).not.toContain('Sở Nhỏ');
    expect(drawn).not.toContain('Sở Ít');
    const { body } = await server.request<Distributions>(
      'GET',
      `/v1/public/periods/2026-q2/distributions?tenant=${OPEN_PROVINCE}`,
    );
    for (const { unit, questions } of body.units)
      for (const { survey, question, options } of questions)
        if (question === 'overall')
          for (const { option, n } of options)
            expect(html, unit).toContain(`data-figure="answers/${unit}/${survey}/${option}">${n}<`);
  });

  it('draw totals with intervals; tiers only at the level where nobody is hidden', async () => {
    const html = await page(HOME);
    const communes = chart(html, 'xep-hang-commune') ?? '';
    expect(communes).toContain('Nhóm 1');
    expect(communes).toContain('1. Xã Sông Mẫu');
    const departments = chart(html, 'xep-hang-province') ?? '';
    expect(departments).toContain('Sở Tư pháp');
    expect(departments).not.toContain('Nhóm 1');
    expect(departments).toContain('không ghi hạng và không xếp nhóm');
    const { units } = await results();
    for (const { unit, level, hidden, interval, tier, rank, punctuality } of units) {
      expect([interval === null, punctuality === null], unit).toEqual([hidden, hidden]);
      expect(tier === null, unit).toBe(level === 'province');
      expect(rank === null, unit).toBe(level === 'province');
    }
    const best = units.find(({ unit }) => unit === 'so-tu-phap');
    // Every index at its highest, but petitions at 1,0: 17 points, and no interval below says otherwise than the page.
    expect(best?.total).toBe(170);
    expect(best?.interval?.high).toBe(170);
    expect(html).toContain(
      `data-figure="ranking/so-tu-phap/total"><div>17,0<span class="below">${String((best?.interval?.low ?? 0) / 10).replace('.', ',')}`,
    );
  });

  it('put periods side by side over the units all of them show', async () => {
    const drawn = chart(await page(HOME), 'cac-ky-province') ?? '';
    // Sở Tư pháp, Nông nghiệp, Xây dựng, Công Thương. 5 × 20 + 70 and 5 × 18 + 70 are excellent at first; then 5 × 20 + 70 of a third.
    expect(drawn).toContain('Cấp tỉnh: Xuất sắc từ 2/4 đơn vị (Quý I/2026) đến 3/4 đơn vị (Quý II/2026)');
    expect(drawn).toContain('Chỉ tính 4 đơn vị được nêu ở mọi kỳ trong hình');
  });

  it('stand beside no earlier period alone, and not on a page of one that is not published', async () => {
    const html = await page(`${HOME}?ky=2027-q1`);
    expect(html).toContain('Kỳ này chưa công khai.');
    expect(html).not.toContain('<figure');
  });
});

describe('the page of one unit', () => {
  it('has its grade, its indices, its deadlines and what was answered', async () => {
    const html = await page(`${HOME}/don-vi/so-cong-thuong?ky=2026-q1`);
    expect(html).toContain('<h1>Kết quả của Sở Công Thương</h1>');
    // 20 dossiers with the mean 0,8: 8 of the best kind, none of the middle, 12 of the worst.
    expect(chart(html, 'thoi-han')).toContain('8 + 0 + 12 = 20');
    expect(html).toContain('data-figure="unit/so-cong-thuong/1/official">0,8<');
    expect(html).toContain('data-figure="ranking/so-cong-thuong/responses">20<');
    expect(chart(html, 'cac-ky')).toContain('Tổng điểm qua các kỳ: 11,0/18 (Quý I/2026) đến 11,5/18 (Quý II/2026)');
  });

  it.each(['so-nho', 'so-it'])('%s is hidden and has no figure, nor a line in any period', async (unit) => {
    const html = await page(`${HOME}/don-vi/${unit}`);
    expect(html).toContain('Đơn vị này được ẩn ở kỳ này nên không có số liệu.');
    expect(html).not.toMatch(/<table|<figure|data-figure/);
  });

  it('is not there for a unit nobody has, and says when a period is not published', async () => {
    expect((await server.request('GET', `${HOME}/don-vi/khong-co`)).status).toBe(404);
    expect(await page(`${HOME}/don-vi/so-tu-phap?ky=2027-q1`)).toContain('Kỳ này chưa công khai.');
  });
});

describe('the history as data', () => {
  it('leaves out whoever one of the periods hides', async () => {
    const { body } = await server.request<PublicHistory>('GET', `/v1/public/history?tenant=${OPEN_PROVINCE}`);
    expect(body.series.map(({ kind, periods }) => [kind, periods.map(({ period }) => period)])).toEqual([
      ['quarter', ['2026-q1', '2026-q2']],
    ]);
    expect(body.series[0]?.units.map(({ unit }) => unit)).toEqual([
      ...['phuong-ben', 'so-cong-thuong', 'so-nn-mt', 'so-tu-phap', 'so-xay-dung', 'xa-nui', 'xa-song'],
    ]);
    const first = await results('2026-q1');
    for (const { unit, results: own } of body.series[0]?.units ?? [])
      expect(own[0]?.total).toBe(first.units.find((each) => each.unit === unit)?.total);
  });

  it('is a line for each unit and period as CSV', async () => {
    const { text, headers } = await server.request('GET', `/v1/public/history.csv?tenant=${OPEN_PROVINCE}`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = text.trim().split('\n');
    expect(lines).toHaveLength(1 + 7 * 2);
    expect(lines.find((line) => line.includes('2026-q1') && line.includes('so-xay-dung'))).toContain(',14.0,18.0,');
  });

  it('of an unknown province there is none', async () => {
    expect((await server.request('GET', '/v1/public/history?tenant=khongco')).status).toBe(404);
  });
});

describe('in English', () => {
  it('says what the page says, keeps the language in its links and marks what stays Vietnamese', async () => {
    const html = await page(`${HOME}?lang=en`);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('3/4 offices graded Excellent');
    expect(html).toContain(`href="${HOME}/don-vi/so-tu-phap?ky=2026-q2&amp;lang=en"`);
    expect(html).toContain('100% (91.2–100.0%), n = 40');
    expect(html).toContain(`href="${HOME}" lang="vi"`);
    // Texts of the rules stay as they are, and are read out as what they are.
    const readings = html.split('<dl class="choices" lang="vi">')[1]?.split('</dl>')[0] ?? '';
    expect(readings).toMatch(/[ăâđêôơư]/);
    const spoken = html.replace(/<(\w+)[^>]* lang="vi"[^>]*>[\s\S]*?<\/\1>/g, '');
    expect(spoken).not.toMatch(/Xếp loại|Khoảng|Đơn vị (?!Mẫu)|Số phiếu/);
  });
});
