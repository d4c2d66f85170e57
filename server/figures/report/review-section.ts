import { KAPPA_NOTE } from '#rules/agreement.ts';
import { CHECKS } from '#rules/checks/index.ts';
import { figureOf, wholeId } from '#rules/figure-id.ts';
import type { Block } from '#wire/report.ts';
import type { AgreementRow } from '#wire/sample.ts';
import type { Estimates } from '../estimates.ts';
import { type Ink, interval, office, over, sizeOf } from './ink.ts';
import type { ReportAsked, ReportReview } from './report-review.ts';

const PAIRS: Readonly<Record<AgreementRow['pair'], string>> = {
  selfAppraised: 'Tự chấm – thẩm định',
  computedAppraised: 'Hệ thống – thẩm định',
  selfComputed: 'Tự chấm – hệ thống',
};

/** Ways of asking as offices name them. */
const WAYS: Readonly<Record<Estimates['effects'][number]['key'], string>> = {
  ...{ portal: 'cổng dịch vụ công', qr: 'mã QR', plain: 'trang không cần script', kiosk: 'máy ở quầy' },
  ...{ paper: 'phiếu giấy', citizen: 'người dân tự mở', receipt: 'QR trên giấy hẹn' },
  ...{ officerLink: 'cán bộ gửi đường dẫn', open: 'không kèm mã' },
};

const count = (what: string, n: number, of: number | null = null) => figureOf(wholeId(what), 'count', n, { of });

/** How many questions there are and how far; then each check with how many it judged. */
function askedPart({ checks, states }: ReportAsked, ink: Ink): Block[] {
  const all = states.new + states.answered + states.accepted + states.verify;
  const of = (state: keyof typeof states) => count(`flags-${state}`, states[state]);
  const runs = ink.say`Có ${office(count('flags', all))} dấu hiệu: ${of('new')} mới, ${of('answered')} đã giải trình, ${of('accepted')} được chấp nhận, ${of('verify')} cần xác minh. Dấu hiệu là câu hỏi, không phải kết luận; các dấu hiệu không làm thay đổi điểm.`;
  return [
    { kind: 'paragraph', item: false, runs },
    {
      kind: 'table',
      key: 'checks',
      caption: 'Các phép kiểm tra số liệu',
      columns: [
        { label: 'Phép kiểm tra', number: false, width: 46 },
        { label: 'Đủ dữ liệu', number: true, width: 14 },
        { label: 'Chưa đủ dữ liệu', number: true, width: 14 },
        { label: 'Mức thường gặp', number: true, width: 13 },
        { label: 'Dấu hiệu', number: true, width: 13 },
      ],
      rows: checks.map(({ check, enough, few, usual, flags }) => [
        ink.cell(CHECKS.find(({ id }) => id === check)?.name ?? check),
        ink.cell(count(`check-${check}-enough`, enough)),
        ink.cell(count(`check-${check}-few`, few)),
        ink.cell(usual === null ? '—' : figureOf(wholeId(`check-${check}-usual`), 'permille', usual)),
        ink.cell(count(`check-${check}-flags`, flags)),
      ]),
      total: false,
      wide: false,
      source: 'Số cán bộ, đơn vị, bảng mỗi phép đã xem; mức thường gặp và số trường hợp tối thiểu là cách hiểu.',
    },
  ];
}

function agreementTable(rows: readonly AgreementRow[], ink: Ink): Block[] {
  if (rows.length === 0) return [];
  const told = (cell: Parameters<Ink['cell']>[0], known: boolean) => ink.cell(known ? cell : 'chưa đủ dữ liệu');
  return [
    {
      kind: 'table',
      key: 'agreement',
      caption: 'Ba bên cho điểm khớp nhau đến đâu',
      columns: [
        { label: 'So sánh', number: false, width: 28 },
        { label: 'Chỉ số', number: true, width: 10 },
        { label: 'Số hồ sơ', number: true, width: 12 },
        { label: 'Bằng nhau', number: true, width: 16 },
        { label: 'Khoảng 95\u00a0%', number: true, width: 18 },
        { label: 'Chênh trung bình', number: true, width: 16 },
      ],
      rows: rows.map(({ pair, indicator, n, agree, difference }) => [
        ink.cell(PAIRS[pair]),
        ink.cell(String(indicator)),
        ink.cell(figureOf(`${agree.id}/n`, 'count', n)),
        told(agree, agree.value !== null),
        agree.value === null ? ink.cell('—') : ink.cell(interval(agree)),
        difference.value === null ? ink.cell('—') : ink.cell(difference),
      ]),
      total: false,
      wide: false,
      source: `Điểm thẩm định cho lần đầu, khi chưa thấy hai bên kia; khoảng Clopper–Pearson. ${KAPPA_NOTE}`,
    },
    ...rows.flatMap(({ pair, indicator, kappa }): Block[] =>
      kappa.value === null
        ? []
        : [
            {
              kind: 'paragraph',
              item: true,
              runs: ink.say`${PAIRS[pair]}, chỉ số ${String(indicator)}: kappa ${kappa} (${sizeOf(kappa)}).`,
            },
          ],
    ),
  ];
}

/** The list that was drawn: the same numbers as on the public page. */
function samplePart({ sample, done, agreement }: ReportReview, ink: Ink): Block[] {
  const says = (runs: ReturnType<Ink['say']>): Block => ({ kind: 'paragraph', item: false, runs });
  if (!sample) return [says(ink.say`Kỳ này không rút mẫu thẩm định.`)];
  const size = count('sample', sample.size, sample.whole);
  const given = done === null ? [] : ink.say` Đã thẩm định ${over(count('sample-done', done, sample.size))} hồ sơ.`;
  return [
    says(
      ink.say`Rút ngẫu nhiên ${over(size)} hồ sơ bằng số quay công khai sau ngày chốt: ${sample.number} (${sample.source}).${given}`,
    ),
    says(
      ink.say`Mã khung ${sample.frameHash}; mã hạt giống ${sample.seed}; mã danh sách ${sample.listHash} (SHA-256).`,
    ),
    ...agreementTable(agreement, ink),
  ];
}

function estimatesPart({ effects, byMix }: Estimates, ink: Ink): Block[] {
  const { plain, weighted, coverage } = byMix;
  const item = (runs: ReturnType<Ink['say']>): Block => ({ kind: 'paragraph', item: true, runs });
  const mix =
    weighted.value === null
      ? ink.say`Tỷ lệ hài lòng cân theo cơ cấu thủ tục: ${weighted.because ?? 'chưa đủ dữ liệu.'}`
      : ink.say`Tỷ lệ hài lòng ${plain} khi mỗi phiếu nặng như nhau, ${weighted} (khoảng 95\u00a0%: ${interval(weighted)}) khi mỗi thủ tục nặng theo số hồ sơ; ${sizeOf(weighted)}, các thủ tục so được chiếm ${coverage} số hồ sơ.`;
  return [
    item(mix),
    ...effects.map(({ part, key, share, others, difference }) =>
      item(
        ink.say`${part === 'channel' ? 'Kênh' : 'Cách xác nhận'} «${WAYS[key]}»: hài lòng ${share}, các phiếu khác ${others}, chênh ${difference} điểm phần trăm ${interval(difference)} (Newcombe; ${sizeOf(share)}).`,
      ),
    ),
    ...(effects.length === 0
      ? [item(ink.say`Chưa đủ dữ liệu để so các kênh và các cách xác nhận.`)]
      : [item(ink.say`Khoảng có số 0 thì chưa nói được là có chênh; người dùng các kênh có thể vốn khác nhau.`)]),
  ];
}

/** III.3: what was asked and how far it is, the dossiers drawn for review, and what moves the satisfied share. No officer by name. */
export function reviewSection(review: ReportReview, number: number, ink: Ink): Block[] {
  const { asked, estimates } = review;
  const part = (key: string, text: string): Block => ({ kind: 'heading', level: 3, key, text });
  if (asked === null && estimates === null)
    return [{ kind: 'heading', level: 2, key: 'review', text: `${number}. Mẫu thẩm định` }, ...samplePart(review, ink)];
  return [
    { kind: 'heading', level: 2, key: 'review', text: `${number}. Dấu hiệu cần xem lại` },
    part('flags', 'a) Các phép kiểm tra'),
    ...(asked
      ? askedPart(asked, ink)
      : [{ kind: 'paragraph', item: false, runs: ink.say`Bản chốt này không có phép kiểm tra nào.` } as const]),
    part('sample', 'b) Mẫu thẩm định'),
    ...samplePart(review, ink),
    ...(estimates ? [part('estimates', 'c) Cách hỏi và cơ cấu thủ tục'), ...estimatesPart(estimates, ink)] : []),
  ];
}
