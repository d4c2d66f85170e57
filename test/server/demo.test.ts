import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkAnswers } from '#rules/surveys/check-answers.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { fillDemo } from '../../server/demo/fill.ts';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { verifyAudit } from '../../server/store/audit.ts';

vi.setConfig({ testTimeout: 60_000 });
let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the fictional province', () => {
  it.each([
    ['a Sunday', '2026-11-22T12:00:00+07:00'],
    ['the middle of Tết', '2026-02-18T00:30:00+07:00'],
    ['the last minutes of a year', '2026-12-31T23:50:00+07:00'],
  ])('can be made on %s', async (_day, now) => {
    folder = mkdtempSync(join(tmpdir(), 'dvc-demo-'));
    const files = { DATABASE_URL: `file:${join(folder, 'a.db')}`, KEY_DIR: join(folder, 'keys') };
    const env = readEnv({ ...files, LOG_LEVEL: 'error' });
    const services = await openServices(env, () => new Date(now));
    const { db } = services;
    const demo = await fillDemo(services);
    expect(demo.unanswered.length).toBeGreaterThan(200);
    expect(demo.listed.length).toBeGreaterThan(200);
    expect(await verifyAudit(db, 'mau')).toBeNull();

    const states = await db.all(
      "select state, published_at is not null as shown from periods where tenant = 'mau' order by from_day",
    );
    expect(states).toEqual([
      { state: 'sealed', shown: 1 },
      { state: 'closed', shown: 0 },
      { state: 'open', shown: 0 },
    ]);
    // Every screen of the admin app has something to show.
    const filled = await Promise.all(
      ['petitions', 'apology_letters', 'appraisals', 'objections', 'cases', 'imports'].map(async (table) => {
        const own = table === 'appraisals' ? "and dossier = ''" : '';
        const [row] = await db.all<{ n: number }>(`select count(*) as n from ${table} where tenant = 'mau' ${own}`);
        return [table, row?.n];
      }),
    );
    expect(Object.fromEntries(filled)).toEqual({
      ...{ petitions: 4, apology_letters: 1, appraisals: 1, objections: 2, cases: 3, imports: 1 },
    });
    // Of one period all that was drawn is reviewed, of the other a part.
    const drawn = await db.all<{ period: string; size: number; given: number }>(
      `select s.period, s.size, (select count(*) from appraisals a where a.tenant = s.tenant and a.period = s.period
         and a.dossier <> '') as given from review_samples s where s.tenant = 'mau' order by s.period desc`,
    );
    expect(
      drawn.map(({ period, size, given }) => [period, Math.ceil(size / (period === 'ky-truoc' ? 1 : 3)) === given]),
    ).toEqual([
      ['ky-truoc', true],
      ['ky-cho-y-kien', true],
    ]);
    const [imported] = await db.all('select created, refused from imports');
    expect(imported).toEqual({ created: 2, refused: 1 });

    // A sealed period keeps none of a unit with hardly any.
    const rows = await db.all<{ survey: string; answers: string }>(
      "select survey, answers from responses where tenant = 'mau' and answers <> '{}'",
    );
    expect(rows.length).toBeGreaterThan(500);
    const faults = rows.flatMap((row): readonly unknown[] => {
      const survey = findSurvey(row.survey);
      return survey ? checkAnswers(survey, 'returned', JSON.parse(row.answers)) : [row.survey];
    });
    expect([...new Set(rows.map(({ survey }) => survey))].sort()).toEqual(['binh-thuan-2019', 'danhgia-2026']);
    expect(faults).toEqual([]);
    await services.close();
  });
});
