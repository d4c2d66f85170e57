import type { Context } from 'hono';
import * as z from 'zod';
import { findSurvey } from '#rules/surveys/index.ts';
import type { Lang } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import { fill } from '../pages/fill.ts';
import { htmlPage } from '../pages/html.ts';
import { paperFormPage } from '../pages/paper-form-page.ts';
import { PLAIN_WORDS } from '../pages/plain-words.ts';
import { PRINT_WORDS } from '../pages/print-words.ts';
import { qrPosterPage } from '../pages/qr-poster-page.ts';
import { qrSvg } from '../pages/qr-svg.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { tokenBad } from '../store/token-refusal.ts';
import { readOpenPlace } from './read-open-place.ts';
import { refusedPage } from './refused-page.ts';
import type { Route } from './route.ts';

/** Longest name of a counter printed. */
const COUNTER = 40;

const sheetQuery = z.object({
  lang: z.enum(['vi', 'en']).optional(),
  kho: z.enum(['a4', 'a5']).optional(),
  quay: z.string().max(COUNTER).optional(),
  buoc: z.enum(['submitted', 'returned']).optional(),
});

/** What every sheet of a unit shows: its place, the survey and words in force, and the code of its open form. */
async function sheetOf(c: Context, services: Services) {
  const [tenant = '', unit = ''] = [c.req.param('tenant'), c.req.param('unit')];
  const place = await readOpenPlace(services, tenant, unit);
  const survey = findSurvey(place.survey, place.version);
  if (!survey) throw tokenBad(404);
  const lang: Lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
  const words = { ...wordsOf(survey, lang), ...PLAIN_WORDS[lang] };
  const address = `${services.baseUrl}/k/${tenant}/${unit}`;
  // Names of units are typed by people; within markup they go as text.
  const label = fill(PRINT_WORDS[lang].qr, { unit }).replace(/[<>&"]/g, '');
  return { place, survey, lang, words, address, qr: qrSvg(`${address}?via=qr`, label) };
}

/** A refusal as a page, for these are opened by people. */
function asPage(c: Context, services: Services, answer: () => Promise<Response>): Promise<Response> {
  return answer().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return refusedPage(c, services, error);
  });
}

/** Paper of a unit, printed from the survey in force. */
export const sheetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/in/:tenant/:unit/ma-qr',
    who: ['anyone'],
    scope: 'public',
    summary: 'A poster with the QR code of a unit. Query: `kho` a4 | a5, `quay` name of the counter, `lang` vi | en.',
    query: sheetQuery,
    answer: ['text/html'],
    handle: (c, services) =>
      asPage(c, services, async () => {
        const { place, lang, words, address, qr } = await sheetOf(c, services);
        const size = c.req.query('kho') === 'a5' ? 'a5' : 'a4';
        const counter = (c.req.query('quay') ?? '').slice(0, COUNTER);
        const { unitName } = place;
        const body = qrPosterPage({ unitName, counter, address, qr, size, safe: words.safe ?? '', lang });
        return htmlPage(c, { title: PRINT_WORDS[lang].posterTitle ?? '', lang, body });
      }),
  },
  {
    method: 'GET',
    path: '/in/:tenant/:unit/phieu',
    who: ['anyone'],
    scope: 'public',
    summary: 'The survey in force as a paper form of a unit. Query: `lang` vi | en; `buoc` submitted | returned.',
    query: sheetQuery,
    answer: ['text/html'],
    handle: (c, services) =>
      asPage(c, services, async () => {
        const { place, survey, lang, words, qr } = await sheetOf(c, services);
        const submitted = c.req.query('buoc') === 'submitted' && survey.stages.submitted !== undefined;
        const stage = submitted ? 'submitted' : 'returned';
        const body = paperFormPage({ survey, stage, words, lang, unitName: place.unitName, qr });
        return htmlPage(c, { title: PRINT_WORDS[lang].paperForm ?? '', lang, body });
      }),
  },
];
