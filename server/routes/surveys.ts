import { createHash } from 'node:crypto';
import * as z from 'zod';
import { formatDate } from '#rules/format.ts';
import { SURVEYS } from '#rules/surveys/index.ts';
import { served } from '#rules/surveys/served.ts';
import type { Survey, Words } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import { isoDate } from '#wire/ids.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { servedSurvey } from '#wire/survey.ts';
import { localDay } from '../clock.ts';
import { privacyText } from '../figures/privacy-text.ts';
import { surveyOn } from '../figures/survey-on.ts';
import { Refusal } from '../refusal.ts';
import { deadlinesOf } from '../store/case-settings.ts';
import type { Db } from '../store/db.ts';
import { type Tenant, tenantOrNull } from '../store/tenants.ts';
import { unitOrNull } from '../store/units.ts';
import { noteForm } from './note-sighting.ts';
import { check } from './read-json.ts';
import type { Route } from './route.ts';
import { sendAsset } from './send-asset.ts';

/** The version asked for, or the one in force on `on`. @throws Refusal 404 `survey.unknown`, 410 `survey.gone`. */
function versionOf(id: string, version: string | undefined, on: string): Survey {
  const known = SURVEYS.filter((s) => s.id === id);
  if (!known.length)
    throw new Refusal(404, 'survey.unknown', `Không có mẫu phiếu ${id}. Mời Ông/Bà báo cho nơi quản lý trang này.`, {
      issues: [{ path: 'id', message: 'không có mẫu phiếu này' }],
    });
  const found = version === undefined ? surveyOn(id, on) : known.find((s) => String(s.version) === version);
  if (!found)
    throw new Refusal(
      410,
      'survey.gone',
      'Phiếu đánh giá này không còn dùng. Tải lại trang để lấy phiếu mới; câu trả lời phù hợp sẽ được giữ.',
      { issues: [{ path: version === undefined ? 'on' : 'version', message: 'không có phiên bản này' }] },
    );
  return found;
}

/**
 * The place a page names is one of its province today, so that a slip is known before anybody answers.
 * @throws Refusal 422 `unit.unknown`.
 */
async function requireOpenUnit(db: Db, owner: Tenant | null, unit: string, on: string): Promise<void> {
  const place = owner && (await unitOrNull(db, owner.tenant, unit));
  if (place && place.from <= on && (place.to === null || on < place.to)) return;
  const to = owner?.name ?? 'nơi quản lý trang này';
  throw new Refusal(422, 'unit.unknown', `Trang này chưa gắn đúng đơn vị. Mời Ông/Bà báo cho ${to}.`, {
    issues: [{ path: 'unit', message: `không có đơn vị ${unit}` }],
  });
}

/** The words in which a province fills something in: how answers are kept, and by when a reply asked for today comes. */
async function ownWords(db: Db, of: Parameters<typeof privacyText>[1], at: Date): Promise<Words> {
  const [privacy, deadline] = await Promise.all([privacyText(db, of, at), deadlinesOf(db, of.tenant)]);
  const reply = wordsOf(of.survey, of.lang)['reply.help'] ?? '';
  return { 'privacy.more': privacy, 'reply.help': reply.replace('{date}', formatDate(deadline(localDay(at)))) };
}

const surveyQuery = z.object({
  lang: z.enum(['vi', 'en']).optional(),
  version: z.string().optional(),
  on: isoDate.optional(),
  tenant: z.string().optional(),
  unit: z.string().optional(),
});

export const surveyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/surveys/:id',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary:
      'Questions, options and words. Query: `lang` vi | en, `version`, or `on` (day) for the version then in force; `tenant` for the words of a province on how answers are kept and by when a reply comes, `unit` to learn whether it takes answers there.',
    cors: 'any',
    query: surveyQuery,
    answer: servedSurvey,
    async handle(c, services) {
      const { db, now } = services;
      const lang = c.req.query('lang') ?? 'vi';
      if (lang !== 'vi' && lang !== 'en')
        throw new Refusal(422, 'lang.unknown', 'Trường lang: chỉ có vi và en. Chọn một trong hai.', {
          issues: [{ path: 'lang', message: 'chỉ có vi và en' }],
        });
      const on = c.req.query('on');
      if (on !== undefined) check(z.object({ on: isoDate }), { on });
      const survey = versionOf(c.req.param('id') ?? '', c.req.query('version'), on ?? localDay(now()));
      const tenant = c.req.query('tenant');
      const owner = tenant === undefined ? null : await tenantOrNull(db, tenant);
      const unit = c.req.query('unit');
      if (unit !== undefined) await requireOpenUnit(db, owner, unit, localDay(now()));
      if (owner) await noteForm(c, services, owner.tenant, unit ?? null);
      const { words, ...asked } = served(survey, lang);
      const own = owner
        ? await ownWords(db, { tenant: owner.tenant, tenantName: owner.name, survey, lang }, now())
        : {};
      const text = JSON.stringify({ ...asked, words: { ...words, ...own } } satisfies ServedSurvey);
      // Weak: the same survey travels in several encodings.
      const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
      const headers = {
        'cache-control': 'public, max-age=3600',
        etag,
        'content-type': 'application/json; charset=utf-8',
      };
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, { ...headers, vary: 'accept-encoding' });
      return sendAsset(c, new TextEncoder().encode(text), headers);
    },
  },
];
