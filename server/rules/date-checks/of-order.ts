import { certainlyEarlier } from '../certainly-earlier.ts';
import { formatDateTime, formatMoment } from '../format.ts';
import type { LocalTime } from '../law.ts';
import type { DateCheck, DateFinding } from './finding.ts';

type Named = readonly [label: string, time: LocalTime];

function finding(check: DateFinding['check'], because: string, ...dates: readonly Named[]): DateFinding {
  const evidence = dates.map(([label, time]) => ({ label, value: formatDateTime(time) }));
  return { kind: 'integrity', check, cite: null, because, evidence };
}

/** A dossier cannot be taken in after the date on its own receipt. */
export const receivedAfterPromised: DateCheck = ({ dossier: { received, promised }, office }) => {
  if (!received || !promised || !certainlyEarlier(promised, received, office)) return [];
  const because = `Ngày tiếp nhận ${formatMoment(received)} sau ngày hẹn trả ${formatMoment(promised)}. Có thể hồ sơ được nhập vào phần mềm sau khi đã nhận ở quầy.`;
  return [finding('receivedAfterPromised', because, ['Tiếp nhận', received], ['Hẹn trả', promised])];
};

/** Processing cannot end before the dossier was taken in. */
export const readyBeforeReceived: DateCheck = ({ dossier: { received, ready }, office }) => {
  if (!received || !ready || !certainlyEarlier(ready, received, office)) return [];
  const because = `Có kết quả ${formatMoment(ready)}, trước khi tiếp nhận ${formatMoment(received)}. Có thể hồ sơ được nhập vào phần mềm sau khi đã giải quyết.`;
  return [finding('readyBeforeReceived', because, ['Có kết quả', ready], ['Tiếp nhận', received])];
};

/** A result cannot be handed over before there is one. */
export const returnedBeforeReady: DateCheck = ({ dossier: { ready, returned }, office }) => {
  if (!ready || !returned || !certainlyEarlier(returned, ready, office)) return [];
  const because = `Đã trả kết quả ${formatMoment(returned)}, trước khi có kết quả ${formatMoment(ready)}. Có thể cán bộ trả kết quả trước rồi mới ghi xử lý xong.`;
  return [finding('returnedBeforeReady', because, ['Đã trả kết quả', returned], ['Có kết quả', ready])];
};
