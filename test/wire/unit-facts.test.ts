import { describe, expect, it } from 'vitest';
import { unitFacts } from '#wire/unit-facts.ts';

const ONLINE = {
  eligibleProcedures: 40,
  onlineProcedures: 30,
  dossiers: 500,
  onlineDossiers: 200,
  abandonedOrOverdue: 200,
  wholeProcedures: 30,
  wholeDossiers: 200,
};

const faultsOf = (online: object) =>
  unitFacts
    .safeParse({ unit: 'so-a', period: '2026-q1', facts: { online: { ...ONLINE, ...online } } })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('what a unit declares of its online services', () => {
  it('may reach the count each is a part of', () => {
    expect(faultsOf({})).toBeUndefined();
    expect(faultsOf({ onlineProcedures: 40, onlineDossiers: 500 })).toBeUndefined();
    expect(faultsOf({ wholeProcedures: undefined, wholeDossiers: undefined })).toBeUndefined();
  });

  it.each([
    [{ abandonedOrOverdue: 201 }, 'abandonedOrOverdue: không được lớn hơn số hồ sơ trực tuyến (onlineDossiers)'],
    [{ onlineProcedures: 41 }, 'onlineProcedures: không được lớn hơn số thủ tục đủ điều kiện (eligibleProcedures)'],
    [{ onlineDossiers: 501 }, 'onlineDossiers: không được lớn hơn số hồ sơ (dossiers)'],
    [{ wholeProcedures: 31 }, 'wholeProcedures: không được lớn hơn số thủ tục trực tuyến (onlineProcedures)'],
    [{ wholeDossiers: 201 }, 'wholeDossiers: không được lớn hơn số hồ sơ trực tuyến (onlineDossiers)'],
  ])('may not pass it: %o', (change, fault) => {
    expect(faultsOf(change)).toEqual([`facts.online.${fault}`]);
  });
});
