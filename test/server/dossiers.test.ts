import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import type { Outcome } from '#wire/problem.ts';
import { promiseChangesOf } from '../../server/store/dossier-changes.ts';
import { dossiersByCode } from '../../server/store/dossiers.ts';
import { type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0007';
const SEEN: DossierBody = {
  code: CODE,
  unit: 'so-a',
  procedure: '1.001612',
  officer: 'CB-01',
  channel: 'counter',
  state: 'processing',
  received: '2026-11-02T08:15',
  promised: '2026-11-06T17:00',
  reappointed: [],
  ready: null,
  returned: null,
  pauses: [],
  supplements: null,
  limitDays: null,
};

let server: TestServer;

beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

async function put(...items: Partial<DossierBody>[]): Promise<(string | undefined)[]> {
  const body = items.map((more) => ({ ...SEEN, ...more }));
  const answer = await server.request<{ outcomes: Outcome[] }>(
    'POST',
    '/v1/dossiers',
    body,
    server.credentials.mau.device,
  );
  expect(answer.status).toBe(200);
  return answer.body.outcomes.map(({ outcome }) => outcome);
}

const changes = () =>
  server.db.all<{ code: string; seq: number; at: string; actor: string; field: string; before: string; after: string }>(
    "select code, seq, at, actor, field, before, after from dossier_changes where tenant = 'mau' order by code, seq",
  );

async function lastDetail(): Promise<unknown> {
  const [row] = await server.db.all<{ detail: string }>(
    "select detail from audit where tenant = 'mau' and action = 'dossiers.put' order by seq desc limit 1",
  );
  return JSON.parse(row?.detail ?? 'null');
}

describe('a time of a known dossier that is told otherwise', () => {
  test('is taken, and stays on record as it was, with who said so and when', async () => {
    await put({ ready: '2026-11-09T10:00' });
    expect(await changes()).toEqual([]);
    server.clock.now = new Date('2026-11-10T03:00:00Z');
    // Late on 9/11 becomes on time on 6/11, after the fact.
    expect(await put({ ready: '2026-11-06T16:00', received: '2026-11-03T08:15' })).toEqual(['updated']);
    const told = { code: CODE, at: '2026-11-10T03:00:00.000Z', actor: 'device:may-1' };
    expect(await changes()).toEqual([
      { ...told, seq: 1, field: 'received', before: '2026-11-02T08:15', after: '2026-11-03T08:15' },
      { ...told, seq: 2, field: 'ready', before: '2026-11-09T10:00', after: '2026-11-06T16:00' },
    ]);
    expect(await lastDetail()).toEqual({ n: 1, moved: 0, changed: 2, rewritten: 2 });
    const [row] = await server.db.all("select ready, received from dossiers where tenant = 'mau'");
    expect(row).toEqual({ ready: '2026-11-06T16:00', received: '2026-11-03T08:15' });
  });

  test('for the first time is a change, but nothing rewritten', async () => {
    await put({ promised: null });
    await put({ promised: '2026-11-06T17:00', returned: '2026-11-06T09:00', state: 'returned' });
    expect((await changes()).map(({ field, before }) => [field, before])).toEqual([
      ['promised', null],
      ['returned', null],
    ]);
    expect(await lastDetail()).toEqual({ n: 1, moved: 0, changed: 2, rewritten: 0 });
  });

  test('as a pause of another length shows both', async () => {
    const pause = (to: string) => ({ pauses: [{ kind: 'supplement' as const, from: '2026-11-03T08:00', to }] });
    await put(pause('2026-11-04T08:00'));
    await put(pause('2026-11-05T17:00'));
    const [change] = await changes();
    expect([change?.field, JSON.parse(change?.before ?? ''), JSON.parse(change?.after ?? '')]).toEqual([
      'pauses',
      pause('2026-11-04T08:00').pauses,
      pause('2026-11-05T17:00').pauses,
    ]);
  });

  test('twice in one batch is two changes in their order', async () => {
    await put({});
    await put({ ready: '2026-11-09T10:00' }, { ready: '2026-11-06T16:00' });
    expect((await changes()).map(({ seq, before, after }) => [seq, before, after])).toEqual([
      [1, null, '2026-11-09T10:00'],
      [2, '2026-11-09T10:00', '2026-11-06T16:00'],
    ]);
  });

  test('by many at once leaves a history in which each value follows the one before', async () => {
    await put({});
    await Promise.all(Array.from({ length: 20 }, (_, n) => put({ ready: `2026-11-06T10:${10 + n}` })));
    const told = await changes();
    expect(told).toHaveLength(20);
    expect(told.slice(1).map(({ before }) => before)).toEqual(told.slice(0, -1).map(({ after }) => after));
  });
});

test('a promised date that moved is a re-appointment: the promise on record did not change, when it moved is', async () => {
  await put({});
  await put({ promised: '2026-11-12T17:00' });
  expect((await changes()).map(({ field, before, after }) => [field, before, after])).toEqual([
    ['reappointed', null, '["2026-11-12T17:00"]'],
  ]);
  expect(await lastDetail()).toMatchObject({ n: 1, moved: 1, changed: 1, rewritten: 0 });
  expect((await dossiersByCode(server.db, 'mau', [CODE]))[0]?.promised).toBe('2026-11-06T17:00');
});

test('a promised date moved twice tells from which to which, and when each was seen here', async () => {
  await put({});
  await put({ reappointed: ['2026-11-12T17:00'] });
  server.clock.now = new Date('2026-11-13T02:00:00Z');
  await put({ reappointed: ['2026-11-12T17:00', '2026-11-16T17:00'] });
  // 10/11 09:00 and 13/11 09:00 in Viet Nam.
  expect((await promiseChangesOf(server.db, 'mau', [CODE])).get(CODE)).toEqual([
    { at: '2026-11-10T09:00', seenBefore: '2026-11-10T09:00', from: '2026-11-06T17:00', to: '2026-11-12T17:00' },
    { at: '2026-11-13T09:00', seenBefore: '2026-11-10T09:00', from: '2026-11-12T17:00', to: '2026-11-16T17:00' },
  ]);
});

test('what a list does not show erases nothing and changes nothing', async () => {
  await put({ ready: '2026-11-06T10:00' });
  expect(await put({ received: null })).toEqual(['repeated']);
  expect(await changes()).toEqual([]);
});

describe('steps, handlers and the officer who took a dossier in', () => {
  const step = (unit: string, more: object = {}) => ({ unit, officer: null, due: null, ended: null, ...more });
  const handler = (officer: string, from: string) => ({ officer, from });
  const KNOWN = {
    steps: [
      step('so-b', { officer: 'CB-07', due: '2026-11-04T17:00', ended: '2026-11-04T16:00' }),
      step('so-a', { due: '2026-11-06T17:00' }),
    ],
    receivedBy: 'CB-01',
    handlers: [handler('CB-02', '2026-11-02T08:15'), handler('CB-03', '2026-11-04T08:00')],
  };
  async function kept() {
    const [dossier] = await dossiersByCode(server.db, 'mau', [CODE]);
    return { steps: dossier?.steps, receivedBy: dossier?.receivedBy, handlers: dossier?.handlers };
  }

  test.each([
    ['shows none of them', {}],
    ['says it does not know them', { steps: null, receivedBy: null, handlers: null }],
    ['shows lists that are empty', { steps: [], handlers: [] }],
    ['shows lists cut short', { steps: KNOWN.steps.slice(0, 1), handlers: KNOWN.handlers.slice(1) }],
    ['shows steps without their officers and times', { steps: [step('so-b'), step('so-a')] }],
  ])('stay as they are when a screen %s', async (_, seen) => {
    expect(await put(KNOWN)).toEqual(['created']);
    expect(await put(seen)).toEqual(['repeated']);
    expect(await kept()).toEqual(KNOWN);
    expect(await changes()).toEqual([]);
  });

  test('are filled by the first screen that shows them', async () => {
    await put({});
    expect(await kept()).toEqual({ steps: null, receivedBy: null, handlers: null });
    expect(await put(KNOWN)).toEqual(['updated']);
    expect(await kept()).toEqual(KNOWN);
    expect((await changes()).map(({ field, before }) => [field, before])).toEqual([
      ['steps', null],
      ['handlers', null],
    ]);
  });

  test('that go on are taken, and what they were stays on record', async () => {
    await put(KNOWN);
    const steps = [step('so-b'), step('so-a', { ended: '2026-11-06T09:00' })];
    const handlers = [...KNOWN.handlers, handler('CB-04', '2026-11-05T08:00')];
    expect(await put({ steps, handlers, receivedBy: 'CB-09' })).toEqual(['updated']);
    expect(await kept()).toEqual({
      steps: [KNOWN.steps[0], { ...KNOWN.steps[1], ended: '2026-11-06T09:00' }],
      receivedBy: 'CB-09',
      handlers,
    });
    expect((await changes()).map(({ field, before }) => [field, JSON.parse(before)])).toEqual([
      ['steps', KNOWN.steps],
      ['handlers', KNOWN.handlers],
    ]);
  });

  test('of a unit that shows its own alone add to those of the others', async () => {
    await put(KNOWN);
    await put({ steps: [step('xa-1')], handlers: [handler('CB-05', '2026-11-06T08:00')] });
    expect(await kept()).toMatchObject({
      steps: [...KNOWN.steps, step('xa-1')],
      handlers: [...KNOWN.handlers, handler('CB-05', '2026-11-06T08:00')],
    });
  });

  test('seen whole give the order, each unit keeping its own first and second', async () => {
    const [first, second] = [step('so-a', { ended: '2026-11-03T09:00' }), step('so-a', { officer: 'CB-02' })];
    await put({ steps: [first, second] });
    await put({ steps: [step('so-b'), step('so-a'), step('so-a', { ended: '2026-11-05T09:00' })] });
    expect((await kept()).steps).toEqual([step('so-b'), first, { ...second, ended: '2026-11-05T09:00' }]);
  });

  test('that are put right at the same time replace what was there', async () => {
    await put(KNOWN);
    await put({ handlers: [handler('CB-08', '2026-11-04T08:00')] });
    expect((await kept()).handlers).toEqual([KNOWN.handlers[0], handler('CB-08', '2026-11-04T08:00')]);
  });

  test('told twice in one batch are one dossier and one repetition', async () => {
    expect(await put({}, {})).toEqual(['created', 'repeated']);
  });
});

describe('new promised dates', () => {
  const again = async () => (await dossiersByCode(server.db, 'mau', [CODE]))[0]?.reappointed;

  test('a list that does not show them says nothing and erases nothing', async () => {
    await put({ reappointed: null });
    expect(await again()).toBeNull();
    await put({ reappointed: ['2026-11-10T17:00'] });
    expect(await again()).toEqual(['2026-11-10T17:00']);
    await put({ reappointed: null });
    expect(await again()).toEqual(['2026-11-10T17:00']);
  });

  test('known to be none is kept, and a promise that moved is one also where the list does not show them', async () => {
    await put({ reappointed: [] });
    await put({ reappointed: null });
    expect(await again()).toEqual([]);
    await put({ reappointed: null, promised: '2026-11-12T17:00' });
    expect(await again()).toEqual(['2026-11-12T17:00']);
  });

  test('a promise that moved is known where no list ever showed new dates', async () => {
    await put({ reappointed: null });
    await put({ reappointed: null, promised: '2026-11-12T17:00' });
    expect(await again()).toEqual(['2026-11-12T17:00']);
  });
});
