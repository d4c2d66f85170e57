import type { GroupsRuleset } from './ruleset.ts';

/** QĐ 766/QĐ-TTg as scored until the technical note of October 2026. */
export const QD766_2022 = {
  id: 'qd766-2022',
  method: 'groups',
  family: 'realtime',
  title: 'Bộ chỉ số theo QĐ 766/QĐ-TTg (2022)',
  inForce: [
    { from: '2022-08-01', value: true, cite: { act: 'QĐ 766/QĐ-TTg', certainty: 'secondary' } },
    { from: '2026-10-01', value: null, cite: { act: 'QĐ 766/QĐ-TTg', certainty: 'reading' } },
  ],
  from: '2022-08-01',
  verifiedOn: '2026-11-22',
  caveats: [],
} as const satisfies GroupsRuleset;
