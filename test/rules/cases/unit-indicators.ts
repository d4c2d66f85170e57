import type { Choices } from '#rules/choices.ts';
import type { UnitFacts } from '#rules/facts.ts';
import type { IndicatorId } from '#rules/finding.ts';

/** Counts of a unit and the points Điều 13 TT 01/2018/TT-VPCP gives. Tenths; `null` = left out. */
export interface UnitCase {
  readonly name: string;
  readonly on: string;
  readonly facts: UnitFacts;
  readonly choices?: Partial<Choices>;
  readonly expect: Partial<Record<IndicatorId, number | null>>;
}

type Level = NonNullable<UnitFacts['oneStop']>['level'];
const oneStop = (level: Level, listed: number, receivedAndReturned: number, wholeCycle: number): UnitFacts => ({
  oneStop: { level, listed, receivedAndReturned, wholeCycle },
});
const petitions = (received: number, onTime: number, prolonged = 0): UnitFacts => ({
  petitions: { received, onTime, prolonged },
});
/** Of 100 procedures and 1.000 dossiers. */
const online = (onlineProcedures: number, onlineDossiers: number, abandonedOrOverdue = 0): UnitFacts => ({
  online: { eligibleProcedures: 100, onlineProcedures, dossiers: 1000, onlineDossiers, abandonedOrOverdue },
});
const on = '2021-12-31';

export const UNIT_CASES: readonly UnitCase[] = [
  { name: 'nothing declared', on, facts: {}, expect: { 5: null, 6: null, 8: null, 9: null } },

  { name: 'province, 20 of 100 from end to end', on, facts: oneStop('province', 100, 90, 20), expect: { 5: 20 } },
  {
    name: 'province, 19 of 100, all received and returned',
    on,
    facts: oneStop('province', 100, 100, 19),
    expect: { 5: 10 },
  },
  { name: 'province, 19 of 100, one not received', on, facts: oneStop('province', 100, 99, 19), expect: { 5: 0 } },
  { name: 'district, 50 of 100', on, facts: oneStop('district', 100, 100, 50), expect: { 5: 20 } },
  { name: 'district, 49 of 100', on, facts: oneStop('district', 100, 100, 49), expect: { 5: 10 } },
  { name: 'commune, 100 of 100', on, facts: oneStop('commune', 100, 100, 100), expect: { 5: 20 } },
  { name: 'commune, 99 of 100', on, facts: oneStop('commune', 100, 100, 99), expect: { 5: 10 } },
  { name: 'no listed procedure', on, facts: oneStop('commune', 0, 0, 0), expect: { 5: null } },
  { name: 'last day of the district level', on: '2025-06-30', facts: oneStop('district', 2, 2, 1), expect: { 5: 20 } },

  { name: 'published on both channels', on, facts: { disclosure: 'both' }, expect: { 6: 20 } },
  { name: 'published on one channel', on, facts: { disclosure: 'one' }, expect: { 6: 10 } },
  { name: 'published with faults', on, facts: { disclosure: 'faulty' }, expect: { 6: 0 } },

  { name: 'no petition at all', on, facts: petitions(0, 0), expect: { 8: 20 } },
  { name: 'all petitions on time', on, facts: petitions(10, 10), expect: { 8: 20 } },
  { name: '90 % on time', on, facts: petitions(10, 9), expect: { 8: 10 } },
  { name: '89,9 % on time', on, facts: petitions(1000, 899), expect: { 8: 0 } },
  { name: 'all on time, one dragged on', on, facts: petitions(10, 10, 1), expect: { 8: 0 } },

  { name: '20 % of procedures, exactly 30 % of dossiers', on, facts: online(20, 300), expect: { 9: 20 } },
  { name: '29,9 % of dossiers', on, facts: online(20, 299), expect: { 9: 10 } },
  { name: 'exactly 15 % of dossiers', on, facts: online(1, 150), expect: { 9: 10 } },
  { name: '14,9 % of dossiers', on, facts: online(100, 149), expect: { 9: 0 } },
  { name: '30 % of dossiers, 19 % of procedures', on, facts: online(19, 300), expect: { 9: 10 } },
  {
    name: '30 % of dossiers, 19 % of procedures, by choice 0',
    on,
    facts: online(19, 300),
    choices: { 'index9.gap': 'zero' },
    expect: { 9: 0 },
  },
  { name: 'one online dossier abandoned', on, facts: online(100, 900, 1), expect: { 9: 0 } },
  { name: 'no procedure online', on, facts: online(0, 0), expect: { 9: 0 } },
  {
    name: 'no dossier in the period',
    on,
    facts: {
      online: { eligibleProcedures: 5, onlineProcedures: 5, dossiers: 0, onlineDossiers: 0, abandonedOrOverdue: 0 },
    },
    expect: { 9: null },
  },
  {
    name: 'no eligible procedure',
    on,
    facts: {
      online: { eligibleProcedures: 0, onlineProcedures: 0, dossiers: 9, onlineDossiers: 0, abandonedOrOverdue: 0 },
    },
    expect: { 9: null },
  },
];
