import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedTable } from '#rules/published-table.ts';
import { SEEDS } from '../../server/demo/seeds/index.ts';
import { putPublishedTable, setTableState } from '../../server/store/published-tables.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function page(path: string): Promise<string> {
  const { text } = await server.request('GET', path);
  return text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
}

/** Typed in and shown. */
const shown = (tenant: string, table: PublishedTable) => [
  putPublishedTable(tenant, table, { actor: 'user:a', at: null }),
  setTableState(tenant, table.id, 'public'),
];

describe('older reports', () => {
  it('are reproduced as published, each with its source and exactly the faults found in it', async () => {
    await server.db.batch(SEEDS.flatMap((table) => shown('mau', table)));
    const html = await page('/cong-khai/mau/bao-cao');
    const faults = (id: string) => {
      const article = html.split(`id="${id}"`)[1]?.split('</article>')[0] ?? '';
      return [...article.matchAll(/<p class="fault">(.*?)<\/p>/g)].map(([, text]) => text);
    };
    expect(faults('binh-thuan-2020')).toHaveLength(1);
    expect(faults('binh-thuan-2020')[0]).toContain('12 + 6 + 1 = 19');
    expect(faults('phu-tho-2018').join(' ')).toContain('còn 26 hồ sơ');
    expect(faults('phu-tho-2018').join(' ')).toContain('22,75 % là số bị cắt, số làm tròn là 22,76 %');
    expect(faults('phu-tho-2018')).toHaveLength(2);
    for (const id of ['tay-ninh-2020', 'binh-thuan-2021', 'binh-dinh-2021']) expect(faults(id)).toEqual([]);
    expect(html).toContain('từ ngày 21/11/2020 đến ngày 30/11/2020 không thuộc kỳ đánh giá nào');
    expect(html).toContain('ngày 02/12/2020');
    expect(html).toContain('<div>6.053</div>');
    expect(html).toContain('tổng điểm 15,9, xếp loại Xuất sắc, mức độ Rất hài lòng');
  });

  it('are linked from the public page only where there are any', async () => {
    expect(await page('/cong-khai/mau?ky=2026-q4')).toContain('/cong-khai/mau/bao-cao');
    expect(await page('/cong-khai/kia?ky=2026-q4')).not.toContain('/cong-khai/kia/bao-cao');
  });

  it('are the public page itself where nothing else has been published', async () => {
    await server.db.batch(SEEDS.slice(0, 1).flatMap((table) => shown('kia', table)));
    expect(await page('/cong-khai/kia')).toContain('còn 26 hồ sơ');
    expect(await page('/cong-khai/kia?ky=2026-q4')).toContain('Kỳ này chưa công khai.');
  });
});
