import { NotInForce } from '#rules/law.ts';
import { realtimeRuleset } from '#rules/rulesets/index.ts';
import { group } from './case.ts';

type Expect = readonly [ruleset: string, certainty: string] | 'không áp dụng';

function run(_given: null, on: string): Expect {
  try {
    const { ruleset, cite } = realtimeRuleset(on);
    return [ruleset.id, cite.certainty];
  } catch (error) {
    if (error instanceof NotInForce) return 'không áp dụng';
    throw error;
  }
}

const article = 'QĐ 766/QĐ-TTg ngày 23/6/2022';

export const QD766_VERSIONS = group<null, Expect>('QĐ 766: ngày đầu và ngày cuối của mỗi bản', run, [
  {
    name: 'Ngày trước khi hệ thống vận hành chính thức.',
    on: '2022-07-31',
    given: null,
    expect: 'không áp dụng',
    article,
  },
  {
    name: 'Ngày vận hành chính thức.',
    on: '2022-08-01',
    given: null,
    expect: ['qd766-2022', 'secondary'],
    article,
  },
  {
    name: 'Ngày cuối trước tháng của bản mô tả mới.',
    on: '2026-09-30',
    given: null,
    expect: ['qd766-2022', 'secondary'],
    article,
  },
  {
    name: 'Ngày đầu tháng của bản mô tả mới; ngày này là cách hiểu.',
    on: '2026-10-01',
    given: null,
    expect: ['qd766-2026', 'reading'],
    article,
  },
  {
    name: 'Bản mới còn hiệu lực về sau.',
    on: '2027-12-31',
    given: null,
    expect: ['qd766-2026', 'reading'],
    article,
  },
]);
