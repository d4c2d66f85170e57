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
  },
);

const timeOrNone = (time: string | null | undefined): string => (time ? formatDateTime(time) : say('none'));

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
