import type { Metrics } from './metrics.ts';
import type { Services } from './services.ts';
import { waysToSnapshots } from './store/snapshot-progress.ts';
import { tenantIds } from './store/tenants.ts';

/** What is under way now, read whenever somebody asks. */
export function gaugeWork(metrics: Metrics, { db, intake, slots }: Pick<Services, 'db' | 'intake' | 'slots'>): void {
  metrics.gauge('dvc_waiting', 'Work in line, by what it waits for', 'for', async () => ({
    commit: intake.waiting(),
    costly: slots.costly.count().waiting,
    upload: slots.upload.count().waiting,
  }));
  metrics.gauge('dvc_running', 'Documents and computations, and files read, at a time', 'kind', async () => ({
    costly: slots.costly.count().running,
    upload: slots.upload.count().running,
  }));
  metrics.gauge(
    'dvc_closing',
    'Dossiers and answers of periods that are being closed or were left half-way',
    'count',
    async () => {
      const sums = { done: 0, expected: 0, periods: 0 };
      for (const tenant of await tenantIds(db))
        for (const { done, of } of await waysToSnapshots(db, tenant)) {
          sums.done += done;
          sums.expected += of;
          sums.periods += 1;
        }
      return sums;
    },
  );
}
