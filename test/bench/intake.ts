import { createIntake } from '../../server/store/intake.ts';
import type { IntakeItem } from '../../server/store/intake-item.ts';
import { idOf, NOW, type TestServer } from '../server/test-server.ts';
import type { Bench } from './measure.ts';

const BATCH = 1000;

function itemOf(n: number): IntakeItem {
  return {
    tenant: 'mau',
    id: idOf(n),
    bodyHash: `hash-${n}`,
    aged: false,
    dossier: null,
    linkStage: 'returned',
    row: {
      unit: 'so-a',
      procedure: null,
      survey: 'danhgia-2026',
      version: 1,
      stage: 'returned',
      channel: 'portal',
      proof: 'open',
      lang: 'vi',
      day: '2026-11-10',
      answers: { overall: 's4', q1: 'before', q3: 'extra0', q4: 'other0', q7: 't3' },
      comment: null,
      assisted: null,
      way: null,
      helper: null,
    },
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
      const items = Array.from({ length: count }, (_, i) => itemOf(taken + i));
      taken += count;
      await Promise.all(items.map((item) => intake.add(item)));
      await intake.close();
    },
    async bare() {
      for (let done = 0; done < count; done += BATCH) {
        const items = Array.from({ length: BATCH }, (_, i) => itemOf(written + i));
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
