import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Petition, PetitionsPage } from '#wire/petition.ts';
import type { Results } from '#wire/results.ts';
import type { UnitFactsList } from '#wire/unit-facts.ts';
import { verifiedPetitions } from '../../server/store/petitions.ts';
import { petitionDifferences, scoredFactsOrNull } from '../../server/store/scored-facts.ts';
import { dossierBody } from './dossier-body.ts';
import { outcomesOf } from './outcomes.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const Q4 = { period: '2026-q4', from: '2026-10-01', to: '2027-01-01' };

let server: TestServer;
let admin: As;
beforeEach(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  await server.request(
    'POST',
    '/v1/dossiers',
    [dossierBody(), dossierBody({ code: `${CODE}-B`, unit: 'so-b' })],
    admin,
  );
});
afterEach(() => server.close());

const petitionOf = (id: string, more: Partial<Petition> = {}): Partial<Petition> => ({
  id,
  unit: 'so-a',
  about: 'harassment',
  received: '2026-11-03',
  due: '2026-11-09',
  ...more,
});

const send = (path: string, items: readonly unknown[], as = admin) => outcomesOf(server, path, items, as);
const known = async () => (await verifiedPetitions(server.db, 'mau', [CODE])).get(CODE);
const recordFrom = (from: string, unit = 'so-a') => send('/v1/recordings', [{ unit, kind: 'petitions', from }]);

describe('a petition', () => {
  test('is created, changed and repeated; a bad one spoils no other', async () => {
    const items = [
      petitionOf('P-1'),
      petitionOf('P-2', { received: '2026-11-11', due: null }),
      { id: 'P-3', name: 'Ông A' },
    ];
    expect(await send('/v1/petitions', items)).toEqual(['created', 'date.future', 'body.invalid']);
    expect(await send('/v1/petitions', [petitionOf('P-1'), petitionOf('P-1', { verdict: 'unfounded' })])).toEqual([
      'repeated',
      'updated',
    ]);
    const { body } = await server.request<PetitionsPage>('GET', '/v1/petitions?unit=so-a', undefined, admin);
    expect(body.petitions).toMatchObject([{ id: 'P-1', verdict: 'unfounded', prolonged: null }]);
    expect(body.next).toBeNull();
  });

  test('names a dossier that is on record, of a unit the caller answers for', async () => {
    expect(await send('/v1/petitions', [petitionOf('P-1', { dossier: 'H99.01-261102-9999' })])).toEqual([
      'dossier.unknown',
    ]);
    const ofOther = petitionOf('P-2', { dossier: `${CODE}-B` });
    expect(await send('/v1/petitions', [ofOther], server.credentials.mau['unit-admin'])).toEqual(['scope.denied']);
    expect(await send('/v1/petitions', [{ ...ofOther, unit: 'so-b' }])).toEqual(['created']);
    // Not taken over by naming one's own unit either.
    expect(await send('/v1/petitions', [petitionOf('P-2')], server.credentials.mau['unit-admin'])).toEqual([
      'scope.denied',
    ]);
  });
});

describe('whether a dossier has a verified petition', () => {
  test('is unknown while its unit does not put all of them on record', async () => {
    expect(await known()).toBeUndefined();
    await send('/v1/petitions', [petitionOf('P-1', { dossier: CODE, verdict: 'unfounded' })]);
    expect(await known()).toBeUndefined();
    // The dossier was received on 2/11: a record that begins after it may miss one.
    await recordFrom('2026-11-03');
    expect(await known()).toBeUndefined();
    await recordFrom('2026-11-02');
    expect(await known()).toBe(false);
  });

  test('is yes as soon as one is verified, unknown while one waits, and no for what is about something else', async () => {
    await recordFrom('2026-10-01');
    await send('/v1/petitions', [petitionOf('P-1', { dossier: CODE, about: 'other', verdict: 'verified' })]);
    expect(await known()).toBe(false);
    await send('/v1/petitions', [petitionOf('P-2', { dossier: CODE })]);
    expect(await known()).toBeNull();
    await send('/v1/petitions', [petitionOf('P-2', { dossier: CODE, verdict: 'withdrawn' })]);
    expect(await known(), 'taken back: there is none').toBe(false);
    await send('/v1/petitions', [petitionOf('P-2', { dossier: CODE })]);
    await send('/v1/petitions', [petitionOf('P-3', { dossier: CODE, about: 'breach', verdict: 'verified' })]);
    expect(await known()).toBe(true);
  });
});

describe('the petitions of a unit and period', () => {
  const scored = () => scoredFactsOrNull(server.db, 'mau', Q4, 'so-a');
  const declare = (petitions: object) =>
    send('/v1/unit-facts', [{ unit: 'so-a', period: '2026-q4', facts: { petitions, disclosure: 'both' } }]);

  test('stand as declared until the unit puts all of them on record; then those on record count, never both', async () => {
    await declare({ received: 10, onTime: 9, prolonged: 0 });
    await send('/v1/petitions', [
      petitionOf('P-1', { answered: '2026-11-09', prolonged: false }),
      petitionOf('P-2', { answered: '2026-11-10', prolonged: true }),
      // Due after the period: of the next one.
      petitionOf('P-3', { due: '2027-01-01', prolonged: false }),
    ]);
    expect((await scored())?.facts.petitions).toEqual({ received: 10, onTime: 9, prolonged: 0 });
    await recordFrom('2026-10-01');
    // By hand: two due in the quarter; the one answered on its last day is in time, the other a day late and dragged on.
    const recorded = { received: 2, onTime: 1, prolonged: 1 };
    expect(await scored()).toEqual({ facts: { disclosure: 'both', petitions: recorded }, declared: true });
    expect(await petitionDifferences(server.db, 'mau', Q4)).toEqual([
      { unit: 'so-a', declared: { received: 10, onTime: 9, prolonged: 0 }, recorded },
    ]);
    const { body } = await server.request<UnitFactsList>('GET', '/v1/unit-facts?period=2026-q4', undefined, admin);
    expect(body.recorded).toEqual([{ unit: 'so-a', ...recorded }]);
  });

  test('of a unit that was there for a part of the period are known where all of that part is on record', async () => {
    await server.db.run("update units set from_day = '2026-11-01' where tenant = 'mau' and unit = 'so-a'");
    const half = { unit: 'so-a', kind: 'petitions', from: '2026-11-01' };
    await send('/v1/recordings', [half]);
    await send('/v1/petitions', [petitionOf('P-1', { answered: '2026-11-09', prolonged: false })]);
    const one = { received: 1, onTime: 1, prolonged: 0 };
    expect((await scored())?.facts.petitions).toEqual(one);
    await server.db.run("update units set to_day = '2026-12-01' where tenant = 'mau' and unit = 'so-a'");
    await send('/v1/recordings', [{ ...half, to: '2026-12-01' }]);
    expect((await scored())?.facts.petitions, 'until it ended').toEqual(one);
    await send('/v1/recordings', [{ ...half, to: '2026-11-30' }]);
    expect(await scored(), 'one day is missing').toBeNull();
  });

  test('that were taken back count nowhere, and who took one back stands in the log with what it was', async () => {
    await recordFrom('2026-10-01');
    await send('/v1/petitions', [petitionOf('P-1', { answered: '2026-11-10', prolonged: true, verdict: 'verified' })]);
    await send('/v1/petitions', [petitionOf('P-1', { verdict: 'withdrawn' })]);
    expect((await scored())?.facts.petitions).toEqual({ received: 0, onTime: 0, prolonged: 0 });
    const [last] = await server.db.all<{ detail: string }>(
      "select detail from audit where tenant = 'mau' and action = 'petitions.put' order by seq desc limit 1",
    );
    expect(JSON.parse(last?.detail ?? '')).toMatchObject({
      items: [{ before: { verdict: 'verified', answered: '2026-11-10' }, after: { verdict: 'withdrawn' } }],
    });
  });

  test('are none where all are on record and there is none, which is no declaration', async () => {
    await recordFrom('2026-10-01');
    expect(await scored()).toEqual({
      facts: { petitions: { received: 0, onTime: 0, prolonged: 0 } },
      declared: false,
    });
  });

  test('are not guessed: one without its due day, or not known to have dragged on, leaves the declaration', async () => {
    await recordFrom('2026-10-01');
    await declare({ received: 1, onTime: 1, prolonged: 0 });
    await send('/v1/petitions', [petitionOf('P-1', { answered: '2026-11-05' })]);
    expect((await scored())?.facts.petitions).toEqual({ received: 1, onTime: 1, prolonged: 0 });
    await send('/v1/petitions', [petitionOf('P-1', { answered: '2026-11-05', due: null, prolonged: false })]);
    expect((await scored())?.facts.petitions).toEqual({ received: 1, onTime: 1, prolonged: 0 });
  });
});

test('petitions on record are what the close scores a unit by: indicator 8, and 7 of the dossier one is about', async () => {
  // Ready on 4/11 of a promise for 5/11, early: 2 points for indicator 7 without a petition, 0 with a verified one.
  await recordFrom('2026-10-01');
  const verified = { dossier: CODE, verdict: 'verified', answered: '2026-11-09', prolonged: false } as const;
  await send('/v1/petitions', [petitionOf('P-1', verified)]);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  await server.request('POST', '/v1/periods/2026-q4/close', {}, admin);
  const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin);
  const own = body.units.find(({ unit }) => unit === 'so-a');
  const computed = (id: number) => own?.rows.find(({ indicator }) => indicator === id)?.computed?.points;
  // One petition, answered on its last day: all in time, by nobody's declaration.
  expect([computed(7), computed(8), computed(9)]).toEqual([0, 20, null]);
});
