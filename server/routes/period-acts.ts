import type { HonoRequest } from 'hono';
import type { ZodType } from 'zod';
import { rescorePreview } from '#wire/comparison.ts';
import {
  acknowledgeRequest,
  correctRequest,
  publishRequest,
  reasonRequest,
  rescorePreviewRequest,
  rescoreRequest,
  sealRequest,
} from '#wire/period.ts';
import { period, periodCheck } from '#wire/results.ts';
import { acknowledge } from '../close/acknowledge.ts';
import { checkOf } from '../close/check-of.ts';
import { closePeriod } from '../close/close.ts';
import { closeYear } from '../close/close-year.ts';
import { correctPeriod } from '../close/correct.ts';
import { publicText } from '../close/public-text.ts';
import { cancelPublication, publishPeriod } from '../close/publish.ts';
import { reopenPeriod } from '../close/reopen.ts';
import { previewRescore, rescorePeriod } from '../close/rescore.ts';
import { sealPeriod } from '../close/seal.ts';
import { sealYear } from '../close/seal-year.ts';
import { withdrawPeriod } from '../close/withdraw.ts';
import { periodView } from '../figures/period-view.ts';
import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { createLine } from '../store/in-line.ts';
import { partsOf, type StoredPeriod } from '../store/periods.ts';
import { periodAt } from './period-at.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };

type Step<Body> = (
  services: Services,
  tenant: string,
  period: StoredPeriod,
  actor: string,
  body: Body,
) => Promise<void>;

/** Who comes second to one period waits and finds what the first one left. */
const inLine = createLine();

/** What a person writes beside an act: it goes on record, some of it before the public. */
const WRITTEN: readonly string[] = ['reason', 'erratum', 'faultReason', 'movedReason'];

/** A request without a body says neither how long it is nor that it comes in pieces. */
const isBare = (request: HonoRequest) =>
  (request.header('content-length') ?? '0') === '0' && request.header('transfer-encoding') === undefined;

function withoutPersonalData<Body>(body: Body): Body {
  const entries = Object.entries(body as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      WRITTEN.includes(key) && typeof value === 'string' ? publicText(value) : value,
    ]),
  ) as Body;
}

/** Acts on a period share their shape: find it, act, return it as it now stands. */
function act<Body>(name: string, summary: string, step: Step<Body>, body?: ZodType<Body>, example?: unknown): Route {
  return {
    method: 'POST',
    path: `/v1/periods/:period/${name}`,
    who: ['province-admin'],
    scope: 'tenant',
    summary,
    ...(body ? { body, example } : {}),
    answer: period,
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const id = c.req.param('period');
      const asked = body
        ? withoutPersonalData(check(body, isBare(c.req) ? {} : await readJson(c)))
        : (undefined as Body);
      return inLine(services.db, `${tenant}/${id}`, async () => {
        await step(services, tenant, await periodAt(services.db, tenant, id), actorOf(principal), asked);
        return c.json(periodView(await periodAt(services.db, tenant, id), services.now()));
      });
    },
  };
}

const madeOfQuarters = (period: StoredPeriod) => partsOf(period).length > 0;

export const periodActRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/check',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'What blocks the close and what should be looked at first.',
    answer: periodCheck,
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const period = await periodAt(services.db, tenant, c.req.param('period'));
      return c.json(await checkOf(services, tenant, period), 200, NO_STORE);
    },
  },
  act(
    'check/acknowledge',
    'Advice of the check that was read and is left as it is, with the reason.',
    acknowledge,
    acknowledgeRequest,
    {
      code: 'period.gap',
      message: 'Kiểm tra: từ ngày 21/11/2020 đến ngày 30/11/2020 không thuộc kỳ đánh giá nào.',
      reason: 'Kỳ trước theo quyết định cũ của tỉnh kết thúc sớm.',
    },
  ),
  act(
    'close',
    'Computes and freezes the result; the citizen key still exists, objections are possible.',
    (services, tenant, period, actor) =>
      (madeOfQuarters(period) ? closeYear : closePeriod)(services, tenant, period, actor),
  ),
  act(
    'reopen',
    'Lets answers into a closed, unsealed period again; its snapshots stay on record, none of them counts.',
    reopenPeriod,
    reasonRequest,
    { reason: 'Phiếu của một cửa xã còn trên máy chưa gửi về.' },
  ),
  {
    method: 'POST',
    path: '/v1/periods/:period/rescore/preview',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Before and after of scoring a closed period anew, by other choices or on what is on record now. Logged.',
    body: rescorePreviewRequest,
    example: { choices: { rounding: 'halfEven' } },
    answer: rescorePreview,
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const asked = check(rescorePreviewRequest, await readJson(c));
      const period = await periodAt(services.db, tenant, c.req.param('period'));
      const preview = await previewRescore(services, tenant, period, asked);
      // Asked before and after one dossier was changed, it would tell what one citizen answered: who asks must be known.
      await withAudit(services.db, tenant, services.now(), {
        actor: actorOf(principal),
        action: 'period.rescore.preview',
        subject: period.period,
        detail: { from: preview.from, units: preview.changed.units },
      });
      return c.json(preview, 200, NO_STORE);
    },
  },
  act('rescore', 'Scores a closed, unsealed period anew as its next snapshot.', rescorePeriod, rescoreRequest, {
    reason: 'Ý kiến của hai đơn vị về ngày trả kết quả được chấp nhận.',
  }),
  act(
    'seal',
    'Destroys the key that joins answers to dossiers; the citizen part can no longer change.',
    (services, tenant, period, actor, body) =>
      madeOfQuarters(period)
        ? sealYear(services, tenant, period, actor)
        : sealPeriod(services, tenant, period, actor, body),
    sealRequest,
    { movedReason: 'Hồ sơ nhận sau ngày chốt đã đối chiếu, không làm đổi điểm.' },
  ),
  act(
    'publish',
    'Shows the sealed result to the public, at once or from `publishAt` on.',
    publishPeriod,
    publishRequest,
    { publishAt: '2100-01-15T01:00:00Z' },
  ),
  act('publish/cancel', 'Takes back a publication that has not begun.', cancelPublication),
  act(
    'correct',
    'Scores a sealed period anew but for the citizen part, with an erratum beside what the public had seen.',
    correctPeriod,
    correctRequest,
    {
      reason: 'Sửa ngày trả của 12 hồ sơ theo biên bản kiểm tra.',
      erratum: 'Chỉ số 1 của Sở Xây dựng được tính lại vì 12 hồ sơ ghi sai ngày trả kết quả.',
    },
  ),
  act(
    'withdraw',
    'Takes the figures away from the public, which is told when and why; they can be published again.',
    withdrawPeriod,
    reasonRequest,
    { reason: 'Bảng đã công khai dùng nhầm số liệu kê khai của hai đơn vị.' },
  ),
];
