import { expect, it } from 'vitest';
import type { Step } from '#rules/dossier.ts';
import { mergeDossier } from '../../server/store/dossiers.ts';
import { dossierBody } from './dossier-body.ts';

const course = (count: number): Step[] =>
  Array.from({ length: count }, (_, i) => ({ unit: `so-${i}`, officer: null, due: null, ended: null }));

/** What is on record, and what a page shows then: its count of requests for papers and how many steps it lists. */
type Shown = readonly [supplements: number | null, steps: number | null];
it.each<[about: string, before: Shown, after: Shown, supplements: number | null]>([
  ['a page that counts fewer takes none away', [2, null], [1, null], 2],
  ['a page that counts none takes none away', [1, null], [0, null], 1],
  ['a page that counts more adds', [1, null], [2, null], 2],
  ['a page that does not count takes none away', [2, null], [null, null], 2],
  ['the first page that counts is believed', [null, null], [1, null], 1],
  ['a page that counts fewer beside an empty list of steps takes none away', [2, null], [1, 0], 2],
  ['a page that lists a part of the course takes none away', [2, 4], [1, 3], 2],
  ['a page that lists the whole course says how many there were', [2, 3], [1, 3], 1],
  ['so does the first one that lists it', [2, null], [1, 3], 1],
  ['a page that only counts more than the course listed is believed', [1, 3], [2, null], 2],
])('%s', (_about, [counted, listed], [seen, steps], supplements) => {
  const before = mergeDossier(
    undefined,
    dossierBody({ supplements: counted, steps: listed === null ? null : course(listed) }),
  );
  const after = dossierBody({ supplements: seen, steps: steps === null ? null : course(steps) });
  expect(mergeDossier(before, after).supplements).toBe(supplements);
});

it('no page that shows fewer of the facts takes one away, whichever came first', () => {
  const full = dossierBody({
    procedure: '1.001193',
    officer: 'CB-01',
    channel: 'online',
    returned: '2026-11-05T09:00',
    pauses: [{ kind: 'supplement', from: '2026-11-02T10:00', to: '2026-11-03T10:00' }],
    supplements: 1,
    limitDays: 3,
    steps: course(2),
  });
  const bare = dossierBody({ received: null, promised: null, reappointed: null, ready: null });
  const known = mergeDossier(undefined, full);
  expect(mergeDossier(known, bare)).toEqual(known);
  expect(mergeDossier(mergeDossier(undefined, bare), full)).toEqual(known);
});
