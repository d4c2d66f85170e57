import { caveatsOn } from '#rules/caveats-on.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { RulesetId } from '#rules/rulesets/ruleset.ts';
import { group } from './case.ts';

/** What must be known of a result, by the act each remark rests on. */
export const CAVEATS = group(
  'Điều người đọc kết quả phải biết, theo ngày cuối kỳ',
  (id: RulesetId, on): readonly string[] => caveatsOn(rulesetById(id), on).map(({ cite }) => cite.act),
  [
    {
      name: 'Kỳ kết thúc trước ngày Thông tư 09/2026/TT-BTP có hiệu lực.',
      on: '2026-07-31',
      given: 'nd118-ev',
      expect: [],
      article: 'TT 09/2026/TT-BTP, hiệu lực 01/8/2026, chưa đối chiếu nội dung',
    },
    {
      name: 'Kỳ kết thúc từ ngày Thông tư 09/2026/TT-BTP có hiệu lực: chưa đối chiếu.',
      on: '2026-08-01',
      given: 'nd118-ev',
      expect: ['TT 09/2026/TT-BTP'],
      article: 'TT 09/2026/TT-BTP, hiệu lực 01/8/2026, chưa đối chiếu nội dung',
    },
    {
      name: 'Điều không ghi ngày thì đi với mọi kỳ.',
      on: '2022-08-01',
      given: 'qd766-2022',
      expect: ['QĐ 766/QĐ-TTg'],
      article: 'QĐ 766/QĐ-TTg, quy đổi dựng lại từ điểm Cổng',
    },
  ],
);
