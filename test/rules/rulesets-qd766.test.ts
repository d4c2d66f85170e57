import { describe, expect, it } from 'vitest';
import { QD766_2022 } from '#rules/rulesets/qd766-2022.ts';
import { QD766_2026 } from '#rules/rulesets/qd766-2026.ts';
import { type GroupIndex, INDEX_IDS } from '#rules/rulesets/qd766-index.ts';
import type { GroupsRuleset } from '#rules/rulesets/ruleset.ts';

const rowsOf = (ruleset: GroupsRuleset): readonly GroupIndex[] => ruleset.indices[0]?.value ?? [];

describe.each([QD766_2022, QD766_2026] as readonly GroupsRuleset[])('$id', (ruleset) => {
  const rows = rowsOf(ruleset);
  const groups = ruleset.groups[0]?.value ?? [];

  it('the ceilings of the indices add up to their group, and the groups to 100 points', () => {
    const sums = groups.map(({ id }) => {
      const own = rows.filter(({ group }) => group === id || groups.find((each) => each.id === group)?.within === id);
      return [id, own.reduce((sum, { max }) => sum + (max ?? 0), 0)];
    });
    // 18 / 20 / 22 (12 + 10) / 22 / 18.
    const ceilings = { '1': 1800, '2': 2000, '3': 2200, '3a': 1200, '3b': 1000, '4': 2200, '5': 1800 };
    expect(Object.fromEntries(sums)).toEqual(ceilings);
    expect(Object.fromEntries(groups.map(({ id, max }) => [id, max]))).toEqual(ceilings);
  });

  it('no index twice, each known by its number', () => {
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(INDEX_IDS).toContain(id);
  });

  it('an index without points is only followed or has no known ceiling, and the other way round', () => {
    for (const { id, max, convert } of rows)
      expect([id, convert.kind === 'none']).toEqual([id, max === 0 || max === null]);
  });

  it('nothing claims to be the legal text, and every reading says why', () => {
    for (const { id, cite, empty, exempt, rivals } of rows)
      for (const each of [cite, empty.cite, ...(exempt ? [exempt.cite] : []), ...rivals.map((rival) => rival.cite)]) {
        expect([id, each.certainty]).not.toEqual([id, 'text']);
        expect([id, each.note ?? '']).not.toEqual([id, '']);
      }
  });

  it('the middle grades are marked as not confirmed', () => {
    const bands = ruleset.bands[0]?.value ?? [];
    expect(bands.map(({ min, label, cite }) => [min, label, cite.certainty])).toEqual([
      [9000, 'Xuất sắc', 'secondary'],
      [8000, 'Tốt', 'recalled'],
      [7000, 'Khá', 'recalled'],
      [5000, 'Trung bình', 'recalled'],
      [0, 'Yếu', 'secondary'],
    ]);
  });
});

describe('the two cuts', () => {
  it('differ in part 3a, in digitised dossiers and in what is only followed', () => {
    const byId = (ruleset: GroupsRuleset) => new Map(rowsOf(ruleset).map((row) => [row.id, row]));
    const [before, after] = [byId(QD766_2022), byId(QD766_2026)];
    const changed = INDEX_IDS.filter((id) => {
      const [a, b] = [before.get(id), after.get(id)];
      return JSON.stringify([a?.max, a?.convert]) !== JSON.stringify([b?.max, b?.convert]);
    });
    expect(changed).toEqual(['3.toanTrinh', '3.1', '3.2', '3.3', '3.chuDong1', '3.chuDong2', '4.2', '5.catGiam']);
  });

  it('leave open the ceilings of rows that are listed without points, and of no others', () => {
    const open = (ruleset: GroupsRuleset) => rowsOf(ruleset).flatMap(({ id, max }) => (max === null ? [id] : []));
    expect(open(QD766_2022)).toEqual([]);
    expect(open(QD766_2026)).toEqual(['3.chuDong1', '3.chuDong2', '5.catGiam']);
  });

  it('name the portal codes that were seen', () => {
    const codes = rowsOf(QD766_2026).flatMap(({ id, portalCode }) => (portalCode ? [`${id} ${portalCode}`] : []));
    expect(codes).toEqual([
      '1.1 PUBLISH_ON_TIME',
      '1.2 PUBLIC_UPDATE_ON_TIME',
      '1.3 PUBLIC_CONTENT_FULL',
      '1.4 DOSSIER_SYNC',
    ]);
  });

  it('do not apply five rows to communes, by our reading', () => {
    const exempt = rowsOf(QD766_2026).filter((row) => row.exempt?.levels.includes('commune'));
    expect(exempt.map(({ id }) => id).sort()).toEqual(['3.chuDong1', '3.chuDong2', '3.toanTrinh', '4.5a', '4.5b']);
    for (const row of exempt) expect(row.exempt?.cite.certainty).toBe('reading');
  });
});
