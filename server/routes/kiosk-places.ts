import type { HandOverState, KioskPlaces } from '#wire/kiosk.ts';
import { handOverState, kioskPlaces } from '#wire/kiosk.ts';
import { actorOf, type Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { ownHandOverOrNull, withdrawHandOver } from '../store/hand-overs.ts';
import { kiosksOf, type StoredKiosk } from '../store/kiosks.ts';
import { answeredOrNull } from '../store/links.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };
/** Three signs of life missed. */
const SILENT_MS = 16 * 60_000;

function requireOfficer(principal: Principal): Extract<Principal, { kind: 'officer' }> {
  if (principal.kind === 'officer') return principal;
  throw new Refusal(403, 'role.denied', 'Chỉ cán bộ đã chọn tên mới chuyển hồ sơ ra ki-ốt được.');
}

/** A tablet stands there and has not been told to go. */
const isThere = ({ enrolledAt, revokedAt, wipe, wipedAt }: StoredKiosk): boolean =>
  enrolledAt !== null && revokedAt === null && wipe === null && wipedAt === null;

export const kioskPlaceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/kiosk/places',
    who: ['officer'],
    scope: 'unit',
    summary:
      "Counters of the officer's unit where a tablet stands; `ready` = it was heard of lately and takes answers.",
    answer: kioskPlaces,
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireOfficer(principal);
      const since = new Date(now().getTime() - SILENT_MS).toISOString();
      const places = (await kiosksOf(db, tenant, unit)).filter(isThere).map(({ kiosk, counter, seenAt, paused }) => ({
        kiosk,
        counter,
        ready: !paused && seenAt !== null && seenAt > since,
      }));
      return c.json({ places } satisfies KioskPlaces, 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/kiosk/hand-over/:handOver',
    who: ['officer'],
    scope: 'own',
    summary:
      'What became of a dossier the calling officer handed over: waiting, taken or answered, until it is out of time or replaced.',
    answer: handOverState,
    async handle(c, { db, keys, now }, principal) {
      const { tenant } = requireOfficer(principal);
      const id = c.req.param('handOver') ?? '';
      const found = await ownHandOverOrNull(db, tenant, id, actorOf(principal), now());
      if (!found)
        throw new Refusal(
          410,
          'handover.gone',
          'Lượt chuyển ra ki-ốt này không còn. Chuyển lại nếu công dân còn ở quầy.',
        );
      // Asked only of answers an officer stands behind: what came through a citizen's own link is nobody's business here.
      const { taken, stage, dossier, expires } = found;
      const answered = taken && (await answeredOrNull(db, keys, tenant, stage, 'officer', dossier)) !== null;
      const state = answered ? 'answered' : taken ? 'taken' : 'waiting';
      return c.json({ state, expires } satisfies HandOverState, 200, NO_STORE);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/kiosk/hand-over/:handOver',
    who: ['officer'],
    scope: 'own',
    summary: 'Takes a dossier back from the tablet while nobody has taken it up.',
    answer: null,
    async handle(c, { db }, principal) {
      const { tenant } = requireOfficer(principal);
      const taken = await withdrawHandOver(db, tenant, c.req.param('handOver') ?? '', actorOf(principal));
      if (taken === 0)
        throw new Refusal(
          410,
          'handover.gone',
          'Ki-ốt đã nhận hồ sơ này hoặc đã hết 3 phút nên không lấy lại được. Xem trạng thái ở bảng bên.',
        );
      return c.body(null, 204);
    },
  },
];
