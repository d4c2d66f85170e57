import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Finding } from '#rules/finding.ts';
import { citationText } from '#rules/law.ts';
import { findingsOf, scoreRecord, scoringContext } from '#rules/score-record.ts';
import { simulate } from '../../server/simulate/simulate.ts';
import type { Db } from '../../server/store/db.ts';
import { findingTexts } from '../../server/store/finding-texts.ts';
import { type DossierFindings, findingsPage, insertFindings, packDossier } from '../../server/store/findings.ts';
import { migrate } from '../../server/store/migrate.ts';
import { findingSplitter, sharedText, whole } from '../../server/store/packed-findings.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { PERIOD } from './bulk-province.ts';
import { openNew } from './test-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'dvc-findings-'));
let db: Db;
beforeAll(async () => {
  db = await openNew(folder);
  await migrate(db);
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

/** What two hundred invented dossiers come to, with everything that can be evidence. */
function found(): DossierFindings[] {
  const { province, recordsOf } = simulate({ seed: 3, units: 2, dossiers: 200, period: PERIOD });
  const context = scoringContext(PERIOD, DEFAULT_OFFICE, DEFAULT_CHOICES, false);
  const own = ['Chờ ý kiến ngày 5/4, xem tờ trình số 12.'];
  return province.units.flatMap((unit) =>
    [...recordsOf(unit)].map((record) => {
      const scored = scoreRecord(record, context);
      const self = findingsOf(scored, 'self').map((finding) => ({
        ...finding,
        because: `Cán bộ sửa từ 0,0 thành 1,0. Lý do: ${own[0]}`,
      }));
      return { dossier: record.dossier.code, computed: findingsOf(scored, 'computed'), self, own };
    }),
  );
}

const printed = ({ indicator, points, because, cite, evidence }: Finding) => ({
  ...{ indicator, points, because, cite: citationText(cite), evidence },
});

describe('a finding that is stored', () => {
  it('comes back as it was, whatever it says', () => {
    const all = found().flatMap(({ computed, self, own }) => [...computed, ...self].map((each) => ({ each, own })));
    expect(all.length).toBeGreaterThan(1000);
    const split = findingSplitter();
    /** Key → text. */
    const texts = new Map<string, string>();
    for (const { each, own } of all) {
      const { key, words } = split(each, own);
      const text = sharedText(each, own);
      expect(whole(text, words)).toEqual(each);
      // A key stands for one text.
      expect(texts.get(key) ?? text).toBe(text);
      texts.set(key, text);
    }
    expect(texts.size).toBeLessThan(all.length / 4);
    // Nothing an officer wrote and no day of one dossier is in what dossiers share.
    for (const { each, own } of all) expect(sharedText(each, own)).not.toMatch(/tờ trình|\d\d\/\d\d\/\d{4}/);
  });

  it('comes back though somebody wrote the mark, or words twice', () => {
    const finding: Finding = {
      ...{ indicator: 1, points: 10, max: 20, cite: { act: 'A', certainty: 'text' } },
      because: 'Lý do: \u0001 ngày 3.',
      evidence: [{ label: 'Minh chứng', value: 'số 3 và số 3' }],
    };
    const own = ['số 3', ''];
    expect(whole(sharedText(finding, own), findingSplitter()(finding, own).words)).toEqual(finding);
  });

  it('has a key of its own though its parts run together as those of another', () => {
    const split = findingSplitter();
    const cite = { act: 'A', certainty: 'text' } as const;
    const base = { indicator: 1, points: null, max: 20, cite, because: '' } as const;
    const findings: Finding[] = [
      { ...base, evidence: [{ label: 'ab', value: 'c' }] },
      { ...base, evidence: [{ label: 'a', value: 'bc' }] },
      { ...base, because: 'abc', evidence: [] },
      { ...base, evidence: [{ label: 'abc', value: '' }] },
      { ...base, cite: { ...cite }, evidence: [{ label: 'abc', value: '' }] },
      { ...base, points: 10, evidence: [{ label: 'abc', value: '' }] },
    ];
    expect(new Set(findings.map((each) => split(each, []).key)).size).toBe(findings.length);
  });

  it('stands on the page of its cell, in the order of codes, with the pages after it', async () => {
    const dossiers = found();
    const texts = await findingTexts(db, 'mau', 's.1');
    const rows = dossiers.map((each) => packDossier(each, texts));
    await db.batch(insertFindings('mau', 's.1', 'so-a', rows, texts));
    for (const series of ['computed', 'self'] as const)
      for (const indicator of [1, 2, 7]) {
        const read: unknown[] = [];
        for (let after: string | null = ''; after !== null; ) {
          const page: Awaited<ReturnType<typeof findingsPage>> = await findingsPage(
            ...([db, 'mau', 's.1', 'so-a', series, indicator, after] as const),
          );
          read.push(...page.findings.map(({ series: _, ...each }) => each));
          after = page.next;
        }
        const expected = dossiers
          .flatMap(({ dossier, [series]: list }) =>
            list.filter((each) => each.indicator === indicator).map((each) => ({ dossier, ...printed(each) })),
          )
          .sort((a, b) => (a.dossier < b.dossier ? -1 : 1));
        expect(read).toEqual(expected);
      }
    const [size] = await db.all<{ n: number; texts: number }>(
      `select sum(length(findings)) as n, (select sum(length(text)) from finding_texts) as texts from dossier_findings`,
    );
    const plain = dossiers.flatMap(({ computed, self }) => [...computed, ...self]).map((each) => JSON.stringify(each));
    expect(size?.n).toBeLessThan(plain.join('').length / 8);
  });
});

describe('findings of before they were packed', () => {
  it('print as they did', async () => {
    const file = join(folder, 'old.db');
    const old = new Database(file);
    const migrations = new URL('../../server/store/migrations/', import.meta.url);
    old.exec('create table migrations (name text primary key)');
    for (const name of ['001-house.sql', '002-leases.sql']) {
      old.exec(readFileSync(new URL(name, migrations), 'utf8'));
      old.prepare('insert into migrations values (?)').run([name]);
    }
    old.exec(readFileSync(new URL('./databases/002-leases.sql', import.meta.url), 'utf8'));
    const rows = old
      .prepare('select snapshot, unit, dossier, series, indicator, finding from snapshot_findings')
      .all([]) as { [column: string]: string }[];
    old.close();
    expect(rows.length).toBeGreaterThan(30);
    const brought = await openSqlite(file);
    await migrate(brought);
    for (const row of rows) {
      const { snapshot = '', unit = '', series, dossier, indicator, finding = '' } = row;
      const page = await findingsPage(
        ...([brought, 'mau', snapshot, unit, series as 'self', Number(indicator), ''] as const),
      );
      const of = page.findings.find((each) => each.dossier === (dossier || null));
      expect(of).toEqual({ dossier: dossier || null, series, ...printed(JSON.parse(finding) as Finding) });
    }
    await brought.close();
  });
});
