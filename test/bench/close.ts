import { closePeriod } from '../../server/close/close.ts';
import { makeSnapshot } from '../../server/close/make-snapshot.ts';
import { periodDossiers } from '../../server/store/period-dossiers.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { unitsOf } from '../../server/store/units.ts';
import { fillProvince, PERIOD, TENANT } from '../server/bulk-province.ts';
import type { TestServer } from '../server/test-server.ts';
import type { Bench } from './measure.ts';

/** A closed period scored anew from its dossiers and answers, written as its next snapshot each time. */
export async function closeBench({ services, clock }: TestServer, count: number): Promise<Bench> {
  const { db } = services;
  const filled = await fillProvince(services, {
    units: Math.ceil(count / 2500),
    dossiers: count,
    courses: process.env.COURSES !== '0',
  });
  clock.now = new Date('2026-07-04T02:00:00Z');
  await closePeriod(services, TENANT, { period: PERIOD.id }, 'operator');
  let number = 1;
  return {
    name: 'close a period',
    what: 'dossiers',
    count: filled.dossiers,
    measures: 'dossiers, self-scores and answers read, joined and scored, findings and results written to a file',
    against: 'the same dossiers read page by page',
    async run() {
      const period = await periodOrNull(db, TENANT, PERIOD.id);
      if (!period) throw new Error('no period');
      number += 1;
      const label = { period, number, reason: `lần ${number}`, choices: period.choices, actor: 'operator' };
      return makeSnapshot(services, TENANT, { ...label, citizen: 'join', also: [] });
    },
    async bare() {
      let n = 0;
      for (const { unit } of await unitsOf(db, TENANT))
        for await (const page of periodDossiers(db, TENANT, unit, PERIOD, 'ended')) n += page.length;
      return n;
    },
  };
}
