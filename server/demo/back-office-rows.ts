import { daysBetween } from '#rules/calendar/date.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import { backOfficeSteps } from './back-office-steps.ts';
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

/** The host's own words on lateness, counted in calendar days as such hosts do; ours may differ and says why. */
function hostVerdict(dossier: Dossier, today: IsoDate): string {
  if (dossier.state === 'waitingSupplement') return 'Tạm dừng xử lý';
  const due = dossier.promised?.slice(0, 10);
  if (!due) return '';
  const days = daysBetween(dossier.ready?.slice(0, 10) ?? today, due);
  if (dossier.ready) return days > 0 ? 'Sớm hạn' : days === 0 ? 'Đúng hạn' : 'Quá hạn';
  return days >= 0 ? `Còn ${days} ngày` : `Quá ${-days} ngày`;
}

const nameOf = (index: number): string => `${FAMILY[index % FAMILY.length]} ${GIVEN[(index * 7) % GIVEN.length]}`;

/** What the detail page shows beside the list: more of a person who does not exist, and how the work went. */
function detailOf(dossier: Dossier, index: number, now: LocalTime) {
  const { channel, received, limitDays } = dossier;
  const serial = String(index + 1).padStart(4, '0');
  const handler = nameOf(index + 3);
  return {
    applicantIdNo: `07930100${serial}`,
    address: `Số ${(index % 90) + 1}, thôn Giả Định`,
    contactEmail: `nguoi-nop-${serial}@gia-dinh.example`,
    contactTelNo: `0900 00 ${serial}`,
    onlineDate: channel === 'online' ? hostDate(received) : '',
    submitDate: channel === 'online' ? '' : hostDate(received),
    durationText: limitDays ? `${limitDays} ngày làm việc` : 'Không quy định',
    handler,
    steps: backOfficeSteps(dossier, now).map(({ role, work, limit, started, result }, i) => ({
      role,
      work,
      limit,
      startDate: hostDate(started).slice(0, 16),
      actor: i % 2 ? handler : nameOf(index + 5),
      result,
    })),
  };
}

/** One dossier under the field names of the host's list (hosts that descend from OpenCPS). */
export function backOfficeRow(dossier: Dossier, index: number, now: LocalTime) {
  const [dossierStatus, dossierStatusText] = STATUS[dossier.state];
  const today = now.slice(0, 10);
  return {
    dossierId: index + 1,
    dossierNo: dossier.code,
    serviceCode: dossier.procedure ?? '',
    serviceName: dossier.procedure ? (PROCEDURES[dossier.procedure]?.name ?? '') : '',
    applicantName: nameOf(index).toUpperCase(),
    receiveDate: hostDate(dossier.received),
    dueDate: hostDate(dossier.promised),
    releaseDate: hostDate(dossier.ready),
    finishDate: hostDate(dossier.returned),
    extendDate: '',
    dossierStatus,
    dossierStatusText,
    dossierOverdue: hostVerdict(dossier, today),
    lockState: dossier.state === 'waitingSupplement' ? 'PAUSE' : '',
    durationCount: dossier.limitDays ?? 0,
    durationUnit: 0,
    online: dossier.channel === 'online',
    ...detailOf(dossier, index, now),
  };
}
