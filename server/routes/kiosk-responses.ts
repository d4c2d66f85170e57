import * as z from 'zod';
import { addDays } from '#rules/calendar/date.ts';
import { tenantOf } from '#wire/ids.ts';
import { type KioskAside, kioskAnswer } from '#wire/kiosk.ts';
import { MAX_BATCH, type Outcome, outcomes } from '#wire/problem.ts';
import { localDay } from '../clock.ts';
import { mismatch } from '../mismatch.ts';
import type { Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireKiosk } from '../require-kiosk.ts';
import type { Services } from '../services.ts';
import { countAside } from '../store/kiosk-asides.ts';
import { readBatch, refused } from './read-batch.ts';
import { readResponse, takeResponse } from './read-response.ts';
import { responseExample } from './response-example.ts';
import type { Route } from './route.ts';

type Kiosk = Extract<Principal, { kind: 'kiosk' }>;
const DAY_SECONDS = 86_400;

async function takeAside({ db, now }: Services, { tenant, kiosk }: Kiosk, aside: KioskAside): Promise<Outcome> {
  if (tenantOf(aside.id) !== tenant) throw mismatch('id', 'mã phiếu thuộc tỉnh khác với khóa đang dùng');
  const day = addDays(localDay(now()), -Math.floor((aside.ageSeconds ?? 0) / DAY_SECONDS));
  const fresh = await countAside(db, tenant, kiosk, aside, day.slice(0, 7));
  return { outcome: fresh ? 'created' : 'repeated', id: aside.id };
}

/** The answer of one item; nothing of a receipt goes to a screen everybody sees. */
async function take(services: Services, kiosk: Kiosk, item: z.infer<typeof kioskAnswer>): Promise<Outcome> {
  try {
    if ('aside' in item) return await takeAside(services, kiosk, item);
    const { accepted } = await takeResponse(services, await readResponse(services, kiosk, item, null));
    return { outcome: accepted.status, id: item.id };
  } catch (error) {
    const fault = new Refusal(500, 'server.fault', 'Máy chủ chưa lưu được phiếu này. Gửi lại sau.');
    return refused(item.id, error instanceof Refusal ? error : fault);
  }
}

export const kioskResponseRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/kiosk/responses',
    who: ['kiosk'],
    scope: 'own',
    summary: 'At most 500 answers, or presses that are only counted, of one tablet; an outcome per item, no receipts.',
    body: z.array(kioskAnswer).max(MAX_BATCH),
    example: [
      { ...responseExample, id: 'mau.01KA3M5S9W0000000000000998', channel: 'kiosk' },
      { id: 'mau.01KA3M5S9W0000000000000999', aside: 'interval' },
    ],
    answer: outcomes,
    async handle(c, services, principal) {
      const kiosk = requireKiosk(principal);
      const { valid, outcomes } = await readBatch(c, kioskAnswer, 'id');
      await services.calls.kiosk(kiosk.kiosk, valid.length);
      await Promise.all(
        valid.map(async ({ index, item }) => {
          outcomes[index] = await take(services, kiosk, item);
        }),
      );
      return c.json({ outcomes });
    },
  },
];
