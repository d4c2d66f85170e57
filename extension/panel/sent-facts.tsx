import { formatDateTime } from '#rules/format.ts';
import type { DossierBody } from '#wire/dossier.ts';

const STATES: Readonly<Record<DossierBody['state'], string>> = {
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
};

const timeOrNone = (time: string | null | undefined): string => (time ? formatDateTime(time) : 'không có');

/** What is sent of one dossier in the officer's words, field by field. */
export function SentFacts({ dossier }: { dossier: DossierBody }) {
  const rows: readonly (readonly [string, string])[] = [
    ['Mã hồ sơ', dossier.code],
    ['Thủ tục', dossier.procedure ?? 'không có mã'],
    ['Trạng thái', STATES[dossier.state]],
    ['Tiếp nhận', timeOrNone(dossier.received)],
    ['Hẹn trả', timeOrNone(dossier.promised)],
    ['Hẹn lại', dossier.reappointed ? timeOrNone(dossier.reappointed.at(-1)) : 'trang không cho biết'],
    ['Có kết quả', timeOrNone(dossier.ready)],
    ['Đã trả', timeOrNone(dossier.returned)],
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
