import { addDays } from '#rules/calendar/date.ts';
import { clientId } from '#rules/client-id.ts';
import { PACES } from '#rules/pace.ts';
import { lastDay, type Period } from '#rules/period.ts';
import type { Channel } from '#wire/response.ts';
import type { Db, Statement } from '../store/db.ts';
import { putPublicReply, showPublicReply } from '../store/public-replies.ts';
import { putSecondLook } from '../store/second-looks.ts';
import { countStep, type Step } from '../store/survey-steps.ts';
import { noonOf } from './fill-period.ts';
import { SHOWN_UNIT, TENANT, UNITS } from './province.ts';

/** Of a hundred forms sent: how many were left at which question, and how long the others took. */
const LEFT = { overall: 2, q3: 5, q4: 9, qe: 4 };
const PACE = [4, 16, 44, 28, 6, 2];

const share = (n: number, ofHundred: number) => Math.round((n * ofHundred) / 100);

/** What some wrote beside their answers. */
const COMMENTS = [
  'Phải chờ lâu ở quầy dù đã đến sớm.',
  'Hướng dẫn trên cổng và ở quầy không giống nhau.',
  'Cán bộ hướng dẫn dễ hiểu, cảm ơn.',
  'Nên nhắn tin khi có kết quả để khỏi đi hỏi.',
  'Phòng chờ ít ghế, người già phải đứng.',
];
/** One comment every so many forms. */
const EVERY = 20;

/** What browsers and tablets told of forms on their way, beside the answers of `period` as they stand; and offers to look again. */
export async function fillQuality(db: Db, period: Period): Promise<void> {
  const forms = await db.all<{ unit: string; survey: string; channel: Channel; n: number }>(
    `select unit, survey, channel, count(*) as n from responses where tenant = ? and period = ? and channel <> 'paper'
     group by unit, survey, channel order by unit, survey, channel`,
    [TENANT, period.id],
  );
  const statements: Statement[] = forms.flatMap(({ n, ...of }) => {
    const steps: [step: Step['step'], bucket: string, count: number][] = [
      ['opened', '', share(n, 170)],
      ...Object.entries(LEFT).map(([at, part]): [Step['step'], string, number] => ['left', at, share(n, part)]),
      ...PACES.map((pace, i): [Step['step'], string, number] => ['sent', pace, share(n, PACE[i] ?? 0)]),
    ];
    return steps.flatMap(([step, bucket, count]) =>
      count > 0 ? [countStep(TENANT, period.id, { ...of, step, bucket }, count)] : [],
    );
  });
  const day = lastDay(period);
  const [officer = ''] = UNITS.find(({ unit }) => unit === SHOWN_UNIT)?.officers ?? [];
  const looks = [
    { confirmed: 37, seconds: 12, answer: 'looked', opened: 2 },
    { confirmed: 24, seconds: 8, answer: 'kept', opened: 0 },
  ] as const;
  looks.forEach((look, i) => {
    const id = clientId(TENANT, noonOf(day).getTime(), new Uint8Array(10).fill(200 + i));
    statements.push(putSecondLook(TENANT, SHOWN_UNIT, { ...look, id, officer }, day));
  });
  const places = await db.all<{ seq: number }>(
    `select seq from responses where tenant = ? and period = ? and survey = 'danhgia-2026' and unit = ? order by seq`,
    [TENANT, period.id, SHOWN_UNIT],
  );
  places
    .filter((_, i) => i % EVERY === 0)
    .forEach(({ seq }, i) => {
      statements.push({
        sql: 'update responses set comment = ? where tenant = ? and period = ? and seq = ?',
        params: [COMMENTS[i % COMMENTS.length] ?? '', TENANT, period.id, seq],
      });
    });
  await db.batch(statements);
}

/** One matter answered for all, shown, and one still being written. */
export async function fillPublicReplies(db: Db, period: Period): Promise<void> {
  const at = noonOf(addDays(period.to, 9));
  const reply = (unit: string | null, tag: string, said: string, done: string) =>
    putPublicReply(TENANT, { period: period.id, unit, tag, said, done }, 'user:quantri', at);
  await db.batch([
    reply(
      null,
      'Thời gian chờ',
      'Nhiều người phải chờ lâu ở quầy vào đầu tuần dù đến sớm.',
      'Từ tháng này mở thêm hai quầy vào thứ Hai, thứ Ba và cho lấy số trước trên cổng.',
    ),
    reply(
      SHOWN_UNIT,
      'Hướng dẫn giấy tờ',
      'Hướng dẫn trên cổng và ở quầy không giống nhau.',
      'Đang soát lại bảng hướng dẫn ở quầy theo bản trên cổng.',
    ),
    showPublicReply(TENANT, { period: period.id, unit: null, tag: 'Thời gian chờ' }, at.toISOString()),
  ]);
}
