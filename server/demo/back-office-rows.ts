import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { PROCEDURES } from './province.ts';

/** Invented names: the back office shows an applicant column, which nothing of ours may read. */
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const GIVEN = ['An Bình', 'Minh Khôi', 'Thu Hà', 'Quốc Việt', 'Ngọc Lan', 'Hải Đăng', 'Bảo Châu', 'Đức Tín'];

const STATUS: Readonly<Record<Dossier['state'], readonly [string, string]>> = {
  new: ['new', 'Mới đăng ký'],
  received: ['processing', 'Được tiếp nhận'],
  refused: ['denied', 'Từ chối tiếp nhận'],
  processing: ['processing', 'Đang xử lý'],
  waitingSupplement: ['waiting', 'Yêu cầu bổ sung giấy tờ'],
  waitingPayment: ['paying', 'Yêu cầu thực hiện nghĩa vụ tài chính'],
  withdrawn: ['cancelled', 'Công dân yêu cầu rút hồ sơ'],
  stopped: ['unresolved', 'Dừng xử lý'],
  ready: ['releasing', 'Đã xử lý xong'],
  returned: ['done', 'Đã trả kết quả'],
};

/** `2026-11-24T17:00` → `24/11/2026 17:00:00`, '' when there is none: as the host's server writes it. */
function hostDate(time: LocalTime | null): string {
  if (!time) return '';
  const [day = '', clock = ''] = time.split('T');
  return `${day.split('-').reverse().join('/')} ${clock}:00`;
}

/** One dossier under the field names of the host's list (hosts that descend from OpenCPS). */
export function backOfficeRow(dossier: Dossier, index: number) {
  const [dossierStatus, dossierStatusText] = STATUS[dossier.state];
  return {
    dossierId: index + 1,
    dossierNo: dossier.code,
    serviceCode: dossier.procedure ?? '',
    serviceName: dossier.procedure ? (PROCEDURES[dossier.procedure]?.name ?? '') : '',
    applicantName: `${FAMILY[index % FAMILY.length]} ${GIVEN[(index * 7) % GIVEN.length]}`.toUpperCase(),
    receiveDate: hostDate(dossier.received),
    dueDate: hostDate(dossier.promised),
    releaseDate: hostDate(dossier.ready),
    finishDate: hostDate(dossier.returned),
    extendDate: '',
    dossierStatus,
    dossierStatusText,
    lockState: dossier.state === 'waitingSupplement' ? 'PAUSE' : '',
    durationCount: dossier.limitDays ?? 0,
    durationUnit: 0,
    online: dossier.channel === 'online',
  };
}
