import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedTable } from '#wire/published-table.ts';
import { run } from '../../server/cli/run.ts';
import { SEEDS } from '../../server/demo/seeds/index.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The real program, fed through standard input. */
function program(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile('node', ['--import', 'tsx', 'server/cli/main.ts', ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

/** The same command inside this process, for the many small cases. */
async function check(args: readonly string[], input = ''): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await run(['check', ...args], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read: async (path) => (path === '-' ? input : readFile(path, 'utf8')),
  });
  return { code, out, err };
}

const NBSP = '\u00a0';
const seed = (id: string) => JSON.stringify(SEEDS.find((table) => table.id === id));

describe('cli check', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dvc-check-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('prints its own example, finds every fault that was put into it, and ends with 1', async () => {
    const example = await program(['check', '--example']);
    expect([example.code, example.err]).toEqual([0, '']);
    const { code, out, err } = await program(['check', '-'], example.out);
    expect([code, err]).toEqual([1, '']);
    // By hand: 600 + 290 = 890 of 900; 66,6 + 30,2 = 96,8; 600 : 900 = 66,67; 290 : 900 = 32,22; 9 + 4 = 13 of 12; 21–30/11/2025.
    for (const sentence of [
      `Kiểm tra: 600 + 290 = 890, còn 10 hồ sơ (1,1${NBSP}%) báo cáo không giải thích.`,
      `Kiểm tra: 66,6 + 30,2 = 96,8${NBSP}%, lệch 100${NBSP}% nhiều hơn sai số làm tròn.`,
      `Tỷ lệ đã công bố 66,6${NBSP}% là số bị cắt, số làm tròn là 66,7${NBSP}%.`,
      `Tỷ lệ đã công bố 30,2${NBSP}% không khớp số đếm, số làm tròn là 32,2${NBSP}%.`,
      'Kiểm tra: 9 + 4 = 13, nhiều hơn 12 đơn vị được đánh giá; đề nghị đính chính.',
      'Kiểm tra: từ ngày 21/11/2025 đến ngày 30/11/2025 không thuộc kỳ đánh giá nào.',
      'Đã kiểm tra 2 bảng: 6 chỗ cần xem lại.',
    ])
      expect(out).toContain(sentence);
  });

  it('finds in the five published reports what is in them, and nothing in Tây Ninh', async () => {
    const found = await Promise.all(SEEDS.map(({ id }) => check(['-'], seed(id))));
    expect(found.map(({ code }) => code)).toEqual([1, 0, 1, 0, 0]);
    expect(found[0]?.out).toContain('còn 26 hồ sơ');
    expect(found[0]?.out).toContain(`22,75${NBSP}% là số bị cắt, số làm tròn là 22,76${NBSP}%`);
    expect(found[1]?.out).toContain('Không thấy chỗ nào cộng không khớp.');
    expect(found[1]?.out).toContain('Đã kiểm tra 1 bảng: không thấy chỗ nào cần xem lại.');
    expect(found[2]?.out).toContain('12 + 6 + 1 = 19');
  });

  it('reads a list from a file and names the days that belong to no period', async () => {
    const path = join(folder, 'bang.json');
    await writeFile(path, JSON.stringify(SEEDS));
    const { code, out } = await program(['check', path]);
    expect(code).toBe(1);
    expect(out).toContain(
      'Giữa các kỳ\n  Kiểm tra: từ ngày 21/11/2020 đến ngày 30/11/2020 không thuộc kỳ đánh giá nào.',
    );
    expect(out).toContain('Đã kiểm tra 5 bảng: 4 chỗ cần xem lại.');
  });

  it('a gap alone is a fault', async () => {
    const { code, out } = await check(
      ['-'],
      JSON.stringify([
        { ...SEEDS[1], id: 'a', period: { from: '2020-01-01', to: '2021-01-01' } },
        { ...SEEDS[1], id: 'b', period: { from: '2021-02-01', to: '2022-01-01' } },
      ]),
    );
    expect([code, out.split('Kiểm tra:').length]).toEqual([1, 2]);
  });

  // biome-ignore lint/suspicious/noExplicitAny: the cases spoil a valid table in ways its type forbids.
  type Spoil = (table: any) => void;
  it.each<[string, Spoil]>([
    ['groups.0.parts.1.count', (table) => (table.groups[0].parts[1].count = -1)],
    ['groups.0.parts.1.count', (table) => (table.groups[0].parts[1].count = 1.5)],
    ['groups.0.parts.1.percent', (table) => (table.groups[0].parts[1].percent = '22.75')],
    ['groups.0.whole.count', (table) => delete table.groups[0].whole.count],
    ['groups.0.parts', (table) => (table.groups[0].parts = [])],
    ['groups.0.exhaustive', (table) => (table.groups[0].exhaustive = 'có')],
    ['source.date', (table) => (table.source.date = '31/12/2018')],
    ['source.url', (table) => (table.source.url = 'javascript:alert(1)')],
    ['period.to', (table) => (table.period = { from: '2018-12-16', to: '2018-12-16' })],
    ['period', (table) => delete table.period],
    ['tenantName', (table) => (table.tenantName = '   ')],
    ['title: có ký tự điều khiển', (table) => (table.title = 'Kết quả \u001b[2J năm 2018')],
    ['notes.0: có ký tự điều khiển', (table) => (table.notes = ['xong\rchưa'])],
    ['id', (table) => (table.id = 'Phú Thọ')],
    ['nguon', (table) => (table.nguon = 'báo')],
  ])('wrong input names %s and ends with 2', async (field, spoil) => {
    const table = JSON.parse(seed('phu-tho-2018'));
    spoil(table);
    const { code, out, err } = await check(['-'], JSON.stringify(table));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(field);
    expect(err).toContain('check --example');
  });

  it('in a list the place of the table is named, also of one that comes twice', async () => {
    const table = JSON.parse(seed('phu-tho-2018'));
    const twice = await check(['-'], JSON.stringify([table, table]));
    expect([twice.code, twice.err]).toEqual([
      2,
      expect.stringContaining('- 1.id: trùng với mục 0 («phu-tho-2018»); bỏ một trong hai'),
    ]);
    const none = await check(['-'], '[]');
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('- (gốc): cần ít nhất một bảng')]);
    const second = await check(['-'], JSON.stringify([table, { ...table, id: 'khac', groups: 1 }]));
    expect([second.code, second.err]).toEqual([2, expect.stringContaining('- 1.groups: ')]);
  });

  it('no JSON, no file, no argument, too many, an unknown option: each its own sentence', async () => {
    const ran = await Promise.all([
      check(['-'], 'a,b\n1,2'),
      check([join(folder, 'khong-co.json')]),
      check([]),
      check(['a', 'b']),
      check(['--format', 'csv', 'a']),
    ]);
    expect(ran.map(({ code, out }) => [code, out])).toEqual([2, 2, 2, 2, 2].map((code) => [code, '']));
    expect(ran[0]?.err).toContain('-: không phải JSON hợp lệ ở dòng 1, cột 1 (gặp «a»)');
    expect(ran[1]?.err).toContain('không mở được tệp');
    expect(ran[2]?.err).toContain('Cần đúng một tệp');
    expect(ran[3]?.err).toContain('Cần đúng một tệp');
    expect(ran[4]?.err).toContain('Không hiểu «--format csv a»');
  });

  it('--help explains every field of a table and every exit code', async () => {
    const { code, out } = await check(['--help']);
    expect(code).toBe(0);
    for (const field of Object.keys(publishedTable.shape))
      expect(out, field).toMatch(new RegExp(`^  .*\\b${field}\\b`, 'm'));
    for (const field of ['whole', 'exhaustive', 'percent', 'beside', 'units', 'counted']) expect(out).toContain(field);
    for (const exit of ['  0  ', '  1  ', '  2  ']) expect(out).toContain(exit);
    expect(out).toContain('chưa đọc CSV');
  });

  it('text may run over lines and have tabs', async () => {
    const table = { ...JSON.parse(seed('tay-ninh-2020')), notes: ['một\nhai\tba'] };
    expect((await check(['-'], JSON.stringify(table))).code).toBe(0);
  });

  it('every published report passes through the schema unchanged', () => {
    for (const table of SEEDS) expect(publishedTable.parse(table)).toEqual(table);
  });
});
