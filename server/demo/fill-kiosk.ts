import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { newEnrolmentCode } from '../store/enrolments.ts';
import { setKioskCode } from '../store/kiosk-enrolment.ts';
import { insertKiosk } from '../store/kiosks.ts';
import { hashPassword } from '../store/password.ts';
import { SHOWN_UNIT, TENANT } from './province.ts';

const KIOSK = `${TENANT}.0000000001`;
const CODE_HOURS = 24;

/** A place for a tablet at the shown unit. @returns the code that enrols one, good for a day. */
export async function fillKiosk(db: Db, at: Date, pin: string): Promise<string> {
  const code = newEnrolmentCode(TENANT);
  const expires = new Date(at.getTime() + CODE_HOURS * 3_600_000).toISOString();
  const place = { kiosk: KIOSK, unit: SHOWN_UNIT, counter: 'Quầy 03', officer: null } as const;
  const works = { mode: 'quick', lang: 'vi', intervalSeconds: 3 } as const;
  await withAudit(db, TENANT, at, { actor: 'operator', action: 'kiosk.create', subject: KIOSK }, [
    insertKiosk(TENANT, { ...place, ...works }, await hashPassword(pin), at),
    setKioskCode(TENANT, KIOSK, code, expires),
  ]);
  return code;
}
