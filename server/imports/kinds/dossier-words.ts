import { DOSSIER_STATES, type DossierState } from '#rules/dossier.ts';
import { labelKey } from '#rules/labels.ts';
import { stateOf } from '#rules/state-words.ts';
import type { DossierBody } from '#wire/dossier.ts';
import type { ReadRow } from '../read-row.ts';

/** The national ids of states 1–10, and the keys of OpenCPS. */
const STATE_CODES: ReadonlyMap<string, DossierState> = new Map([
  ...DOSSIER_STATES.flatMap((state, i): [string, DossierState][] => [
    [String(i + 1), state],
    [labelKey(state), state],
  ]),
  ['receiving', 'new'],
  ['interoperating', 'processing'],
  ['planning', 'processing'],
  ['waiting', 'waitingSupplement'],
  ['pausing', 'waitingSupplement'],
  ['correcting', 'waitingSupplement'],
  ['paying', 'waitingPayment'],
  ['releasing', 'ready'],
  ['posting', 'ready'],
  ['done', 'returned'],
  ['denied', 'refused'],
  ['unresolved', 'stopped'],
  ['cancelling', 'withdrawn'],
  ['cancelled', 'withdrawn'],
]);

/** KenhThucHien of the national record: 1 at the counter, 2 online, 3 by public post. */
const NATIONAL_CHANNELS: ReadonlyMap<string, DossierBody['channel']> = new Map([
  ['1', 'counter'],
  ['2', 'online'],
  ['3', 'post'],
]);
/** `originality` of OpenCPS: 1 online, 3 at the counter. */
const OPENCPS_CHANNELS: typeof NATIONAL_CHANNELS = new Map([
  ['1', 'online'],
  ['3', 'counter'],
]);
const CHANNELS: typeof NATIONAL_CHANNELS = new Map(
  (
    [
      [
        'counter',
        ['counter', 'truc tiep', 'tiep nhan truc tiep', 'tai quay', 'mot cua', 'ho so mot cua', 'nop truc tiep'],
      ],
      ['online', ['online', 'truc tuyen', 'tiep nhan truc tuyen', 'ho so truc tuyen', 'qua mang', 'nop truc tuyen']],
      [
        'post',
        ['post', 'buu chinh', 'buu chinh cong ich', 'bcci', 'qua buu chinh cong ich', 'buu dien', 'qua buu chinh'],
      ],
    ] as const
  ).flatMap(([channel, words]) => words.map((word) => [word, channel] as const)),
);

/** How the dossier was filed; `null` = the file does not say. */
export function channelOf(row: ReadRow): DossierBody['channel'] {
  const remedy = 'Kênh này chưa biết. Ghi «trực tiếp», «trực tuyến» hoặc «bưu chính».';
  const said = row.word('channel', CHANNELS, remedy);
  if (said) return said;
  return (
    row.word('kenhThucHien', NATIONAL_CHANNELS, 'Kênh thực hiện là 1, 2 hoặc 3.') ??
    row.word('originality', OPENCPS_CHANNELS, 'Nguồn hồ sơ (originality) là 1 hoặc 3.')
  );
}

/** As the file says it; without a word, the least its dates say. */
export function readState(
  row: ReadRow,
  ended: { ready: string | null; returned: string | null; received: string | null },
): DossierState | null {
  const text = row.text('state');
  if (text === null) {
    if (ended.returned) return 'returned';
    if (ended.ready) return 'ready';
    return ended.received
      ? 'received'
      : row.fault('state', 'state.none', 'Dòng không có trạng thái và không có ngày nào. Ghi trạng thái hồ sơ.');
  }
  return (
    stateOf(text) ??
    STATE_CODES.get(labelKey(text)) ??
    row.fault(
      'state',
      'state.unknown',
      'Trạng thái này chưa biết. Ghi theo mười trạng thái quốc gia, ví dụ «Đang xử lý», «Đã trả kết quả».',
    )
  );
}
