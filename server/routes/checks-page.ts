import { periodView } from '../figures/period-view.ts';
import { publishedOf } from '../figures/samples-view.ts';
import { isShown } from '../figures/shown-snapshots.ts';
import { checksPage, type SampledPeriod } from '../pages/checks-page.ts';
import { htmlPage } from '../pages/html.ts';
import { say } from '../pages/public-words.ts';
import type { Services } from '../services.ts';
import { partsOf, periodsOf } from '../store/periods.ts';
import { samplesOf } from '../store/samples.ts';
import { headOrNull, unknownTenant } from './public-head.ts';
import type { Route } from './route.ts';

/** A publication shows at once. */
const REVALIDATE = 'public, no-cache';

/** Published periods with the list drawn of each; a year made of quarters is drawn in these. */
async function sampledPeriods({ db, now }: Services, tenant: string): Promise<SampledPeriod[]> {
  const at = now();
  const shown = (await periodsOf(db, tenant)).filter(
    (period) => isShown(period, at) && period.withdrawnAt === null && partsOf(period).length === 0,
  );
  return Promise.all(
    shown.map(async (period) => {
      const [newest] = await samplesOf(db, tenant, period.period);
      return { label: periodView(period, at).label, sample: newest ? publishedOf(newest) : null };
    }),
  );
}

export const checksPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/cong-khai/:tenant/cach-kiem-tra',
    who: ['anyone'],
    scope: 'public',
    summary:
      'How the figures are checked: every check, when it asks and what it does not do, and the lists drawn for review, as a page without script. Query: `lang` vi | en.',
    answer: ['text/html'],
    async handle(c, services) {
      const head = await headOrNull(c, services, true);
      if (!head) return unknownTenant(c);
      const { lang, tenant, tenantName } = head;
      const body = checksPage(head, await sampledPeriods(services, tenant));
      const title = `${say(lang, 'checksTitle')} · ${tenantName}`;
      return htmlPage(c, { title, lang, cacheControl: REVALIDATE, body });
    },
  },
];
