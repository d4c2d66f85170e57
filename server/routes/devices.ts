import * as z from 'zod';
import { choicesUnder, rulesetInForce } from '#rules/rulesets/index.ts';
import { type Device, device, deviceRequest } from '#wire/access.ts';
import type { DeviceSelf, EnrolledDevice } from '#wire/device.ts';
import { deviceSelf, enrolledDevice } from '#wire/device.ts';
import { localDay } from '../clock.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { decisionOrNull } from '../store/decisions.ts';
import { deviceOrNull, devicesOf, insertDevice, revokeDevice } from '../store/devices.ts';
import { claimEnrolmentOrNull, parseEnrolmentCodeOrNull } from '../store/enrolments.ts';
import { officersAt } from '../store/officers.ts';
import { newSecret, randomCrockford } from '../store/secret.ts';
import { tenantOf } from '../store/tenants.ts';
import { unitOrNull } from '../store/units.ts';
import { check, readJson } from './read-json.ts';
import { ADMINS, type Route } from './route.ts';

async function describe(db: Db, tenant: string, device: string, unit: string): Promise<Omit<Device, 'key'>> {
  const officers = await officersAt(db, tenant, unit);
  const unitName = (await unitOrNull(db, tenant, unit))?.name ?? unit;
  return { device, tenant, unit, unitName, officers: officers.map(({ officer, label }) => ({ officer, label })) };
}

export const deviceRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/devices',
    who: ['anyone'],
    scope: 'token',
    cors: 'any',
    summary: "Enrols an officer's browser with a one-time code; the key is shown this once.",
    body: deviceRequest,
    example: { code: 'mau-7K2M-9QXD', label: 'Máy quầy 3' },
    answer: device,
    async handle(c, { db, now, tries }) {
      const { code: typed, label } = check(deviceRequest, await readJson(c, 4096));
      const parsed = parseEnrolmentCodeOrNull(typed);
      if (!parsed)
        throw new Refusal(422, 'code.shape', 'Mã đăng ký gồm 8 ký tự sau mã tỉnh, dạng mau-XXXX-XXXX.', {
          issues: [{ path: 'code', message: 'không đúng dạng' }],
        });
      await tries.take(c);
      const at = now();
      const issued = await claimEnrolmentOrNull(db, parsed.tenant, parsed.code, at);
      if (!issued)
        throw new Refusal(
          422,
          'code.bad',
          'Mã đăng ký không đúng, đã dùng hoặc quá 15 phút. Xin mã mới từ quản trị đơn vị.',
          { issues: [{ path: 'code', message: 'mã không dùng được' }] },
        );
      await tries.giveBack(c);
      const { tenant } = parsed;
      const device = `${tenant}.${randomCrockford(10)}`;
      const key = newSecret(tenant, 'dk');
      await withAudit(
        db,
        tenant,
        at,
        {
          actor: `device:${device}`,
          action: 'device.enrol',
          subject: device,
          detail: { unit: issued.unit, label, issuedBy: issued.issuedBy, issuedFor: issued.label },
        },
        [insertDevice(tenant, { device, unit: issued.unit, label }, key, at)],
      );
      const body: Device = { key, ...(await describe(db, tenant, device, issued.unit)) };
      return c.json(body, 201, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'GET',
    path: '/v1/devices',
    who: ADMINS,
    scope: 'unit',
    summary: "Enrolled browsers of the caller's units, revoked ones too.",
    answer: z.object({ devices: z.array(enrolledDevice) }),
    async handle(c, { db }, principal) {
      const { tenant, unit } = requireUser(principal);
      const devices: EnrolledDevice[] = await devicesOf(db, tenant, unit);
      return c.json({ devices }, 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'GET',
    path: '/v1/devices/self',
    who: ['device', 'officer'],
    scope: 'own',
    cors: 'any',
    summary: 'The calling browser: its unit, who may work at it, and the settings it computes with.',
    answer: deviceSelf,
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'device' && principal.kind !== 'officer')
        throw new Refusal(403, 'role.denied', 'Chỉ máy đã đăng ký dùng được chức năng này.');
      const { tenant, device, unit } = principal;
      const { name, decision, hours, choices: own } = await tenantOf(db, tenant);
      const inForce = rulesetInForce(localDay(now()), await decisionOrNull(db, tenant));
      const choices = choicesUnder(inForce.ruleset, own);
      const body: DeviceSelf = {
        ...(await describe(db, tenant, device, unit)),
        settings: { tenantName: name, decision, hours, granularity: choices.granularity, choices },
      };
      return c.json(body, 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'DELETE',
    path: '/v1/devices/:device',
    who: ADMINS,
    scope: 'unit',
    summary: "Revokes a browser's key at once.",
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const device = c.req.param('device') ?? '';
      const found = await deviceOrNull(db, tenant, device);
      if (!found) throw new Refusal(404, 'device.unknown', `Không có máy ${device}. Xem lại danh sách máy đã đăng ký.`);
      await requireUnit(db, principal, tenant, found.unit);
      const at = now();
      await withAudit(
        db,
        tenant,
        at,
        { actor: actorOf(principal), action: 'device.revoke', subject: device, detail: { unit: found.unit } },
        revokeDevice(tenant, device, at),
      );
      return c.body(null, 204);
    },
  },
];
