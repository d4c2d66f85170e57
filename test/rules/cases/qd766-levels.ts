import { NotInForce } from '#rules/law.ts';
import type { Level766 } from '#rules/rulesets/qd766-index.ts';
import { type Pair, scoreOn } from '../finding-qd766.ts';
import { group, type LawCase } from './case.ts';

interface Given {
  readonly level: Level766;
  /** What index 4.5a counted, the one communes are exempt from. */
  readonly count?: Pair;
}
/** Points of 4.5a and how sure the level is; or the refusal. */
type Expect = readonly [points: number | null, certainty: string] | string;

function run({ level, count }: Given, on: string): Expect {
  try {
    const { findings, levelCite } = scoreOn(on, count ? { '4.5a': count } : {}, level);
    return [findings.find(({ index }) => index === '4.5a')?.points ?? null, levelCite.certainty];
  } catch (error) {
    if (error instanceof NotInForce) return error.message;
    throw error;
  }
}

const c = (name: string, on: string, given: Given, expect: Expect): LawCase<Given, Expect> => ({
  name,
  on,
  given,
  expect,
  article: 'QĐ 766/QĐ-TTg; NĐ 118/2025/NĐ-CP: từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã',
});

export const QD766_LEVELS = group('QĐ 766: cấp được chấm', run, [
  c(
    'Cấp huyện vào ngày cuối còn cấp huyện: không hàng nào được miễn nên thiếu số liệu thì không có điểm.',
    '2025-06-30',
    { level: 'district' },
    [null, 'reading'],
  ),
  c('Cấp huyện có số liệu thì tính như mọi cấp.', '2025-06-30', { level: 'district', count: [1, 2] }, [100, 'reading']),
  c('Cấp huyện từ ngày hệ thống chính thức.', '2022-08-01', { level: 'district', count: [1, 2] }, [100, 'reading']),
  c(
    'Ngày đầu không còn cấp huyện.',
    '2025-07-01',
    { level: 'district', count: [1, 2] },
    'Việc chấm cấp huyện theo QĐ 766/QĐ-TTg không áp dụng cho ngày 01/07/2025. Chọn quy định có hiệu lực.',
  ),
  c('Cấp xã cùng ngày: hàng này không áp dụng nên đủ điểm.', '2025-06-30', { level: 'commune' }, [200, 'secondary']),
  c('Cấp tỉnh sau khi bỏ cấp huyện.', '2025-07-01', { level: 'province', count: [1, 2] }, [100, 'secondary']),
  c('Cấp bộ.', '2025-07-01', { level: 'ministry', count: [1, 2] }, [100, 'secondary']),
]);
