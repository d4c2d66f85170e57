import { createIntake } from '../../server/store/intake.ts';
import type { IntakeItem } from '../../server/store/intake-item.ts';
import { itemOf } from '../server/intake-item.ts';
import { NOW, type TestServer } from '../server/test-server.ts';
import type { Bench } from './measure.ts';

const BATCH = 1000;

/** A form filled in whole, about the result. */
function filledIn(n: number): IntakeItem {
  const item = itemOf(n);
  return {
    ...item,
    row: { ...item.row, answers: { overall: 's4', q1: 'before', q3: 'extra0', q4: 'other0', q7: 't3' } },
  };
}

/** Responses through the one way in, to a real file; every run brings new ones. */
export async function intakeBench({ db, services }: TestServer, count: number): Promise<Bench> {
  await db.run('create table bare (id text primary key, body text not null) without rowid');
  let [taken, written] = [0, 0];
  return {
    name: 'take responses in',
    what: 'responses',
    count,
    measures: 'queue, group commit of row, receipt and counts to a file; no HTTP, no check of the answers',
    against: `the same texts into a bare table, ${BATCH} a transaction`,
    async run() {
      const intake = createIntake({ db, keys: services.keys, now: () => NOW, maxQueue: count });
      const items = Array.from({ length: count }, (_, i) => filledIn(taken + i));
      taken += count;
      await Promise.all(items.map((item) => intake.add(item)));
      await intake.close();
    },
    async bare() {
      for (let done = 0; done < count; done += BATCH) {
        const items = Array.from({ length: BATCH }, (_, i) => filledIn(written + i));
        written += BATCH;
        await db.batch(
          items.map(({ id, row }) => ({
            sql: 'insert into bare (id, body) values (?, ?)',
            params: [id, JSON.stringify(row)],
          })),
        );
      }
    },
  };
}
