import { quarter } from '#rules/period.ts';
import { closePeriod } from '../../server/close/close.ts';
import { drawReview } from '../../server/close/draw-sample.ts';
import { publishPeriod } from '../../server/close/publish.ts';
import { sealPeriod } from '../../server/close/seal.ts';
import { renewAllTimeliness } from '../../server/jobs/renew-timeliness.ts';
import type { Services } from '../../server/services.ts';
import { insertPeriod, periodOrNull } from '../../server/store/periods.ts';
import { newSecret } from '../../server/store/secret.ts';
import { insertSession } from '../../server/store/sessions.ts';
import { insertUser } from '../../server/store/users.ts';
import { fillProvince, PERIOD, TENANT } from './bulk-province.ts';
import type { Asked } from './recorded-queries.ts';
import type { As, TestServer } from './test-server.ts';

const AT = new Date('2026-07-04T02:00:00Z');

export interface DashboardProvince {
  readonly asked: Asked;
  /** The province's administrator. */
  readonly as: As;
  /** Seals the closed period and shows it to the public. */
  publish(): Promise<void>;
}

async function stored(services: Services) {
  const period = await periodOrNull(services.db, TENANT, PERIOD.id);
  if (!period) throw new Error('no period');
  return period;
}

/** A province with a quarter closed, of which a sample was drawn, and the next one open: everything a screen shows is there. */
export async function dashboardProvince(
  { services, clock }: Pick<TestServer, 'services' | 'clock'>,
  plan: { readonly units: number; readonly dossiers: number },
): Promise<DashboardProvince> {
  const { db } = services;
  await fillProvince(services, { ...plan, courses: true });
  clock.now = AT;
  const { id, kind, from, to } = quarter(2026, 3);
  const token = newSecret(TENANT, 'ss');
  await db.batch([
    insertPeriod(TENANT, { period: id, kind, from, to, ruleset: 'tt01-2018', decision: 'QĐ 1/QĐ-UBND', choices: '{}' }),
    insertUser(TENANT, { login: 'quan-tri', role: 'province-admin', unit: null }, 'không mật khẩu nào', AT),
    insertSession(TENANT, token, 'quan-tri', 'csrf', '2027-12-31T00:00:00.000Z'),
  ]);
  await closePeriod(services, TENANT, { period: PERIOD.id }, 'operator');
  await drawReview(services, TENANT, { period: await stored(services), number: '271104', source: 'xổ số', actor: 'x' });
  await renewAllTimeliness(services, TENANT);
  const [one] = await db.all<{ code: string; unit: string; officer: string; procedure: string }>(
    'select code, unit, officer, procedure from dossiers where tenant = ? and officer is not null order by code limit 1',
    [TENANT],
  );
  if (!one) throw new Error('no dossier');
  return {
    asked: { tenant: TENANT, period: PERIOD.id, ...one },
    as: { cookie: `dvc_session=${token}` },
    async publish() {
      await sealPeriod(services, TENANT, await stored(services), 'x');
      await publishPeriod(services, TENANT, { period: PERIOD.id }, 'x');
    },
  };
}
