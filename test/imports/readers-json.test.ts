import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listAt } from '../../server/imports/read-cell.ts';
import { readFile, refusedAs } from './read-file.ts';

const translated = { 'procedure.translate.languageid': { number: 228 }, 'procedure.translate.name': 'Cấp phép' };

const faultsOf = async (content: string) => {
  const { rows, faults } = await readFile(content, {}, { sizes: [5, 11] });
  return { rows: rows.map(({ row }) => row), faults: faults.map(({ row, code }) => [row, code]) };
};

describe('a JSON file is read', () => {
  it.each([
    ['a list', '[{"code":"A1"},{"code":"A2"}]'],
    ['a list over many lines', '[\n  {\n    "code": "A1"\n  },\n  { "code": "A2" }\n]\n'],
    ['an object a line (NDJSON)', '{"code":"A1"}\n{"code":"A2"}\n'],
    ['OpenCPS: total before data', '{"total":2,"data":[{"code":"A1"},{"code":"A2"}]}'],
    [
      'OpenCPS: total behind data, pages one after the other',
      '{"data":[{"code":"A1"}],"total":2}\n{"data":[{"code":"A2"}],"total":2}',
    ],
    [
      'an envelope in an envelope',
      '{"code":0,"data":{"total":2,"content":[{"code":"A1"},{"code":"A2"}],"last":true},"x":{"y":[1]}}',
    ],
    ['UTF-8 with its mark', '\ufeff[{"code":"A1"},{"code":"A2"}]'],
  ])('%s', async (_what, content) => {
    for (const sizes of [[1], [3, 8], [4096]]) {
      const { cells, faults, file } = await readFile(content, {}, { sizes });
      expect(faults).toEqual([]);
      expect(cells).toEqual([{ code: 'A1' }, { code: 'A2' }]);
      expect(file.columns).toEqual([{ key: 'code', label: 'code' }]);
    }
  });

  it('OpenCPS writes a list of one as the one itself, and leaves an empty list out', async () => {
    expect((await readFile('{"total":1,"data":{"dossierNo":"A1"}}')).cells).toEqual([{ dossierno: 'A1' }]);
    expect((await readFile('{"total":0}')).faults).toMatchObject([{ row: null, code: 'file.noRows' }]);
  });

  it('values: nested, lists, nothing, numbers', async () => {
    const item = {
      maHoSo: ' A1 ',
      ghiChu: '',
      ngayTra: null,
      online: true,
      receiveDate: 1795514700000,
      procedure: { code: '1.001612' },
      steps: [{ unit: 'x', due: '24/11/2026' }, { unit: 'y' }],
      reappointed: ['25/11/2026'],
      none: [],
    };
    const { cells, file } = await readFile(JSON.stringify([item]));
    expect(cells).toEqual([
      {
        mahoso: 'A1',
        online: 'true',
        receivedate: { number: 1795514700000 },
        'procedure.code': '1.001612',
        steps: { list: [{ unit: 'x', due: '24/11/2026' }, { unit: 'y' }] },
        reappointed: { list: [{ '': '25/11/2026' }] },
      },
    ]);
    expect(file.columns).toContainEqual({ key: 'procedure.code', label: 'procedure.code' });
    expect(file.columns).toContainEqual({ key: 'mahoso', label: 'maHoSo' });
  });

  it('a list of one written as the one itself is a list', () => {
    expect(listAt({ 'steps.unit': 'x', 'steps.due': 'y', code: 'A' }, 'steps')).toEqual([{ unit: 'x', due: 'y' }]);
    expect(listAt({ steps: 'x' }, 'steps')).toEqual([{ '': 'x' }]);
    expect(listAt({ code: 'A' }, 'steps')).toBeNull();
  });

  it('iGate tells names by language: the Vietnamese one counts', async () => {
    const names = (vi: string) => [
      { languageId: 46, name: 'x' },
      { languageId: 228, name: vi },
    ];
    const item = {
      code: 'A1',
      dossierStatus: { id: 2, name: names('Đang xử lý') },
      procedure: { translate: names('Cấp phép') },
    };
    expect((await readFile(JSON.stringify({ content: [item] }))).cells).toEqual([
      { code: 'A1', 'dossierstatus.id': { number: 2 }, 'dossierstatus.name': 'Đang xử lý', ...translated },
    ]);
  });

  it('one step written as the step itself is a list of one, where the importer knows a list', async () => {
    const known = new Set(['steps', 'procedure', 'procedure.code']);
    const item = { steps: { unit: 'x' }, procedure: { code: '1' }, other: { a: 'b' } };
    expect((await readFile(JSON.stringify([item]), { known })).cells).toEqual([
      { steps: { list: [{ unit: 'x' }] }, 'procedure.code': '1', 'other.a': 'b' },
    ]);
  });

  it('a field without a value is a column all the same; one that comes late is said, not passed over', async () => {
    const items = Array.from({ length: 2001 }, (_, at) => ({ code: `A${at}`, returned: at === 2000 ? 'x' : '' }));
    const known = new Set(['code', 'returned', 'ready']);
    const empty = await readFile(JSON.stringify(items), { known }, { sizes: [65_536] });
    expect(empty.file.columns.map(({ key }) => key)).toEqual(['code', 'returned']);
    expect(empty.cells.at(-1)).toEqual({ code: 'A2000', returned: 'x' });
    const late = JSON.stringify([...items, { code: 'A', ready: 'y', other: 'z' }, { code: 'B', other: 'z' }]);
    const { rows, faults } = await readFile(late, { known }, { sizes: [65_536] });
    expect(rows.length).toBe(2002);
    expect(faults).toMatchObject([{ row: 2002, code: 'json.late' }]);
  });

  it('a CSV whose first header stands in brackets is no JSON', async () => {
    expect((await readFile('[Mã],Tên\n1,a\n', {}, { name: 'danh-sach.CSV' })).cells).toEqual([
      { '[ma]': '1', ten: 'a' },
    ]);
  });
});

describe('one bad item spoils no other', () => {
  const good = (n: number) => `{"code":"A${n}"}`;
  const deep = `{"a":${'['.repeat(25)}${']'.repeat(25)}}`;
  it.each([
    ['a comma too many', `[${good(1)},\n{"code":"A2",},\n${good(3)}]`, [1, 3], [[2, 'json.bad']]],
    ['no JSON at all', `[${good(1)},\nhỏng,\n${good(3)}]`, [1, 3], [[2, 'json.bad']]],
    ['a number for an item', `[${good(1)},7,${good(3)}]`, [1, 3], [[2, 'json.bad']]],
    ['a list for an item', `[${good(1)},["A2"],${good(3)}]`, [1, 3], [[2, 'json.shape']]],
    ['a name twice', `[${good(1)},{"code":"A2","code":"A9"},${good(3)}]`, [1, 3], [[2, 'json.twice']]],
    ['a name twice but for its case', `[${good(1)},{"id":"A2","ID":"A9"},${good(3)}]`, [1, 3], [[2, 'json.twice']]],
    ['nested too deep', `[${good(1)},${deep},${good(3)}]`, [1, 3], [[2, 'json.deep']]],
    ['a quote missing', `[\n  ${good(1)},\n  {"code":"A2},\n  ${good(3)}\n]`, [1, 3], [[2, 'json.bad']]],
    ['a bracket missing', `[\n  ${good(1)},\n  {"code":"A2",\n  ${good(3)}\n]`, [1, 3], [[2, 'json.bad']]],
    ['a bracket missing in NDJSON', `${good(1)}\n{"code":"A2"\n${good(3)}\n`, [1, 3], [[2, 'json.bad']]],
    ['a line break within a text', `[\n${good(1)},\n{"code":"A\n2"},\n${good(3)}]`, [1, 3], [[2, 'json.bad']]],
    ['the file cut within an item', `[${good(1)},{"code":`, [1], [[2, 'json.cut']]],
    ['the file cut between items', `[${good(1)},${good(2)}`, [1, 2], [[null, 'json.unclosed']]],
    ['an envelope cut', `{"data":[${good(1)}],"total":`, [1], [[null, 'json.unclosed']]],
    [
      'a bracket of another kind, all in one line',
      `[${good(1)},{"code":["A2"},${good(3)}]`,
      [1],
      [
        [2, 'json.bad'],
        [null, 'json.lost'],
      ],
    ],
  ])('%s', async (_what, content, rows, faults) => {
    expect(await faultsOf(content)).toEqual({ rows, faults });
  });

  it('an item above 1 MiB is passed over without being held', async () => {
    const { rows, faults } = await readFile(
      `[{"a":"1"},{"a":"${'x'.repeat(3_000_000)}"},{"a":"3"}]`,
      {},
      { sizes: [65_536] },
    );
    expect(rows.map(({ row }) => row)).toEqual([1, 3]);
    expect(faults).toMatchObject([{ row: 2, code: 'json.long' }]);
    expect(JSON.stringify(faults)).not.toContain('xx');
  });

  it('brackets without end are given up, not followed for ever', async () => {
    const { rows, faults } = await readFile('{"a":[\n'.repeat(400_000), {}, { sizes: [65_536] });
    expect(rows).toEqual([]);
    expect(faults.at(-1)).toMatchObject({ row: null, code: 'json.lost' });
    expect(faults.length).toBeLessThan(300);
  });
});

it('any list is read back the same, however its bytes arrive', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ồ', '"', '\\', '{', ']', ',', '\n', ':', '😀'),
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ code: cell, note: cell }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(undefined, 2),
      async (items, sizes, space) => {
        const { cells, faults } = await readFile(
          JSON.stringify({ total: items.length, data: items }, null, space),
          {},
          { sizes },
        );
        expect(faults).toEqual([]);
        const trimmed = items.map((item) => Object.entries(item).map(([key, text]) => [key, text.trim()]));
        expect(cells).toEqual(trimmed.map((pairs) => Object.fromEntries(pairs.filter(([, text]) => text))));
      },
    ),
    { numRuns: 60 },
  );
});

describe('files that are neither a table nor JSON are refused, each with what to do', () => {
  it.each([
    ['an old .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'file.old'],
    [
      'an .xlsx under a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'file.locked',
    ],
    ['a web page called .xls', '<html><table><tr><td>Mã hồ sơ</td></tr></table></html>', 'file.html'],
    ['a table of a web page', '\ufeff  <table border="1"><tr><td>Mã</td></tr></table>', 'file.html'],
    ['XML of Excel 2003', '<?xml version="1.0"?><Workbook/>', 'file.html'],
    ['a web archive', 'MIME-Version: 1.0\r\nX: y', 'file.html'],
    ['PDF', '%PDF-1.7', 'file.pdf'],
    ['RTF', '{\\rtf1 abc}', 'file.document'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'file.packed'],
  ])('%s', async (_what, content, code) => {
    expect(await refusedAs(content, {}, 'danh-sach.xls')).toBe(code);
  });
});
