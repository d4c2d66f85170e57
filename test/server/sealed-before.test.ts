import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../server/store/migrate.ts';
import { insertResponse, type StoredResponse } from '../../server/store/responses.ts';
import { tallyStatements } from '../../server/store/tallies.ts';
import { type TestServer, testServer } from './test-server.ts';

const FILE = '011-sealed-answers.sql';
let server: TestServer;

/** Six answers about dossiers of so-a, two and six open ones of so-b, one open one of xa-1, in a period an earlier version sealed; one of a later, open one. */
beforeAll(async () => {
  server = await testServer();
  const base: Omit<StoredResponse, 'unit' | 'proof'> = {
    ...{ procedure: '1.000001', survey: 'danhgia-2026', version: 1, stage: 'returned', day: '2026-11', lang: 'en' },
    ...{
      channel: 'portal',
      answers: { overall: 's1' },
      assisted: 'relative',
      way: null,
      helper: null,
      comment: 'Chậm',
    },
  };
  const rows: StoredResponse[] = [
    ...Array.from({ length: 6 }, () => ({ ...base, unit: 'so-a', proof: 'portal' }) as const),
    ...Array.from({ length: 2 }, () => ({ ...base, unit: 'so-b', proof: 'portal' }) as const),
    ...Array.from({ length: 6 }, () => ({ ...base, unit: 'so-b', proof: 'open' }) as const),
    { ...base, unit: 'xa-1', proof: 'open' },
  ];
  const later: StoredResponse = { ...base, unit: 'so-b', proof: 'portal', day: '2027-01-05' };
  await server.db.batch([
    ...rows.map((row, i) => insertResponse('mau', '2026-q4', i + 1, row, true)),
    ...tallyStatements(
      'mau',
      '2026-q4',
      rows.map((row) => ({ row, by: 1 as const })),
    ),
    insertResponse('mau', '2027-q1', 1, later, true),
    { sql: "update periods set state = 'sealed', sealed_at = closed_at where tenant = 'mau' and period = '2026-q4'" },
    { sql: "insert into procedure_tallies values ('mau', '2027-q1', '1.000009', 'danhgia-2026', 'overall', 's1', 0)" },
    { sql: 'delete from migrations where name = ?', params: [FILE] },
  ]);
  await migrate(server.db);
});
afterAll(() => server.close());

test('what an earlier version left at its seal goes as it would go today, and nothing else', async () => {
  const rows = await server.db.all(
    `select period, unit, proof, procedure, lang, aged, assisted, answers, count(*) as n from responses where tenant = 'mau'
     group by period, unit, proof, procedure, lang, aged, assisted, answers order by period, unit, proof`,
  );
  const bare = { procedure: null, lang: 'vi', aged: 0, assisted: null };
  const said = '{"overall":"s1"}';
  expect(rows).toEqual([
    { period: '2026-q4', unit: 'so-a', proof: 'portal', ...bare, answers: said, n: 6 },
    { period: '2026-q4', unit: 'so-b', proof: 'open', ...bare, answers: said, n: 6 },
    { period: '2026-q4', unit: 'so-b', proof: 'portal', ...bare, answers: '{}', n: 2 },
    { period: '2026-q4', unit: 'xa-1', proof: 'open', ...bare, answers: '{}', n: 1 },
    {
      ...{ period: '2027-q1', unit: 'so-b', proof: 'portal', procedure: '1.000001', lang: 'en', aged: 1 },
      ...{ assisted: 'relative', answers: said, n: 1 },
    },
  ]);
  const counts = await server.db.all("select unit, proof, n from tallies where tenant = 'mau' order by unit");
  expect(counts).toEqual([
    { unit: 'so-a', proof: 'portal', n: 6 },
    { unit: 'so-b', proof: 'open', n: 6 },
  ]);
  expect(await server.db.all('select procedure, n from procedure_tallies')).toEqual([{ procedure: '1.000001', n: 15 }]);
});
