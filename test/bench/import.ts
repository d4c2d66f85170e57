import { Readable } from 'node:stream';
import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { kindOf } from '../../server/imports/kinds/index.ts';
import { runImport } from '../../server/imports/run-import.ts';
import { importOrNull } from '../../server/store/imports.ts';
import { HEAD, rowOf } from '../imports/many-rows.ts';
import { idOf, NOW, type TestServer } from '../server/test-server.ts';
import type { Bench } from './measure.ts';

const BATCH = 4096;

/** Lines `from + 1` to `from + count` of one long export. */
const linesOf = (from: number, count: number) => Array.from({ length: count }, (_, i) => rowOf(from + i + 1));

/** An export of dossiers taken in as CSV, to a real file; every run brings new ones. */
export async function importBench({ db, services }: TestServer, count: number): Promise<Bench> {
  // As many keys as the table of dossiers has: they are most of what writing a row costs.
  await db.run('create table bare_dossiers (a, b, c, d, e, f, g, h, primary key (a))');
  for (const columns of ['d, e, a', 'd, g, e, a', 'd, e, f, a', 'd, h, a'])
    await db.run(`create index "bare ${columns}" on bare_dossiers (${columns})`);
  let [taken, written, runs] = [0, 0, 0];
  return {
    name: 'import dossiers',
    what: 'rows of CSV',
    count,
    measures: 'rows read, understood, compared with what is there and written with their audit and journal; no HTTP',
    against: `the same cells into a bare table with as many indexes, ${BATCH} a transaction`,
    async run() {
      runs += 1;
      const id = idOf(runs);
      const text = [HEAD, ...linesOf(taken, count)];
      taken += count;
      const taking = {
        db,
        tenant: 'mau',
        keys: services.keys,
        office: { calendar: NATIONAL_CALENDAR, hours: DEFAULT_OFFICE.hours },
        options: {},
        mayTouch: async () => {},
      };
      const input = Readable.from(text.map((line) => Buffer.from(line)));
      await runImport({
        spec: kindOf('dossiers'),
        id,
        dry: false,
        by: 'operator',
        taking,
        input,
        name: null,
        now: () => NOW,
      });
      const stored = await importOrNull(db, 'mau', id, NOW);
      if (stored?.created !== count) throw new Error(`${stored?.created} of ${count} dossiers are in`);
    },
    async bare() {
      const rows = linesOf(written, count).map((line) => line.trimEnd().split(','));
      written += count;
      for (let i = 0; i < count; i += BATCH)
        await db.batch(
          rows.slice(i, i + BATCH).map((params) => ({
            sql: 'insert into bare_dossiers values (?, ?, ?, ?, ?, ?, ?, ?)',
            params,
          })),
        );
    },
  };
}
