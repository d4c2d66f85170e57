import { formatDateTime } from '#rules/format.ts';
import type { DossierBody } from '#wire/dossier.ts';
import { texts } from '../language.ts';

const say = texts(
  {
    new: 'Mới đăng ký',
    received: 'Đã tiếp nhận',
    refused: 'Từ chối tiếp nhận',
    processing: 'Đang xử lý',
    waitingSupplement: 'Chờ bổ sung giấy tờ',
    waitingPayment: 'Chờ thực hiện nghĩa vụ tài chính',
    withdrawn: 'Công dân rút hồ sơ',
    stopped: 'Dừng xử lý',
    ready: 'Đã xử lý xong',
    returned: 'Đã trả kết quả',
    code: 'Mã hồ sơ',
    procedure: 'Thủ tục',
    noProcedure: 'không có mã',
    state: 'Trạng thái',
    receivedAt: 'Tiếp nhận',
    promised: 'Hẹn trả',
    reappointed: 'Hẹn lại',
    readyAt: 'Có kết quả',
    returnedAt: 'Đã trả',
    none: 'không có',
    notSaid: 'trang không cho biết',
    online: 'Nộp trực tuyến',
    limit: 'Thời hạn',
    days: '{n} ngày làm việc',
    supplements: 'Yêu cầu bổ sung',
    times: '{n} lần',
    waited: 'Chờ bổ sung',
    span: '{from} – {to}',
    steps: 'Các bước',
  },
  {
    new: 'Newly registered',
    received: 'Received',
    refused: 'Refused',
    processing: 'In process',
    waitingSupplement: 'Waiting for a supplement',
    waitingPayment: 'Waiting for payment',
    withdrawn: 'Withdrawn',
    stopped: 'Stopped',
    ready: 'Result ready',
    returned: 'Result handed over',
    code: 'Dossier',
    procedure: 'Procedure',
    noProcedure: 'no code',
    state: 'State',
    receivedAt: 'Received',
    promised: 'Promised',
    reappointed: 'New date',
    readyAt: 'Ready',
    returnedAt: 'Handed over',
    none: 'none',
    notSaid: 'the page does not say',
    online: 'Filed online',
    limit: 'Limit',
    days: '{n} working days',
    supplements: 'Supplement requests',
    times: '{n}',
    waited: 'Waited for papers',
    span: '{from} – {to}',
    steps: 'Steps',
  },
);

const timeOrNone = (time: string | null | undefined): string => (time ? formatDateTime(time) : say('none'));

/** What only some pages show: online filing, the limit, requests for papers, finished waits and steps. */
function shownOnly({
  limitDays,
  supplements,
  pauses,
  acts,
  course,
}: DossierBody): readonly (readonly [string, string])[] {
  const notices = acts?.supplementNotices ?? [];
  const asked = [...(supplements === null ? [] : [say('times', { n: supplements })]), ...notices.map(formatDateTime)];
  const span = (from: string | null, to: string | null) => say('span', { from: timeOrNone(from), to: timeOrNone(to) });
  const waits = pauses.map(({ from, to }) => span(from, to));
  const steps = course?.map(({ name, started, ended }) => `${name} ${span(started, ended)}`);
  return [
    ...(acts?.submitted ? [[say('online'), formatDateTime(acts.submitted)] as const] : []),
    ...(limitDays === null ? [] : [[say('limit'), say('days', { n: limitDays })] as const]),
    ...(asked.length > 0 ? [[say('supplements'), asked.join(', ')] as const] : []),
    ...(waits.length > 0 ? [[say('waited'), waits.join(', ')] as const] : []),
    ...(steps ? [[say('steps'), steps.join(', ')] as const] : []),
  ];
}

/** What is sent of one dossier in the officer's words, field by field. */
export function SentFacts({ dossier }: { dossier: DossierBody }) {
  const rows: readonly (readonly [string, string])[] = [
    [say('code'), dossier.code],
    [say('procedure'), dossier.procedure ?? say('noProcedure')],
    [say('state'), say(dossier.state)],
    [say('receivedAt'), timeOrNone(dossier.received)],
    [say('promised'), timeOrNone(dossier.promised)],
    [say('reappointed'), dossier.reappointed ? timeOrNone(dossier.reappointed.at(-1)) : say('notSaid')],
    [say('readyAt'), timeOrNone(dossier.ready)],
    [say('returnedAt'), timeOrNone(dossier.returned)],
    ...shownOnly(dossier),
  ];
  return (
    <dl class="sent">
      {rows.map(([label, value]) => (
        <div key={label} class="pair">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
