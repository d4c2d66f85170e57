import { describe, expect, it } from 'vitest';
import { dossierBody } from '../../../extension/background/dossier-body.ts';
import { mergeReading } from '../../../extension/background/merge-reading.ts';
import { promisesAfter } from '../../../extension/background/promise-history.ts';
import type { DossierReading } from '../../../extension/hosts/host.ts';
import type { KnownReading } from '../../../extension/known-reading.ts';
import { dossier } from '../../../server/wire/dossier.ts';
import { readingOf } from '../reading.ts';

const [A, B, C] = ['2026-11-23T17:00', '2026-11-27T17:00', '2026-12-04T17:00'] as const;

/** What is known after these looks at one dossier, each a moment and what the screen said then. */
function looked(...looks: readonly (readonly [seen: string, part: Partial<DossierReading>])[]): KnownReading {
  let known: KnownReading | null = null;
  let last = '';
  for (const [seen, part] of looks) {
    const reading = readingOf(part);
    const promises = promisesAfter(known && { reading: known, seen: last }, reading, seen);
    known = { ...mergeReading(known, reading), promises };
    last = seen;
  }
  if (!known) throw new Error('no look');
  return known;
}

describe('promised dates seen', () => {
  it('the same date is one, with the last moment it was seen', () => {
    const { promises } = looked(['2026-11-20T09:00', { promised: A }], ['2026-11-25T08:00', { promised: A }]);
    expect(promises).toEqual([
      { date: A, dayOnly: false, first: '2026-11-20T09:00', last: '2026-11-25T08:00', afterWait: false },
    ]);
  });

  it('a bare day of the list and the hour of the detail page are one promise, and the hour stays', () => {
    const day = { promised: '2026-11-23T17:00', dateOnly: ['promised'] as const };
    const hour = { promised: '2026-11-23T11:00', source: 'detail' as const };
    const known = looked(['2026-11-20T09:00', day], ['2026-11-20T09:05', hour], ['2026-11-20T09:10', day]);
    expect(known.promises).toHaveLength(1);
    expect([known.promises?.[0]?.date, known.promised, known.dateOnly]).toEqual([
      '2026-11-23T11:00',
      '2026-11-23T11:00',
      [],
    ]);
  });

  it('a screen without the date takes none away', () => {
    const known = looked(['2026-11-20T09:00', { promised: A }], ['2026-11-20T10:00', { promised: null }]);
    expect(known.promises).toHaveLength(1);
  });

  it('a dossier kept without its history begins with the date it had', () => {
    const before = { reading: readingOf({ promised: A }), seen: '2026-11-25T09:00' };
    expect(promisesAfter(before, readingOf({ promised: B }), '2026-11-26T09:00')).toEqual([
      { date: A, dayOnly: false, first: '2026-11-25T09:00', last: '2026-11-25T09:00', afterWait: false },
      { date: B, dayOnly: false, first: '2026-11-26T09:00', last: '2026-11-26T09:00', afterWait: false },
    ]);
  });

  it('a date printed anew when papers were asked for, or had come, is told apart', () => {
    const asked = looked(
      ['2026-11-20T09:00', { promised: A }],
      ['2026-11-21T09:00', { promised: B, state: 'waitingSupplement' }],
    );
    const come = looked(
      ['2026-11-20T09:00', { promised: A }],
      ['2026-11-21T09:00', { promised: B, status: 'Đã bổ sung' }],
    );
    const moved = looked(['2026-11-20T09:00', { promised: A }], ['2026-11-21T09:00', { promised: B }]);
    expect([asked, come, moved].map(({ promises }) => promises?.at(-1)?.afterWait)).toEqual([true, true, false]);
  });

  it('a host that jumps fills no disk: the first and the newest stay', () => {
    const jumps = Array.from(
      { length: 50 },
      (_, i) => [`2026-11-20T09:${String(i).padStart(2, '0')}`, { promised: i % 2 ? A : B }] as const,
    );
    const { promises } = looked(...jumps);
    expect([promises?.length, promises?.[0]?.first, promises?.at(-1)?.first]).toEqual([
      20,
      '2026-11-20T09:00',
      '2026-11-20T09:49',
    ]);
  });
});

describe('what is sent of it', () => {
  const body = (known: KnownReading) => {
    const made = dossierBody(known, 'so-a');
    expect(dossier.safeParse(made).error).toBeUndefined();
    return made;
  };

  it('the first promise stays the promise, the later ones are new dates, once each', () => {
    const known = looked(
      ['2026-11-20T09:00', { promised: A }],
      ['2026-11-24T09:00', { promised: B }],
      ['2026-11-25T09:00', { promised: C, reappointed: B }],
    );
    expect(body(known)).toMatchObject({ promised: A, reappointed: [B, C] });
  });

  it('a date that came back is no new date', () => {
    const known = looked(
      ['2026-11-20T09:00', { promised: A }],
      ['2026-11-20T10:00', { promised: B }],
      ['2026-11-20T11:00', { promised: A }],
    );
    expect(body(known)).toMatchObject({ promised: A, reappointed: [B] });
  });

  it('nothing moved: whether there was a new date is not known', () => {
    expect(body(looked(['2026-11-20T09:00', { promised: A }]))?.reappointed).toBeNull();
  });

  it('a date printed anew after a wait nobody timed is the promise', () => {
    const known = looked(
      ['2026-11-19T09:00', { promised: A, state: 'waitingSupplement' }],
      ['2026-11-25T09:00', { promised: B }],
    );
    expect(body(known)).toMatchObject({ promised: B, reappointed: null, pauses: [] });
  });

  const steps = [
    { name: 'Tiếp nhận hồ sơ', limitDays: 0.5, started: '2026-11-10T08:15', ended: null },
    { name: 'Yêu cầu bổ sung giấy tờ', limitDays: null, started: '2026-11-12T10:00', ended: null },
    { name: 'Thẩm định hồ sơ', limitDays: 5, started: '2026-11-18T09:00', ended: null },
  ];
  const wait = { kind: 'supplement', from: '2026-11-12T10:00', to: '2026-11-18T09:00' };

  it('a wait the page times counts from the first promise, whatever was printed afterwards', () => {
    const known = looked(
      ['2026-11-13T09:00', { promised: A, state: 'waitingSupplement' }],
      ['2026-11-19T09:00', { promised: B, source: 'detail', steps }],
    );
    expect(body(known)).toMatchObject({
      promised: A,
      reappointed: null,
      pauses: [wait],
      acts: { supplementNotices: ['2026-11-12T10:00'] },
    });
  });

  it('a wait that was over before the date was first seen moves nothing: the page may have printed it anew', () => {
    const known = looked(['2026-11-19T09:00', { promised: B, source: 'detail', steps }]);
    expect(body(known)).toMatchObject({ promised: B, pauses: [], acts: { supplementNotices: ['2026-11-12T10:00'] } });
  });

  it('a wait that runs is told by the state alone: nobody has seen its end', () => {
    const known = looked(['2026-11-13T09:00', { promised: A, state: 'waitingSupplement', steps: steps.slice(0, 2) }]);
    expect(body(known)).toMatchObject({
      state: 'waitingSupplement',
      pauses: [],
      acts: { supplementNotices: ['2026-11-12T10:00'] },
    });
  });

  it('online filing, the limit and the steps of the page go with it, letters do not', () => {
    const known: KnownReading = {
      ...looked(['2026-11-20T09:00', { promised: A, submittedOnline: '2026-11-09T20:15', limitDays: 10, steps }]),
      letters: [{ sent: '2026-11-25T10:00', promised: C, state: 'sent', problem: null }],
    };
    expect(body(known)).toMatchObject({
      channel: 'online',
      limitDays: 10,
      acts: { submitted: '2026-11-09T20:15' },
      reappointed: null,
    });
    expect(body(known)?.course?.map(({ name }) => name)).toEqual(steps.map(({ name }) => name));
    expect(JSON.stringify(body(known))).not.toMatch(/apolog/);
    expect(body(known)).not.toHaveProperty('steps');
  });

  it('a page that shows nothing of it states no acts', () => {
    expect(body(looked(['2026-11-20T09:00', {}]))).not.toHaveProperty('acts');
  });
});
