import { type KioskStaff, kioskBeacon, kioskPin, kioskSettings, kioskStaff, kioskStaffChange } from '#wire/kiosk.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireKiosk } from '../require-kiosk.ts';
import { withAudit } from '../store/audit.ts';
import { noteWiped } from '../store/kiosk-enrolment.ts';
import { kioskOrNull, seeKiosk, updateKiosk } from '../store/kiosks.ts';
import { officersAt } from '../store/officers.ts';
import { requireKioskPin } from './kiosk-pin.ts';
import { kioskSettingsOf } from './kiosk-settings.ts';
import { requireKioskOf, requireOnDuty } from './kiosks.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const PRIVATE = { 'cache-control': 'no-store' };

/** What an enrolled tablet says and asks of itself. */
export const kioskSelfRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/kiosk/beacon',
    who: ['kiosk'],
    scope: 'own',
    summary: 'A sign of life every 5 minutes: queue, version, battery; the answer says how the tablet is to work.',
    body: kioskBeacon,
    example: { queue: 0, lastAnswer: null, version: 'demo', battery: 80, fault: null },
    answer: kioskSettings,
    async handle(c, services, principal) {
      const { tenant, kiosk } = requireKiosk(principal);
      const beacon = check(kioskBeacon, await readJson(c, 4096));
      await seeKiosk(services.db, tenant, kiosk, beacon, services.now());
      return c.json(await kioskSettingsOf(services, tenant, kiosk), 200, PRIVATE);
    },
  },
  {
    method: 'POST',
    path: '/v1/kiosk/staff',
    who: ['kiosk'],
    scope: 'own',
    summary: 'Opens the staff menu by PIN; five wrong ones lock it for 15 minutes.',
    body: kioskPin,
    example: { pin: '246810' },
    answer: kioskStaff,
    async handle(c, services, principal) {
      const self = requireKiosk(principal);
      const { pin } = check(kioskPin, await readJson(c, 4096));
      await requireKioskPin(services, self, pin);
      const [settings, officers] = await Promise.all([
        kioskSettingsOf(services, self.tenant, self.kiosk),
        officersAt(services.db, self.tenant, self.unit),
      ]);
      const body: KioskStaff = { settings, officers: officers.map(({ officer, label }) => ({ officer, label })) };
      return c.json(body, 200, PRIVATE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/kiosk/settings',
    who: ['kiosk'],
    scope: 'own',
    summary: 'Staff change counter, officer on duty, mode, language or pause, by PIN; what is left out stays.',
    body: kioskStaffChange,
    example: { pin: '246810', paused: false },
    answer: kioskSettings,
    async handle(c, services, principal) {
      const self = requireKiosk(principal);
      const { pin, ...change } = check(kioskStaffChange, await readJson(c, 4096));
      await requireKioskPin(services, self, pin);
      const { db, now } = services;
      const before = await requireKioskOf(services, principal, self.tenant, self.kiosk);
      await requireOnDuty(db, self.tenant, self.unit, change.officer);
      await withAudit(
        db,
        self.tenant,
        now(),
        { actor: actorOf(principal), action: 'kiosk.change', subject: self.kiosk, detail: change },
        updateKiosk(self.tenant, before, change),
      );
      return c.json(await kioskSettingsOf(services, self.tenant, self.kiosk), 200, PRIVATE);
    },
  },
  {
    method: 'POST',
    path: '/v1/kiosk/leave',
    who: ['kiosk'],
    scope: 'own',
    summary: 'Staff take the tablet away, by PIN: its key ends and the tablet erases itself.',
    body: kioskPin,
    example: { pin: '246810' },
    answer: null,
    async handle(c, services, principal) {
      const self = requireKiosk(principal);
      const { pin } = check(kioskPin, await readJson(c, 4096));
      await requireKioskPin(services, self, pin);
      const at = services.now();
      await withAudit(
        services.db,
        self.tenant,
        at,
        { actor: actorOf(principal), action: 'kiosk.leave', subject: self.kiosk },
        noteWiped(self.tenant, self.kiosk, at),
      );
      return c.body(null, 204);
    },
  },
  {
    method: 'POST',
    path: '/v1/kiosk/wiped',
    who: ['kiosk'],
    scope: 'own',
    summary: 'The tablet has erased itself as an admin ordered; its key ends.',
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant, kiosk } = requireKiosk(principal);
      const found = await kioskOrNull(db, tenant, kiosk);
      if (!found?.wipe)
        throw new Refusal(409, 'kiosk.unordered', 'Chưa ai yêu cầu xóa máy này, nên máy vẫn dùng bình thường.');
      const at = now();
      await withAudit(
        db,
        tenant,
        at,
        { actor: actorOf(principal), action: 'kiosk.wiped', subject: kiosk, detail: { when: found.wipe } },
        noteWiped(tenant, kiosk, at),
      );
      return c.body(null, 204);
    },
  },
];
