import type { Context } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import {
  type PrivacySettings,
  type PublicPrivacy,
  privacyRequest,
  privacySettings,
  publicPrivacy,
} from '#wire/privacy.ts';
import { lang } from '#wire/response.ts';
import { localDay } from '../clock.ts';
import { privacyText, standardPrivacyText } from '../figures/privacy-text.ts';
import { surveyOn } from '../figures/survey-on.ts';
import { htmlPage } from '../pages/html.ts';
import { paragraphs } from '../pages/paragraphs.ts';
import { publicLayout } from '../pages/public-layout.ts';
import { say } from '../pages/public-words.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { privacyNotice, putPrivacyNotice } from '../store/privacy-notices.ts';
import { putRetentionSettings, retentionSettings } from '../store/retention-settings.ts';
import { type Tenant, tenantOf, tenantOrNull } from '../store/tenants.ts';
import { headOrNull, unknownTenant } from './public-head.ts';
import { check, readJson } from './read-json.ts';
import { READERS, type Route } from './route.ts';

/** @throws Refusal 404 `survey.unknown` when the province's survey is not published yet. */
function placeOf({ now }: Services, { tenant, name, survey: id }: Tenant, lang: 'vi' | 'en') {
  const survey = surveyOn(id, localDay(now()));
  if (!survey) throw new Refusal(404, 'survey.unknown', `Hôm nay không có mẫu phiếu ${id}. Báo người vận hành.`);
  return { tenant, tenantName: name, survey, lang };
}

async function settingsOf(services: Services, tenant: string): Promise<PrivacySettings> {
  const { db, now } = services;
  const { text, since } = await privacyNotice(db, tenant);
  const standard = await standardPrivacyText(db, placeOf(services, await tenantOf(db, tenant), 'vi'), now());
  return { notice: text, since, standard, ...(await retentionSettings(db, tenant)) };
}

/** The text shown beside every form of the province in the address. */
async function publicText(c: Context, services: Services): Promise<PublicPrivacy | null> {
  const owner = await tenantOrNull(services.db, c.req.param('tenant') ?? '');
  if (!owner) return null;
  const lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
  const text = await privacyText(services.db, placeOf(services, owner, lang), services.now());
  return { tenant: owner.tenant, office: owner.name, text };
}

const UNKNOWN = 'Địa chỉ không đúng. Kiểm tra lại mã tỉnh trong địa chỉ.';

export const privacyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/privacy',
    who: READERS,
    scope: 'tenant',
    summary: 'What the province says of how answers are kept, and for how long it keeps what it settles itself.',
    answer: privacySettings,
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      return c.json(await settingsOf(services, tenant), 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'PUT',
    path: '/v1/privacy',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Replaces them; a notice is a new version, shown beside every form at once.',
    body: privacyRequest,
    example: { notice: null, commentMonths: 24, dossierMonths: 60 },
    answer: privacySettings,
    async handle(c, services, principal) {
      const { db, now } = services;
      const { tenant } = requireUser(principal);
      const asked = check(privacyRequest, await readJson(c, 65_536));
      const before = { ...(await retentionSettings(db, tenant)), notice: (await privacyNotice(db, tenant)).text };
      const actor = actorOf(principal);
      const entry = { actor, action: 'privacy.change', subject: tenant, detail: { before, after: asked } };
      await withAudit(db, tenant, now(), entry, [
        ...(asked.notice === before.notice ? [] : [putPrivacyNotice(tenant, asked.notice, actor, now())]),
        putRetentionSettings(tenant, asked),
      ]);
      return c.json(await settingsOf(services, tenant), 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'GET',
    path: '/v1/public/tenants/:tenant/privacy',
    who: ['anyone'],
    scope: 'public',
    cors: 'any',
    summary: 'How a province keeps answers, in plain text for the place beside a form. Query: `lang` vi | en.',
    query: z.object({ lang: lang.optional() }),
    answer: publicPrivacy,
    async handle(c, services) {
      const found = await publicText(c, services);
      if (!found) throw new Refusal(404, 'tenant.unknown', UNKNOWN);
      return c.json(found satisfies PublicPrivacy, 200, { 'cache-control': 'public, no-cache' });
    },
  },
  {
    method: 'GET',
    path: '/cong-khai/:tenant/rieng-tu',
    who: ['anyone'],
    scope: 'public',
    summary: 'How a province keeps answers, as a page without script. Query: `lang` vi | en.',
    query: z.object({ lang: lang.optional() }),
    answer: ['text/html'],
    async handle(c, services) {
      const found = await publicText(c, services);
      const head = await headOrNull(c, services, true);
      if (!found || !head) return unknownTenant(c);
      const { lang } = head;
      const page = say(lang, 'privacy');
      // What a province wrote itself it wrote in Vietnamese; it stands after the words of the form.
      const own = lang === 'en' ? ((await privacyNotice(services.db, head.tenant)).text ?? '') : '';
      const form = paragraphs(found.text.slice(0, found.text.length - own.length));
      const said = own === '' ? form : html`${form}<div lang="vi">${paragraphs(own)}</div>`;
      const body = publicLayout(head, page, said);
      return htmlPage(c, { title: `${page} · ${found.office}`, lang, cacheControl: 'public, no-cache', body });
    },
  },
];
