import { localDay } from '../clock.ts';
import { periodView } from '../figures/period-view.ts';
import { htmlPage } from '../pages/html.ts';
import { say } from '../pages/public-words.ts';
import { type SaidAndDonePeriod, saidAndDonePage } from '../pages/said-and-done-page.ts';
import type { Services } from '../services.ts';
import { periodsOf } from '../store/periods.ts';
import { shownReplies } from '../store/public-replies.ts';
import { unitsOf } from '../store/units.ts';
import { headOrNull, unknownTenant } from './public-head.ts';
import type { Route } from './route.ts';

/** Published by an act, so a change must show at once. */
const REVALIDATE = 'public, no-cache';

async function periodsWithReplies({ db, now }: Services, tenant: string): Promise<SaidAndDonePeriod[]> {
  const replies = await shownReplies(db, tenant);
  const names = new Map((await unitsOf(db, tenant)).map(({ unit, name }) => [unit, name]));
  return (await periodsOf(db, tenant)).flatMap((period) => {
    const own = replies.filter((reply) => reply.period === period.period);
    if (own.length === 0) return [];
    return {
      label: periodView(period, now()).label,
      replies: own.map(({ tag, unit, said, done, shownAt }) => ({
        ...{ tag, said, done, unitName: unit === null ? null : (names.get(unit) ?? unit) },
        shownOn: localDay(new Date(shownAt ?? 0)),
      })),
    };
  });
}

export const saidAndDoneRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/cong-khai/:tenant/ban-noi',
    who: ['anyone'],
    scope: 'public',
    summary:
      'What citizens said and what was done about it, as published, as a page without script. Query: `lang` vi | en.',
    answer: ['text/html'],
    async handle(c, services) {
      const head = await headOrNull(c, services, true);
      if (!head) return unknownTenant(c);
      const { lang, tenant, tenantName } = head;
      const body = saidAndDonePage(head, await periodsWithReplies(services, tenant));
      return htmlPage(c, { title: `${say(lang, 'saidTitle')} · ${tenantName}`, lang, cacheControl: REVALIDATE, body });
    },
  },
];
