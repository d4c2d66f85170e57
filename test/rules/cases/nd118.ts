import type { IsoDate } from '#rules/law.ts';
import type { ContentTallies } from '#rules/nd118/content-tallies.ts';
import { scoreNd118 } from '#rules/nd118/score.ts';
import { binhThuan2019 } from '#rules/surveys/binh-thuan-2019.ts';
import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import { group } from './case.ts';

interface Given {
  readonly letter: string;
  /** Question → option → how many people chose it. */
  readonly answers: ContentTallies;
}

interface Expect {
  readonly n: number | null;
  readonly declined: number;
  /** Favourable, all that could judge, share in tenths of a percent. */
  readonly favourable: readonly [number, number, number] | null;
  readonly because: string;
}

function run({ letter, answers }: Given, on: IsoDate): Expect {
  const { contents } = scoreNd118('l1' in answers ? binhThuan2019 : danhgia2026, answers, on);
  const found = contents.find((content) => content.letter === letter);
  if (!found) throw new RangeError(`Không có nội dung ${letter}.`);
  const { n, declined, favourable, because } = found;
  return { n, declined, favourable: favourable && [favourable.count, favourable.n, favourable.share], because };
}

/** Where all who answered could judge, and nobody declined. */
const judged = (count: number, of: number, share: number, n = of): Expect => ({
  n,
  declined: 0,
  favourable: [count, of, share],
  because: `Có ${n} câu trả lời. Thuận lợi: ${count} trên ${of} câu trả lời nhận xét được.`,
});
const without = (n: number | null, because: string, declined = 0): Expect => ({
  n,
  declined,
  favourable: null,
  because,
});

type Row = readonly [name: string, letter: string, answers: ContentTallies, expect: Expect, worked?: string];
const ROWS: readonly Row[] = [
  [
    'Thời gian: trước hẹn, đúng hẹn và có ngay đều thuận lợi, sau hẹn thì không',
    'a',
    { q1: { before: 5, on: 2, spot: 1, after: 2 } },
    judged(8, 10, 800),
    '(5 + 2 + 1) : 10 = 80,0 %',
  ],
  [
    'Thời gian: người chưa có kết quả không nhận xét được',
    'a',
    { q1: { after: 2, before: 1, none: 3 } },
    judged(1, 3, 333, 6),
    '1 : 3 = 33,33 %, làm tròn 33,3 %',
  ],
  [
    'Số cơ quan: chỉ nơi nộp hồ sơ là thuận lợi; câu hỏi phụ không đếm thêm người',
    'b',
    { q4: { other0: 4, other1: 1, other2plus: 1 }, q4b: { site: 1 } },
    judged(4, 6, 667),
    '4 : 6 = 66,67 %, làm tròn 66,7 %',
  ],
  [
    'Số lần: chỉ lần nộp hồ sơ là thuận lợi; phải bổ sung vì lý do nào cũng không',
    'c',
    { q3: { extra0: 1, extra1: 1, extra2plus: 2 }, q3b: { mine: 1, guide: 2 } },
    judged(1, 4, 250),
  ],
  [
    'Công khai: đủ ở cả hai nơi hay ở nơi đã xem đều thuận lợi; người không xem không nhận xét được',
    'd',
    { q6: { both: 1, one: 1, bad: 1, none: 1, skip: 6 } },
    judged(2, 4, 500, 10),
  ],
  [
    'Thái độ: chỉ lịch sự, rõ ràng là thuận lợi; bình thường thì không, không gặp cán bộ thì không nhận xét được',
    'đ',
    { q7: { t3: 3, t2: 1, t1: 1, t0: 1, na: 2 } },
    judged(3, 6, 500, 8),
  ],
  [
    'Thái độ: mọi người đều không gặp cán bộ thì có câu trả lời mà không có tỷ lệ thuận lợi',
    'đ',
    { q7: { na: 4 } },
    without(4, 'Có 4 câu trả lời. Không câu nào nhận xét được nội dung này.'),
  ],
  [
    'Kết quả và chi phí: phải trả thêm, kết quả sai hoặc cả hai đều không thuận lợi',
    'e',
    { qe: { ok: 7, cost: 1, result: 1, both: 1 } },
    judged(7, 10, 700),
  ],
  [
    'Phản ánh, kiến nghị: người không gửi không nhận xét được, trả lời chậm hay chưa trả lời thì không thuận lợi',
    'g',
    { q8: { no: 6, ok: 1, slow: 1, wait: 1 } },
    judged(1, 3, 333, 9),
  ],
  [
    'Trực tuyến: hai cách hỏi cộng chung, nộp trực tiếp hay qua bưu điện không nhận xét được',
    'h',
    { q9: { on: 2, onhelp: 1, onfail: 1, counter: 5, post: 3 }, q9o: { on: 1, onhelp: 1, onhard: 1 } },
    judged(3, 7, 429, 15),
    '(2 + 1) : (2 + 1 + 1 + 1 + 1 + 1) = 3 : 7 = 42,86 %, làm tròn 42,9 %',
  ],
  ['Không ai thuận lợi là 0 %, vì đã có người nhận xét', 'e', { qe: { cost: 2 } }, judged(0, 2, 0)],
  [
    'Góp ý bằng lời chỉ được đếm',
    'i',
    { comment: { text: 1200 } },
    without(1200, 'Có 1.200 góp ý bằng lời; chỉ đếm, không xếp loại.'),
  ],
  ['Không ai góp ý bằng lời', 'i', { q1: { on: 3 } }, without(0, 'Chưa có góp ý bằng lời.')],
  [
    'Không ai trả lời thì chưa biết, không phải là 0 %',
    'a',
    {},
    without(0, 'Chưa có câu trả lời nào cho nội dung này.'),
  ],
  [
    'Mọi người đều chọn không rõ thì chưa biết, và số người đó được ghi riêng',
    'a',
    { q1: { unknown: 3 } },
    without(0, 'Chưa có câu trả lời nào cho nội dung này; 3 người chọn không rõ hoặc không muốn trả lời.', 3),
  ],
  [
    'Người chọn không rõ không nằm trong mẫu số',
    'a',
    { q1: { before: 1, after: 1, unknown: 2 } },
    {
      ...judged(1, 2, 500),
      declined: 2,
      because:
        'Có 2 câu trả lời; 2 người chọn không rõ hoặc không muốn trả lời. Thuận lợi: 1 trên 2 câu trả lời nhận xét được.',
    },
  ],
  [
    'Phiếu cũ của Bình Thuận không hỏi theo nội dung của Nghị định',
    'a',
    { l1: { shorter: 9 } },
    without(null, 'Phiếu này không hỏi nội dung này.'),
  ],
];

export const ND118_CONTENTS = group<Given, Expect>(
  'Nội dung người dân đánh giá, không có điểm',
  run,
  ROWS.map(([name, letter, answers, expected, worked]) => ({
    name,
    on: '2026-11-24',
    given: { letter, answers },
    expect: expected,
    article: `Điểm ${letter} khoản 1 Điều 33 NĐ 118/2025/NĐ-CP; câu trả lời thuận lợi là cách hiểu`,
    ...(worked !== undefined && { worked }),
  })),
);
