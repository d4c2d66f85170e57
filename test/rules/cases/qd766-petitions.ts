import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Petition766, petitionOnTime766 } from '#rules/qd766/petition.ts';
import { group, type LawCase } from './case.ts';

/** Received on Monday 07/9/2026; seen on the evening of `on`. */
type Given = Omit<Petition766, 'received'>;
type Expect = 'đúng hạn' | 'quá hạn' | 'không rõ';

function run(given: Given, on: string): Expect {
  const petition = { received: '2026-09-07T09:00', ...given };
  const { onTime } = petitionOnTime766(petition, `${on}T23:59`, DEFAULT_OFFICE);
  return onTime === null ? 'không rõ' : onTime ? 'đúng hạn' : 'quá hạn';
}

type Row = readonly [name: string, on: string, given: Given, expect: Expect, worked?: string];

const LATER = '2026-10-30';
const FROM_MONDAY = 'Thứ Hai 07/9 không tính';

const rows: readonly Row[] = [
  [
    'Trả lời vào ngày làm việc thứ 15.',
    LATER,
    { answered: '2026-09-28T16:00' },
    'đúng hạn',
    `${FROM_MONDAY}; ngày thứ 5 là 14/9, thứ 10 là 21/9, thứ 15 là 28/9`,
  ],
  ['Trả lời vào ngày làm việc thứ 16.', LATER, { answered: '2026-09-29T08:00' }, 'quá hạn', 'Hạn là 28/9'],
  ['Chưa trả lời, còn trong ngày thứ 15.', '2026-09-28', { answered: null }, 'đúng hạn', 'Hạn là 28/9'],
  ['Chưa trả lời, đã sang ngày thứ 16.', '2026-09-29', { answered: null }, 'quá hạn', 'Hạn là 28/9'],
  [
    'Từ chối vào ngày làm việc thứ 2.',
    LATER,
    { refused: '2026-09-09T16:00', answered: null },
    'đúng hạn',
    'Hạn là 09/9',
  ],
  [
    'Từ chối vào ngày làm việc thứ 3.',
    LATER,
    { refused: '2026-09-10T08:00', answered: null },
    'quá hạn',
    'Hạn là 09/9',
  ],
  [
    'Đã từ chối đúng hạn, dữ liệu không ghi trả lời.',
    LATER,
    { refused: '2026-09-08T16:00' },
    'đúng hạn',
    'Từ chối thì không phải trả lời',
  ],
  [
    'Yêu cầu bổ sung vào ngày thứ 5, trả lời đúng hạn.',
    LATER,
    { askedSupplement: '2026-09-14T16:00', answered: '2026-09-18T08:00' },
    'đúng hạn',
    'Hạn yêu cầu bổ sung là 14/9',
  ],
  [
    'Yêu cầu bổ sung vào ngày thứ 6, trả lời đúng hạn.',
    LATER,
    { askedSupplement: '2026-09-15T08:00', answered: '2026-09-18T08:00' },
    'quá hạn',
    'Hạn yêu cầu bổ sung là 14/9',
  ],
  [
    'Công khai hai ngày làm việc sau khi trả lời.',
    LATER,
    { answered: '2026-09-18T08:00', published: '2026-09-22T16:00' },
    'đúng hạn',
    'Thứ Sáu 18/9 không tính; hạn là thứ Ba 22/9',
  ],
  [
    'Công khai ba ngày làm việc sau khi trả lời.',
    LATER,
    { answered: '2026-09-18T08:00', published: '2026-09-23T08:00' },
    'quá hạn',
    'Hạn là 22/9',
  ],
  [
    'Đã trả lời, chưa công khai, còn hạn.',
    '2026-09-22',
    { answered: '2026-09-18T08:00', published: null },
    'đúng hạn',
    'Hạn là 22/9',
  ],
  [
    'Đã trả lời, chưa công khai, hết hạn.',
    '2026-09-23',
    { answered: '2026-09-18T08:00', published: null },
    'quá hạn',
    'Hạn là 22/9',
  ],
  ['Chưa trả lời thì chưa tính hạn công khai.', '2026-09-28', { answered: null, published: null }, 'đúng hạn'],
  ['Dữ liệu không ghi việc trả lời.', LATER, {}, 'không rõ'],
  ['Trả lời trước khi nhận.', LATER, { answered: '2026-09-04T08:00' }, 'không rõ', 'Nhận 07/9'],
  ['Trả lời trước giờ nhận một phút.', LATER, { answered: '2026-09-07T08:59' }, 'không rõ', 'Nhận 09:00'],
  ['Trả lời ngay lúc nhận.', LATER, { answered: '2026-09-07T09:00' }, 'đúng hạn'],
  ['Từ chối trước khi nhận.', LATER, { refused: '2026-09-04T08:00', answered: null }, 'không rõ'],
  [
    'Công khai trước khi trả lời.',
    LATER,
    { answered: '2026-09-18T08:00', published: '2026-09-17T08:00' },
    'không rõ',
    'Thời hạn công khai chạy từ lúc trả lời',
  ],
  [
    'Trả lời quá hạn, yêu cầu bổ sung ghi trước khi nhận: ngày tháng không thể có.',
    LATER,
    { askedSupplement: '2026-09-04T08:00', answered: '2026-09-29T08:00' },
    'không rõ',
  ],
];

export const QD766_PETITIONS = group(
  'QĐ 766: thời hạn xử lý phản ánh, kiến nghị, chỉ số 5.2',
  run,
  rows.map(
    ([name, on, given, expect, worked]): LawCase<Given, Expect> => ({
      name,
      on,
      given,
      expect,
      article: 'QĐ 766/QĐ-TTg, chỉ số 5.2',
      ...(worked && { worked }),
    }),
  ),
);
