import type { DossierBody } from '#wire/dossier.ts';
import { localTime } from '../clock.ts';
import type { Services } from '../services.ts';
import { insertUnit } from '../store/units.ts';
import { callerAs } from './caller.ts';
import { SHOWN_UNIT, TENANT } from './province.ts';

/** From this moment on what the examples of `/openapi.json` name has happened. */
const EXAMPLES_FROM = '2026-11-20T10:00';

const running: DossierBody = {
  ...{ code: 'H99.01-261110-0042', unit: SHOWN_UNIT, procedure: '1.001612', officer: 'CB-0117', channel: 'counter' },
  ...{ state: 'processing', received: '2026-11-10T08:15', promised: '2026-11-24T17:00', reappointed: [] },
  ...{ ready: null, returned: null, pauses: [], supplements: null, limitDays: 10 },
};
const late: DossierBody = {
  ...{ ...running, code: 'H99.01-261102-0021', state: 'ready', received: '2026-11-02T08:15' },
  ...{ promised: '2026-11-09T17:00', ready: '2026-11-10T09:00' },
};

/** What the examples of `/openapi.json` name, so that each can be sent to the demo as it is. */
export async function fillExamples(services: Services): Promise<void> {
  const { db, now } = services;
  const gone = { unit: 'phuong-cu', name: 'Phường Cũ (đã nhập)', parent: null, level: 'commune' } as const;
  await db.batch([insertUnit(TENANT, { ...gone, from: '2025-07-01', to: '2026-01-01' })]);
  if (localTime(now()) < EXAMPLES_FROM) return;
  const admin = await callerAs(services, 'quantri');
  await admin('/v1/dossiers', [running, late]);
}
