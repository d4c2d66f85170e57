import { insertDevice } from '../../../server/store/devices.ts';
import { insertKiosk } from '../../../server/store/kiosks.ts';
import { putOfficer } from '../../../server/store/officers.ts';
import { newSecret } from '../../../server/store/secret.ts';
import { insertUnit } from '../../../server/store/units.ts';
import { dossierBody } from '../dossier-body.ts';
import { NOW, type TestServer } from '../test-server.ts';
import { MARK } from './planted-copy.ts';

/** Ids only tenant `kia` has. */
export const KIA = {
  ...{ unit: 'so-kin', officer: 'CB-KIN', dossier: 'H99.KIN-270104-0009', period: 'ky-kin', device: 'may-kin' },
  ...{ kiosk: 'kia.0000000009', procedure: '9.009999' },
} as const;

/** Adds to `kia` what `mau` has nothing of the name of. */
export async function addOwnOfKia({ db, request, credentials }: TestServer): Promise<void> {
  const { unit, officer, device, kiosk, procedure, dossier } = KIA;
  const place = { counter: MARK, officer: null, mode: 'quick', lang: 'vi', intervalSeconds: 3 } as const;
  await db.batch([
    insertUnit('kia', { unit, name: MARK, parent: null, level: 'province', from: '2026-01-01', to: null }),
    ...putOfficer('kia', { officer, unit, label: MARK }, 'không PIN nào'),
    insertDevice('kia', { device, unit, label: MARK }, newSecret('kia', 'dk'), NOW),
    insertKiosk('kia', { kiosk, unit, ...place }, 'không PIN nào', NOW),
    { sql: 'insert into procedures (tenant, procedure, name) values (?, ?, ?)', params: ['kia', procedure, MARK] },
  ]);
  const own = dossierBody({ code: dossier, unit, officer, procedure });
  const { body } = await request('POST', '/v1/dossiers', [own], credentials.kia['province-admin']);
  if (!JSON.stringify(body).includes('"created"')) throw new Error(JSON.stringify(body));
}
