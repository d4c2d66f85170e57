import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { quarter } from '#rules/period.ts';
import { scoreAnswer, scoreRecord, scoringContext } from '#rules/score-record.ts';
import { group } from './case.ts';
import { type RecordGiven, recordOf } from './scored-period.ts';

interface Given {
  /** Absent = the answer can be joined to no dossier of the quarter. */
  readonly dossier?: RecordGiven['dossier'];
  readonly choices?: Partial<Choices>;
}

const ARTICLE = 'Điều 15 TT 01/2018/TT-VPCP (cách hiểu: phiếu tính theo kỳ của hồ sơ)';
const ANSWER = { facts: { punctuality: 'overdue', contacts: 0 }, proof: 'receipt' } as const;

/** Points of one citizen who says «sau hạn» and «không phải liên hệ lại», in quarter IV/2021. */
function answerIn({ dossier, choices = {} }: Given) {
  const context = scoringContext(quarter(2021, 4), DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices }, false);
  const { counted, facts } = scoreRecord(recordOf(dossier ? { dossier } : {}), context);
  const { points, enters } = scoreAnswer(ANSWER, dossier ? { counted, facts } : null, context);
  return [1, 3].map((id) => (enters ? (points[id as 1 | 3] ?? null) : null));
}

const OVER = { received: '2021-09-20T08:00', promised: '2021-09-28T17:00', ready: '2021-10-05T10:00' };

export const ANSWER_PERIODS = group<Given, readonly (number | null)[]>(
  'Phiếu người dân tính vào kỳ nào (chỉ số 1 và 3 của phiếu trả lời «sau hạn», «không phải liên hệ lại», quý IV/2021)',
  answerIn,
  [
    {
      name: 'Hồ sơ hẹn 28/9, xong 05/10: hệ thống tính việc trễ ở quý III, phiếu tính trọn ở quý IV là kỳ của hồ sơ',
      on: '2021-12-31',
      given: { dossier: OVER },
      expect: [0, 20],
      article: ARTICLE,
    },
    {
      name: 'Hồ sơ hẹn 01/10, xong 05/10: việc trễ và phiếu đều tính ở quý IV',
      on: '2021-12-31',
      given: { dossier: { ...OVER, promised: '2021-10-01T17:00' } },
      expect: [0, 20],
      article: ARTICLE,
    },
    {
      name: 'Phiếu đã nối với hồ sơ xong ở quý III, hồ sơ không tính ở quý IV thì phiếu cũng không',
      on: '2021-12-31',
      given: { dossier: { ...OVER, ready: '2021-09-29T10:00' } },
      expect: [null, null],
      article: ARTICLE,
    },
    {
      name: 'Phiếu không nối được với hồ sơ nào của quý tính trọn ở quý người dân trả lời',
      on: '2021-12-31',
      given: {},
      expect: [0, 20],
      article: ARTICLE,
    },
    {
      name: 'Chỉ tính hồ sơ đủ mọi chỉ số: phiếu thiếu câu 4 và câu 7 thì không câu nào được tính',
      on: '2021-12-31',
      given: { dossier: OVER, choices: { denominator: 'complete' } },
      expect: [null, null],
      article: ARTICLE,
    },
  ],
);
