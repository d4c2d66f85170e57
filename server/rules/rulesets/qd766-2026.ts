import type { GroupsRuleset } from './ruleset.ts';

/** QĐ 766/QĐ-TTg as in 2026. */
export const QD766_2026 = {
  id: 'qd766-2026',
  method: 'groups',
  family: 'realtime',
  title: 'Bộ chỉ số theo QĐ 766/QĐ-TTg (2026)',
  inForce: [{ from: '2026-10-01', value: true, cite: { act: 'QĐ 766/QĐ-TTg', certainty: 'secondary' } }],
  from: '2026-10-01',
  verifiedOn: '2026-11-22',
  caveats: [],
} as const satisfies GroupsRuleset;
