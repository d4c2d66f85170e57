import { addDays } from '#rules/calendar/date.ts';
import { clientId } from '#rules/client-id.ts';
import type { Dossier } from '#rules/dossier.ts';
import { lastDay, type Period } from '#rules/period.ts';
import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import type { CaseList } from '#wire/case.ts';
import type { Services } from '../services.ts';
import { between, randomFrom } from '../simulate/random.ts';
import { callerAs } from './caller.ts';
import { SHOWN_UNIT, TENANT } from './province.ts';

const LATE_UNIT = 'so-nn-mt';
const WARD = 'phuong-ben-mau';
const RECORDING_UNIT = 'xa-nui-mau';
const random = randomFrom(3);

function newId({ now }: Services): string {
  return clientId(
    TENANT,
    now().getTime(),
    Uint8Array.from({ length: 10 }, () => between(random, 0, 255)),
  );
}

/** What a unit holds against a provisional result, and the answer to it where it is answered. */
export async function fillObjection(services: Services, period: string, answered: boolean): Promise<void> {
  const id = newId(services);
  const [unit, reviewer] = [await callerAs(services, 'quantri-sxd'), await callerAs(services, 'thamdinh')];
  const text = 'Hai hồ sơ tạm dừng chờ bổ sung nhưng danh sách một cửa không ghi, nên bị tính là quá hạn.';
  await unit('/v1/objections', [{ id, period, unit: SHOWN_UNIT, indicator: 1, text }]);
  if (!answered) return;
  await reviewer(`/v1/objections/${id}/owner`, { owner: 'thamdinh' }, 'PUT');
  await reviewer(`/v1/objections/${id}/answer`, {
    state: 'declined',
    answer: 'Đã xem phiếu yêu cầu bổ sung: cả hai phiếu ghi sau ngày hẹn trả, nên hồ sơ đã quá hạn trước khi tạm dừng.',
  });
}

/** Citizens who ask for a reply: one is answered, one waits, one is for the inspectorate alone. */
async function fillCases(services: Services): Promise<void> {
  const citizen = await callerAs(services, null);
  const open = {
    survey: danhgia2026.id,
    version: danhgia2026.version,
    stage: 'returned',
    channel: 'plain',
    lang: 'vi',
  };
  const asked = [
    [LATE_UNIT, { overall: 's2', q1: 'after', q7: 't1' }, 'Tôi phải đến hỏi ba lần mới biết hồ sơ đang ở đâu.'],
    [SHOWN_UNIT, { overall: 's2', q1: 'on', q3: 'extra1' }, 'Lần đầu hướng dẫn thiếu một bản vẽ nên phải quay lại.'],
    [WARD, { overall: 's1', q1: 'after', q7: 't0' }, 'Bị yêu cầu thêm giấy tờ không có trong hướng dẫn.'],
  ] as const;
  for (const [unit, answers, comment] of asked)
    await citizen('/v1/responses', { ...open, id: newId(services), unit, answers, comment, reply: true });
  const reviewer = await callerAs(services, 'thamdinh');
  const { cases } = (await reviewer(`/v1/cases?unit=${LATE_UNIT}`, undefined, 'GET')) as CaseList;
  await reviewer(`/v1/cases/${cases[0]?.id}/take`, { revision: 0 });
  const answer =
    'Sở đã mở tra cứu tình trạng hồ sơ bằng mã trên giấy hẹn và nhắn tin khi hồ sơ chuyển bước. Xin lỗi vì Ông/Bà phải đi lại.';
  await reviewer(`/v1/cases/${cases[0]?.id}/answer`, { revision: 1, answer });
}

/** Petitions by the system that took them in; one unit says that it records every one. */
async function fillPetitions(services: Services, { from }: Period): Promise<void> {
  const admin = await callerAs(services, 'quantri');
  await admin('/v1/recordings', [{ unit: RECORDING_UNIT, kind: 'petitions', from }]);
  const row = (n: number, unit: string, day: number, more: object) => ({
    ...{ id: `PAKN-MAU-${String(n).padStart(4, '0')}`, unit, about: 'other' },
    ...{ received: addDays(from, day), due: addDays(from, day + 20), ...more },
  });
  const answered = (n: number, day: number) =>
    row(n, RECORDING_UNIT, day, { answered: addDays(from, day + 12), prolonged: false, verdict: 'unfounded' });
  await admin('/v1/petitions', [
    ...[answered(1, 5), answered(2, 21), answered(3, 40)],
    row(4, SHOWN_UNIT, 88, { about: 'breach', procedure: '1.009974' }),
  ]);
}

/** A letter in time for one dossier of the late unit, and what a reviewer found of that unit on the spot. */
async function fillDuties(services: Services, { id }: Period, late: Dossier | undefined): Promise<void> {
  const reviewer = await callerAs(services, 'thamdinh');
  const reason = 'Biên bản kiểm tra tại chỗ: năm thủ tục đã niêm yết còn trả kết quả ở phòng chuyên môn.';
  await reviewer('/v1/appraisals', [{ period: id, unit: LATE_UNIT, indicator: 5, points: 0, reason }]);
  if (!late?.promised) return;
  const admin = await callerAs(services, 'quantri');
  const sent = `${addDays(late.promised.slice(0, 10), -1)}T10:00`;
  await admin('/v1/apologies', [{ dossier: late.code, sent, reason: 'verification' }]);
}

/** Paper forms of a commune from a file; one row names a day that does not exist. */
async function fillImport(services: Services, period: Period): Promise<void> {
  const day = addDays(lastDay(period), -6);
  const rows = [
    ['0001', day, 's5', 'before'],
    ['0002', day, 's4', 'on'],
    ['0003', `${day.slice(0, 4)}-02-30`, 's4', 'on'],
  ].map(([form, on, overall, q1]) => [form, RECORDING_UNIT, on, 'returned', overall, q1].join(','));
  const file = ['Số phiếu,Mã đơn vị,Ngày ghi phiếu,Bước,overall,q1', ...rows].join('\n');
  const admin = await callerAs(services, 'quantri');
  const query = new URLSearchParams({ id: newId(services), kind: 'paper-forms', name: 'phieu-giay-xa-nui-mau.csv' });
  await admin(`/v1/imports?${query}`, file);
}

/** Something to look at on every screen of the admin app, in the open period, each by the way it really comes in. */
export async function fillRecords(services: Services, period: Period, ended: readonly Dossier[]): Promise<void> {
  const late = ended.find(
    ({ unit, received, promised, ready }) =>
      unit === LATE_UNIT &&
      received &&
      promised &&
      ready &&
      ready > promised &&
      promised.slice(0, 10) > addDays(received.slice(0, 10), 2),
  );
  await fillCases(services);
  await fillPetitions(services, period);
  await fillDuties(services, period, late);
  await fillImport(services, period);
}
