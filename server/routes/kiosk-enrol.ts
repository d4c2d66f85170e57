import { type KioskEnrolled, kioskEnrolled, kioskEnrolRequest } from '#wire/kiosk.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import { parseEnrolmentCodeOrNull } from '../store/enrolments.ts';
import { claimKioskOrNull } from '../store/kiosk-enrolment.ts';
import { newSecret } from '../store/secret.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

export const kioskEnrolRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/kiosk/enrol',
    who: ['anyone'],
    scope: 'token',
    summary: "Enrols a counter's tablet with a one-time code; the key is shown this once.",
    body: kioskEnrolRequest,
    example: { code: 'mau-7K2M-9QXD' },
    answer: kioskEnrolled,
    async handle(c, { db, now, tries }) {
      const { code } = check(kioskEnrolRequest, await readJson(c, 4096));
      const parsed = parseEnrolmentCodeOrNull(code);
      if (!parsed)
        throw new Refusal(422, 'code.shape', 'Mã ghép máy gồm 8 ký tự sau mã tỉnh, dạng mau-XXXX-XXXX. Nhập lại.', {
          issues: [{ path: 'code', message: 'không đúng dạng' }],
        });
      await tries.take(c);
      const { tenant } = parsed;
      const key = newSecret(tenant, 'kk');
      const at = now();
      const claimed = await claimKioskOrNull(db, tenant, parsed.code, key, at);
      if (!claimed)
        throw new Refusal(
          422,
          'code.bad',
          'Mã ghép máy không đúng, đã dùng hoặc quá 15 phút. Xin mã mới từ quản trị.',
          {
            issues: [{ path: 'code', message: 'mã không dùng được' }],
          },
        );
      await tries.giveBack(c);
      const { kiosk, unit } = claimed;
      await withAudit(db, tenant, at, {
        actor: `kiosk:${kiosk}`,
        action: 'kiosk.enrol',
        subject: kiosk,
        detail: { unit },
      });
      return c.json({ key, kiosk } satisfies KioskEnrolled, 201, { 'cache-control': 'no-store' });
    },
  },
];
