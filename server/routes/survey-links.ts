import { surveyLinksCount, surveyLinksRequest } from '#wire/survey-links.ts';
import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { LINK_HEAD, linkLines } from '../store/link-csv.ts';
import { type MadeLink, makeLinks, planLinks } from '../store/survey-links.ts';
import { linkRunOf } from './link-run.ts';
import { check, readJson } from './read-json.ts';
import { ADMINS, type Route } from './route.ts';

/** 100.000 codes with their groups. */
const LIMIT = 16_777_216;

const example = {
  returned: { from: '2026-11-01', lastDay: '2026-11-10' },
  unit: 'so-xay-dung',
  stage: 'returned',
  limit: 100,
} as const;

/** The pages as they are made: the reader's pace is the maker's. */
function streamOf(pages: AsyncGenerator<readonly MadeLink[]>, baseUrl: string, first: readonly MadeLink[]) {
  const encode = (text: string) => new TextEncoder().encode(text);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encode(LINK_HEAD + linkLines(first, baseUrl)));
      },
      async pull(controller) {
        const { value, done } = await pages.next();
        if (done) controller.close();
        else controller.enqueue(encode(linkLines(value, baseUrl)));
      },
      async cancel() {
        await pages.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

export const surveyLinkRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/survey-links/preview',
    who: ADMINS,
    scope: 'unit',
    rate: 'costly',
    summary: 'How many survey links the same request would make and how many dossiers it leaves out, by reason.',
    body: surveyLinksRequest,
    example,
    answer: surveyLinksCount,
    async handle(c, services, principal) {
      const body = check(surveyLinksRequest, await readJson(c, LIMIT));
      const { count } = await planLinks(services, await linkRunOf(services, principal, body));
      return c.json(count, 200, { 'cache-control': 'private, no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/survey-links',
    who: ADMINS,
    scope: 'unit',
    rate: 'costly',
    summary:
      "One-time survey links for dossiers handed back and not answered yet, streamed as CSV `code,url,expires`; shown this once. What was left out is counted in header `x-dvc-links` (JSON); `groups` holds the province's own keys of filers, of whom `perGroup` dossiers are drawn by `seed`.",
    body: surveyLinksRequest,
    example,
    answer: ['text/csv'],
    async handle(c, services, principal) {
      const body = check(surveyLinksRequest, await readJson(c, LIMIT));
      const { tenant } = requireUser(principal);
      const run = await linkRunOf(services, principal, body);
      const plan = await planLinks(services, run);
      const pages = makeLinks(services, plan, actorOf(principal));
      // What keeps the run from starting is answered as a refusal, not as a broken file.
      const { value: first, done } = await pages.next();
      const file = `duong-dan-danh-gia-${tenant}-${run.today}.csv`;
      return c.body(streamOf(pages, services.baseUrl, done ? [] : first), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${file}"`,
        'cache-control': 'private, no-store',
        'x-dvc-links': JSON.stringify(plan.count),
      });
    },
  },
];
