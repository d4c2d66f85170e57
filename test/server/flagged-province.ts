import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { SelfScore } from '#wire/self-score.ts';
import type { Statement } from '../../server/store/db.ts';
import { insertDossierChanges } from '../../server/store/dossier-changes.ts';
import { putDossier } from '../../server/store/dossiers.ts';
import { insertSelfScore } from '../../server/store/self-scores.ts';
import { putUnitFacts } from '../../server/store/unit-facts.ts';
import { insertUnit } from '../../server/store/units.ts';
import { idOf, NOW, type TestServer } from './test-server.ts';

const HONEST = 30;
const EACH = 6;
const PROMISED = '2026-11-05T17:00';
/** Ten communes declare the same four numbers, laid down by one list. */
const DECLARED = 10;
const SAME = { oneStop: { listed: 380, receivedAndReturned: 380, wholeCycle: 380, level: 'commune' } } as const;
const ALIKE = { ...SAME, petitions: { received: 20, onTime: 19, prolonged: 0 } };
const ANEW = '2026-11-25T17:00';

let n = 0;
/** Received 02/11/2026 and promised for 05/11; every one by a code of its own and ready in a minute of its own. */
function dossier(unit: string, officer: string, day: number, more: Partial<Dossier> = {}): Dossier {
  n += 1;
  const pad = (value: number) => String(value).padStart(2, '0');
  const minute = `${pad(9 + (n % 7))}:${pad(1 + (n % 55))}`;
  return {
    ...{ code: `H99.01-261102-${String(n).padStart(4, '0')}`, unit, officer, procedure: null, channel: 'counter' },
    ...{ state: 'ready', received: '2026-11-02T08:00', promised: PROMISED, ready: `2026-11-${pad(day)}T${minute}` },
    ...{ reappointed: null, returned: null, pauses: [], supplements: 0, steps: null, handlers: null },
    ...{ limitDays: null, receivedBy: null, ...more },
  };
}

const put = (each: Dossier) => putDossier('mau', each, CALENDAR_VERSION, 'x', NOW);

/** Points of indicators 1 and 3, given ten minutes one after the other in December. */
function scored({ code, unit, officer }: Dossier, i: number, [first, third]: readonly [0 | 20, 0 | 20]): Statement {
  const values: SelfScore['values'] = { 1: { shown: first, points: first }, 3: { shown: third, points: third } };
  return insertSelfScore('mau', unit, {
    ...{ dossier: code, revision: 1, id: idOf(Number(code.slice(-4))), officer: officer ?? '', values },
    ...{
      bodyHash: code,
      scoredAt: new Date(Date.UTC(2026, 11, 1, 1, 10 * i)).toISOString(),
      named: false,
      looked: null,
    },
  });
}

/** The date was set anew on 12/11. @param seenBefore when the old one was last read. */
function moved({ code }: Dossier, seenBefore: string | null): Statement[] {
  const change = { field: 'reappointed', before: null, after: JSON.stringify([ANEW]) } as const;
  return insertDossierChanges('mau', code, [change], 'x', new Date('2026-11-12T02:00:00Z'), seenBefore);
}

/**
 * Quarter IV/2026 of 33 units. Thirty communes with 6 dossiers each, in time and scored as computed. Unit so-b: 40 late ones of officer
 * CB-20, the date of 16 set anew after it was read as passed, of 2 nobody knows when, of 22 never. Officer CB-01 of so-a: 40 late ones
 * (0 and 20 points), of which he gives himself 20 and 20 in 24, as computed in 16. Unit xa-1: 40 late ones, one moved.
 */
export async function fillFlagged({ db }: TestServer): Promise<void> {
  n = 0;
  const rows: Statement[] = [];
  for (let i = 1; i <= HONEST; i += 1) {
    const unit = `xa-mau-${String(i).padStart(2, '0')}`;
    rows.push(
      insertUnit('mau', { unit, name: `Xã ${i}`, parent: null, level: 'commune', from: '2026-01-01', to: null }),
    );
    if (i <= DECLARED) rows.push(...putUnitFacts('mau', '2026-q4', unit, ALIKE, 'x', NOW));
    for (let k = 0; k < EACH; k += 1) {
      const early = dossier(unit, `CB-X${i}`, 4);
      rows.push(put(early), scored(early, k, [20, 20]));
    }
  }
  for (let i = 0; i < 40; i += 1) {
    const late = dossier('so-a', 'CB-01', 9 + (i % 5));
    rows.push(put(late), scored(late, i, i < 24 ? [20, 20] : [0, 20]));
  }
  for (let i = 0; i < 40; i += 1) {
    const isMoved = i < 18;
    const late = dossier('so-b', 'CB-20', 16 + (i % 5), isMoved ? { reappointed: [ANEW] } : {});
    rows.push(put(late), ...(isMoved ? moved(late, i < 16 ? '2026-11-10T02:00:00.000Z' : null) : []));
  }
  for (let i = 0; i < 40; i += 1) {
    const late = dossier('xa-1', 'CB-30', 16 + (i % 5), i === 0 ? { reappointed: [ANEW] } : {});
    rows.push(put(late), ...(i === 0 ? moved(late, '2026-11-10T02:00:00.000Z') : []));
  }
  await db.batch(rows);
}
