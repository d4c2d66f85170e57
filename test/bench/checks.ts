import { fillAnswers } from '../../server/close/answer-sums.ts';
import { checksSink } from '../../server/close/checks-sink.ts';
import { contextOf } from '../../server/close/context.ts';
import type { CountSink, SunkDossier } from '../../server/close/count-sinks.ts';
import { orderedHash } from '../../server/close/facts-hash.ts';
import { judgeChecks } from '../../server/close/judge-checks.ts';
import { scoreDossiers } from '../../server/close/score-dossiers.ts';
import { emptyTally } from '../../server/close/unit-tally.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { sumsOrNull } from '../../server/store/snapshot-sums.ts';
import { unitsIn } from '../../server/store/unit-spans.ts';
import { PERIOD, TENANT } from '../server/bulk-province.ts';
import type { TestServer } from '../server/test-server.ts';
import type { Bench } from './measure.ts';

/** What a close of `closeBench` does for the checks alone, dossiers held in memory; to be set beside the whole close. */
export async function checksBench({ services }: TestServer): Promise<Bench> {
  const { db } = services;
  const period = await periodOrNull(db, TENANT, PERIOD.id);
  const sums = await sumsOrNull(db, TENANT, `${PERIOD.id}.1`);
  if (!period || !sums) throw new Error('nothing is closed');
  const ctx = contextOf(services, TENANT, { period, number: 0, choices: period.choices });
  const held = new Map<string, SunkDossier[]>();
  for (const unit of await unitsIn(db, TENANT, ctx.period)) {
    const own: SunkDossier[] = [];
    held.set(unit.unit, own);
    const keeping: CountSink = {
      ...{ table: 'snapshot_slices', begin: () => {}, rows: () => [] },
      add: (dossier) => own.push(dossier),
    };
    const sinks = { joined: null, hash: orderedHash(), put: () => {}, counts: [keeping], onPage: async () => {} };
    await scoreDossiers(ctx, { unit, tally: emptyTally(), officers: new Map() }, null, sinks);
  }
  const all = [...held];
  return {
    name: 'checks of a close',
    what: 'dossiers',
    count: all.reduce((n, [, own]) => n + own.length, 0),
    measures:
      'what the checks go by added up from dossiers scored already and from counts of answers, and every check judged',
    against: 'the same dossiers gone through',
    async run() {
      const sink = checksSink(ctx);
      for (const [unit, own] of all) {
        sink.begin(unit);
        for (const dossier of own) sink.add(dossier);
      }
      const units = sink.units();
      await fillAnswers(ctx, units);
      return judgeChecks(ctx, { units, declared: new Set(held.keys()) }, sums, null);
    },
    bare: () =>
      all.reduce((n, [, own]) => own.reduce((sum, { scored }) => sum + scored.record.dossier.code.length, n), 0),
  };
}
