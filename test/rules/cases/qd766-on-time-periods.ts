import { NotInForce } from '#rules/law.ts';
import { judgeOnTime } from '../on-time-case-qd766.ts';
import { group } from './case.ts';

/** A dossier of the period that was finished in time; what is asked is whether the period is judged at all. */
function run(_given: null, on: string): string {
  const day = (hour: string) => `${on}T${hour}`;
  try {
    return judgeOnTime({ facts: { received: day('08:00'), promised: day('17:00'), ready: day('16:00') } }, on);
  } catch (error) {
    if (error instanceof NotInForce) return error.message;
    throw error;
  }
}

const article = 'QĐ 766/QĐ-TTg: hệ thống vận hành chính thức từ 01/8/2022';

export const QD766_ON_TIME_PERIODS = group<null, string>('QĐ 766: kỳ đầu tiên có chỉ số 2.1', run, [
  {
    name: 'Kỳ tháng 7/2022 kết thúc trước ngày hệ thống chính thức nên không chấm.',
    on: '2022-07-31',
    given: null,
    expect: 'Cách tính đúng hạn của chỉ số 2.1 không áp dụng cho ngày 31/07/2022. Chọn quy định có hiệu lực.',
    article,
    worked: 'Hết kỳ lúc 00:00 ngày 01/8, nhưng ngày cuối kỳ là 31/7',
  },
  {
    name: 'Kỳ có ngày cuối là ngày hệ thống chính thức thì chấm.',
    on: '2022-08-01',
    given: null,
    expect: 'đúng hạn',
    article,
    worked: '16:00 ≤ 17:00',
  },
]);
