import type { Citation } from '../law.ts';
import type { ContentsRuleset } from './ruleset.ts';

const article = (number: string, clause?: string): Citation => ({
  act: 'NĐ 118/2025/NĐ-CP',
  article: number,
  ...(clause && { clause }),
  certainty: 'text',
});

/** Contents citizens judge and groups agencies are judged on since 01/7/2025: the decree gives no points and no thresholds. */
export const ND118_EV = {
  id: 'nd118-ev',
  method: 'contents',
  family: 'office',
  title: 'Nội dung đánh giá theo Nghị định 118/2025/NĐ-CP',
  inForce: [{ from: '2025-07-01', value: true, cite: article('33', '1') }],
  from: '2025-07-01',
  verifiedOn: '2026-11-22',
  caveats: [],
  contents: [],
} as const satisfies ContentsRuleset;
