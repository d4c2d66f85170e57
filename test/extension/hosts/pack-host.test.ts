import { describe, expect, test } from 'vitest';
import type { HostPack, PackColumn } from '#rules/packs/host-pack.ts';
import { readHostPack } from '#rules/packs/read-host-pack.ts';
import type { ListReading } from '../../../extension/hosts/host.ts';
import { packHost } from '../../../extension/hosts/pack-host.ts';
import { readPage } from '../../../extension/hosts/read-page.ts';
import { FIXTURES } from '../fixtures/index.ts';
import { CARDS, cards, PRINTED, UNLABELLED, unlabelled, WEB_FORMS, webForms } from '../fixtures/packs/pages.ts';
import { PLANTED_TEXTS } from '../fixtures/planted.ts';
import { pageOf } from '../page-of.ts';

const list = (pack: HostPack, html: string): ListReading | null => packHost(pack).readList(pageOf(html));
const closing = (time: string | null, edge: string) => (time?.length === 10 ? `${time}T${edge}` : time);
/** What a page that prints these dossiers in order says of each, written down apart from the reader. */
const expected = PRINTED.map(({ code, received, promised }) => ({
  code,
  received: closing(received, '07:30'),
  promised: closing(promised, '17:00'),
}));
const told = (reading: ListReading | null) =>
  reading?.rows.map(({ reading: row }) => ({ code: row?.code, received: row?.received, promised: row?.promised }));
const withColumn = (pack: HostPack, column: PackColumn): HostPack => ({
  ...pack,
  lists: pack.lists.map((each) => ({
    ...each,
    columns: [...each.columns.filter(({ meaning }) => meaning !== column.meaning), column],
  })),
});

describe.each([
  ['three lines without a word', UNLABELLED, unlabelled()],
  ['WebForms with words of its own', WEB_FORMS, webForms()],
  ['the same with its columns shuffled', WEB_FORMS, webForms([5, 3, 2, 6, 0, 4, 1])],
  ['cards that are no table', CARDS, cards()],
])('%s', (_, pack, html) => {
  test('is read by no family', () => {
    expect(readPage(pageOf(html)).list).toBeNull();
  });

  test('is read whole by its pack', () => {
    expect(readHostPack(pack)).toEqual({ pack });
    expect(packHost(pack).recognises(pageOf(html))).toBe(true);
    expect(told(list(pack, html))).toEqual(expected);
  });

  test('gives every state its status says, the words of the site first', () => {
    const states = list(pack, html)?.rows.map(({ reading }) => reading?.state);
    expect(states).toEqual(PRINTED.map(({ state }) => state));
  });

  test('says nothing of an applicant, and marks stand in no personal cell', () => {
    const rows = list(pack, html)?.rows ?? [];
    const said = JSON.stringify(rows.map(({ reading }) => reading));
    expect(PLANTED_TEXTS.filter((text) => said.includes(text))).toEqual([]);
  });

  test('is left alone on another site', () => {
    const elsewhere = { ...pack, origins: ['https://khac.example.vn'] };
    expect(packHost(elsewhere).recognises(pageOf(html))).toBe(false);
  });

  test('knows the code a row shows now', () => {
    const found = list(pack, html);
    const row = found?.rows[0];
    expect(row && found?.codeOf(row.row)).toBe(PRINTED[0]?.code);
  });
});

test('a negative number of days is said as overdue, zero as today', () => {
  const rows = list(WEB_FORMS, webForms())?.rows ?? [];
  expect(rows.slice(0, 3).map(({ reading }) => reading?.hostVerdict)).toEqual([
    'Quá hạn 2 ngày',
    'Còn 1 ngày',
    'Còn 6 ngày',
  ]);
});

describe('never guesses', () => {
  test('a line is missing: the lines left stand for something else and are not read', () => {
    const [first] = PRINTED;
    const html = unlabelled(first ? [first, { ...first, code: 'H99.01-261110-0099', received: null }] : []);
    const rows = list(UNLABELLED, html)?.rows ?? [];
    expect(rows.map(({ reading }) => [reading?.code, reading?.received, reading?.promised])).toEqual([
      ['H99.01-261110-0042', '2026-11-10T08:15', '2026-11-24T17:00'],
      ['H99.01-261110-0099', null, null],
    ]);
  });

  test('a counted column that has another header by now is not read', () => {
    const rows = list(UNLABELLED, unlabelled(PRINTED, 'Ngày họp'))?.rows ?? [];
    expect(rows).toHaveLength(PRINTED.length);
    expect(rows.flatMap(({ reading }) => [reading?.received, reading?.promised]).filter(Boolean)).toEqual([]);
  });

  test('a page whose code column is gone is left to the families', () => {
    expect(packHost(WEB_FORMS).recognises(pageOf(webForms([0, 1, 2, 3, 4, 6])))).toBe(false);
  });
});

describe('a column of persons is not read, whoever mapped it', () => {
  test.each([
    ['a counted column without a header that holds phone numbers', { column: 4, under: '' }, null],
    ['a line of names within a cell', { header: 'Hồ sơ' }, { at: 2, of: 3 }],
  ] as const)('%s', (_, place, line) => {
    const pack = withColumn(UNLABELLED, { meaning: 'procedure', place, line, parser: 'asIs' });
    const rows = list(pack, unlabelled())?.rows ?? [];
    expect(rows).toHaveLength(PRINTED.length);
    expect(rows.filter(({ reading }) => reading?.procedureName)).toEqual([]);
    const cells = rows.flatMap(({ places }) => places.map((place) => place.textContent ?? ''));
    expect(cells.filter((text) => /0912 345 678|0987654321/.test(text))).toEqual([]);
  });

  test('an element found by a selector, under a personal header', () => {
    const place = { selector: 'td:nth-child(4)' };
    const pack = withColumn(WEB_FORMS, { meaning: 'status', place, line: null, parser: 'asIs' });
    const rows = list(pack, webForms())?.rows ?? [];
    expect(rows.filter(({ reading }) => reading?.status)).toEqual([]);
  });

  test('a single name among procedures is no procedure', () => {
    const [first] = PRINTED;
    const html = unlabelled(PRINTED.map((each) => (each === first ? { ...each, procedure: 'Phạm Quốc Bảo' } : each)));
    const rows = list(UNLABELLED, html)?.rows ?? [];
    expect(rows[0]?.reading?.procedureName).toBeNull();
    expect(rows[1]?.reading?.procedureName).toBe(PRINTED[1]?.procedure);
  });
});

test('packs of these pages read no other fixture', () => {
  const hosts = [UNLABELLED, WEB_FORMS, CARDS].map(packHost);
  for (const { id, html, hash } of FIXTURES)
    expect([id, hosts.filter((host) => host.recognises(pageOf(html(), hash))).map((host) => host.id)]).toEqual([
      id,
      [],
    ]);
});

test('two rows of one code are not marked', () => {
  const [first] = PRINTED;
  const rows = list(UNLABELLED, unlabelled(first ? [first, first] : []))?.rows ?? [];
  expect(rows.map(({ duplicate, reading }) => [duplicate, reading])).toEqual([
    [true, null],
    [true, null],
  ]);
});

describe('a detail page', () => {
  const DETAIL: HostPack = {
    ...UNLABELLED,
    lists: [],
    detail: [
      { meaning: 'code', place: { label: 'Số phiếu' }, parser: 'asIs' },
      { meaning: 'promised', place: { selector: 'b.hen' }, parser: 'onlyDate' },
      { meaning: 'status', place: { label: 'Diễn biến' }, parser: 'asIs' },
      { meaning: 'procedure', place: { selector: 'b.ai' }, parser: 'asIs' },
    ],
  };
  const html = `<label>Số phiếu</label><input value="H99.01-261110-0001"><div><span>Số phiếu:</span><span>H99.01-261110-0042</span></div>
<p>Hẹn <b class="hen">trả lúc 17:00, 24/11/2026</b></p><span>Diễn biến:</span><span>Đang xử lý</span><b class="ai">NGUYỄN VĂN GIẢ ĐỊNH</b>`;

  test('is read by labels no family knows and by selectors; filters and persons are not', () => {
    expect(readHostPack(DETAIL)).toEqual({ pack: DETAIL });
    expect(packHost(DETAIL).readDetail(pageOf(html), null)).toMatchObject({
      code: 'H99.01-261110-0042',
      promised: '2026-11-24T17:00',
      state: 'processing',
      procedureName: null,
      source: 'detail',
    });
  });

  test('without a code, or without a date, is none', () => {
    expect(packHost(DETAIL).readDetail(pageOf(html.replaceAll('H99.01-261110-0042', '')), null)).toBeNull();
    expect(packHost(DETAIL).readDetail(pageOf(html.replace('24/11/2026', 'mai')), null)).toBeNull();
  });
});
