import { describe, expect, test } from 'vitest';
import { PERSONAL_COLUMN, readHostPack } from '#rules/packs/read-host-pack.ts';
import { PACK, packWith } from './pack-of.ts';

const faultsOf = (value: unknown) => {
  const read = readHostPack(value);
  return 'faults' in read ? read.faults : [];
};
const column = (part: object) => [{ ...PACK.lists[0]?.columns[0], ...part }];

test('a whole pack reads back as it was written', () => {
  expect(readHostPack(JSON.parse(JSON.stringify(PACK)))).toEqual({ pack: PACK });
});

describe('refused, each at its place', () => {
  for (const [what, path, value, at] of [
    ['another format', 'format', 'dvc-host-pack/2', 'format'],
    ['a version of nothing', 'version', 0, 'version'],
    ['a version in words', 'version', '3', 'version'],
    ['an id with a path in it', 'id', '../x', 'id'],
    ['no site', 'origins', [], 'origins'],
    ['a site with a path', 'origins', ['https://motcua.example.vn/x'], 'origins.0'],
    ['a site that is a script', 'origins', ['javascript:alert(1)'], 'origins.0'],
    ['a ninth list', 'lists', Array(9).fill(PACK.lists[0]), 'lists'],
    ['nothing to read at all', 'lists', [], 'lists'],
    ['an unknown field', 'script', 'alert(1)', 'script'],
    ['a parser of its own', 'lists.0.columns', column({ parser: 'eval' }), 'lists.0.columns.0.parser'],
    ['a date parser on a code', 'lists.0.columns', column({ parser: 'onlyDate' }), 'lists.0.columns.0.parser'],
    ['the applicant as a meaning', 'lists.0.columns', column({ meaning: 'applicant' }), 'lists.0.columns.0.meaning'],
    ['the handler as a meaning', 'lists.0.columns', column({ meaning: 'handler' }), 'lists.0.columns.0.meaning'],
    ['a list without a code', 'lists.0.columns', column({ meaning: 'status' }), 'lists.0.columns'],
    ['one meaning twice', 'lists.0.columns', [...column({}), ...column({})], 'lists.0.columns'],
    ['a selector that looks around', 'lists.0.root', 'div:has(input[name=cccd])', 'lists.0.root'],
    ['a selector with a comment', 'lists.0.root', 'a/**/b', 'lists.0.root'],
    ['a selector too long', 'lists.0.root', 'a'.repeat(201), 'lists.0.root'],
    ['rows that are no table, named by header', 'lists.0.row', 'div.row', 'lists.0.row'],
    ['a state of its own', 'statuses', [{ words: 'Xong', state: 'late' }], 'statuses.0.state'],
    ['a person among the states', 'statuses', [{ words: 'Trần Thị Mơ', state: 'returned' }], 'statuses.0.words'],
    ['words nobody sees', 'name', 'a\u202eb', 'name'],
  ] as const)
    test(what, () => {
      expect(faultsOf(packWith(path, value)).map((fault) => fault.path)).toContain(at);
    });

  for (const header of [
    'Chủ hồ sơ',
    'Số CCCD',
    'SĐT',
    'Địa chỉ',
    'E-mail',
    'Họ và tên người nộp',
    'Ngày sinh',
    'Cán bộ thụ lý',
    'NGUYỄN VĂN GIẢ ĐỊNH',
    '0912 345 678',
    'a@b.vn',
  ])
    test(`a column under «${header}»`, () => {
      const personal = { path: 'lists.0.columns.0.place.header', message: PERSONAL_COLUMN };
      expect(faultsOf(packWith('lists.0.columns', column({ place: { header } })))).toContainEqual(personal);
      const under = { ...personal, path: 'lists.0.columns.0.place.under' };
      expect(faultsOf(packWith('lists.0.columns', column({ place: { column: 2, under: header } })))).toContainEqual(
        under,
      );
    });

  for (const value of [null, 7, 'x', [], { format: 'dvc-host-pack/1' }, { lists: { length: 1e9 } }])
    test(`${JSON.stringify(value)}, which is no pack`, () => {
      expect(faultsOf(value)).not.toEqual([]);
      expect(faultsOf(value).length).toBeLessThanOrEqual(20);
    });
});
