import { describe, expect, it } from 'vitest';
import type { Acts } from '#rules/acts.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { APOLOGY } from '#rules/duties/apology-duty.ts';
import { checkDuty } from '#rules/duties/check-duties.ts';
import { CORRECTION } from '#rules/duties/correction.ts';
import type { Duty, DutyFinding } from '#rules/duties/duty.ts';
import { FORWARD } from '#rules/duties/forward.ts';
import { ONLINE_ALERT } from '#rules/duties/online-alert.ts';
import { REAPPOINTMENTS } from '#rules/duties/reappointments.ts';
import { REFUSAL } from '#rules/duties/refusal.ts';
import { SUPPLEMENT_NOTICE } from '#rules/duties/supplement-notice.ts';
import { SUPPLEMENT_OPEN } from '#rules/duties/supplement-open.ts';
import { SUPPLEMENT_COUNT } from '#rules/duties/supplement-requests.ts';
import { dossierOf } from './dossier-of.ts';

const LATER = '2026-12-20T08:00';

function find(
  duty: Duty,
  facts: Partial<Dossier>,
  acts: Acts = {},
  now = LATER,
  choices: Partial<Choices> = {},
): DutyFinding {
  const dossier = dossierOf(facts);
  return checkDuty(duty, { dossier, acts, now, office: DEFAULT_OFFICE, choices: { ...DEFAULT_CHOICES, ...choices } });
}
const because = (...asked: Parameters<typeof find>) => find(...asked).because;

const PROMISED = { received: '2026-11-10T08:00', promised: '2026-11-19T17:00' } as const;

describe('the apology says', () => {
  const none = { apologies: [] };

  it('when the dossier stopped and whether that was late', () => {
    expect(because(APOLOGY, { ...PROMISED, ready: '2026-11-19T10:00' }, none)).toBe(
      'Hồ sơ kết thúc lúc 10:00 ngày 19/11/2026, không quá ngày hẹn trả.',
    );
    expect(because(APOLOGY, { ...PROMISED, ready: '2026-11-20T10:00' }, none)).toBe(
      'Hồ sơ kết thúc lúc 10:00 ngày 20/11/2026, quá ngày hẹn trả lúc 17:00 ngày 19/11/2026. Không có văn bản xin lỗi.',
    );
    expect(because(APOLOGY, { ...PROMISED, ready: '2026-11-20T10:00' })).toBe(
      'Hồ sơ kết thúc lúc 10:00 ngày 20/11/2026, quá ngày hẹn trả lúc 17:00 ngày 19/11/2026. Dữ liệu không ghi văn bản xin lỗi.',
    );
    const pauses = [
      { kind: 'payment', from: '2026-11-11T08:00', to: '2026-11-11T09:00' },
      { kind: 'payment', from: '2026-11-18T08:00', to: null },
    ] as const;
    expect(because(APOLOGY, { ...PROMISED, pauses }, none)).toBe(
      'Hồ sơ tạm dừng lúc 08:00 ngày 18/11/2026, không quá ngày hẹn trả.',
    );
    expect(because(APOLOGY, { ...PROMISED, state: 'waitingPayment' }, none)).toBe(
      'Hồ sơ đang tạm dừng. Dữ liệu không có thời điểm đó để so với ngày hẹn trả.',
    );
    expect(because(APOLOGY, { ...PROMISED, state: 'stopped' }, none)).toBe(
      'Hồ sơ đã kết thúc. Dữ liệu không có thời điểm đó để so với ngày hẹn trả.',
    );
  });

  it('compares at the chosen granularity', () => {
    const at = (choices: Partial<Choices>) =>
      find(APOLOGY, { ...PROMISED, ready: '2026-11-19T17:01' }, none, LATER, choices).state;
    expect(at({})).toBe('notApplicable');
    expect(at({ granularity: 'timestamp' })).toBe('breached');
    // The promise is what the letter is about, whatever punctuality is compared with.
    expect(at({ compareWith: 'legal' })).toBe('notApplicable');
  });

  it('what is missing', () => {
    expect(because(APOLOGY, { ...PROMISED, reappointed: ['2026-11-30T17:00'] }, none)).toBe(
      'Đã hẹn lại nhưng không có văn bản xin lỗi.',
    );
    expect(because(APOLOGY, PROMISED)).toMatch(/ghi là gửi muộn\. Dữ liệu không ghi văn bản xin lỗi\.$/);
    expect(because(APOLOGY, PROMISED, none)).toMatch(/ghi là gửi muộn\.$/);
    expect(because(APOLOGY, {}, none)).toBe('Dữ liệu không có ngày hẹn trả.');
    expect(find(APOLOGY, { promised: '2026-02-30T17:00' }, none).state).toBe('unknown');
  });

  it('what it was read from', () => {
    const acts = { apologies: ['2026-11-18T08:00', '2026-11-20T08:00'] };
    expect(find(APOLOGY, { ...PROMISED, ready: '2026-11-25T08:00' }, acts).evidence).toEqual([
      { label: 'Hẹn trả', value: '19/11/2026 17:00' },
      { label: 'Văn bản xin lỗi', value: '18/11/2026 08:00' },
      { label: 'Kết thúc xử lý', value: '25/11/2026 08:00' },
    ]);
  });
});

describe('counts say', () => {
  it('how often the date was moved', () => {
    const twice = find(REAPPOINTMENTS, { ...PROMISED, reappointed: ['2026-11-30T17:00', '2026-12-10T17:00'] });
    expect(twice.because).toBe('Hồ sơ đã hẹn lại 2 lần. Quy định cho hẹn lại không quá 1 lần.');
    expect(twice.evidence).toEqual([
      { label: 'Hẹn lại lần 1', value: '30/11/2026 17:00' },
      { label: 'Hẹn lại lần 2', value: '10/12/2026 17:00' },
    ]);
    expect(because(REAPPOINTMENTS, { ...PROMISED, reappointed: ['2026-11-30T17:00'] })).toBe('Hồ sơ đã hẹn lại 1 lần.');
    expect(because(REAPPOINTMENTS, PROMISED)).toBe('Hồ sơ chưa hẹn lại lần nào.');
    expect(find(REAPPOINTMENTS, { ...PROMISED, reappointed: null })).toMatchObject({
      state: 'unknown',
      because: 'Danh sách không cho biết hồ sơ có hẹn lại hay không.',
      cite: { act: 'NĐ 118/2025/NĐ-CP' },
    });
    // The letter is judged by what is known of it, whether or not the list shows new dates.
    expect(find(APOLOGY, { ...PROMISED, reappointed: null }, { apologies: [] })).toEqual(
      find(APOLOGY, PROMISED, { apologies: [] }),
    );
  });

  it('how often papers were asked for, and that the portal counts the second time as late since 01/8/2022', () => {
    const asked = (...supplementNotices: string[]) => because(SUPPLEMENT_COUNT, {}, { supplementNotices });
    expect(asked('2022-07-28T08:00', '2022-07-31T08:00')).toBe(
      'Đã yêu cầu bổ sung 2 lần. Quy định: hướng dẫn đầy đủ một lần (khoản 2 Điều 17 NĐ 61/2018/NĐ-CP).',
    );
    expect(asked('2022-07-28T08:00', '2022-08-01T08:00')).toBe(
      'Đã yêu cầu bổ sung 2 lần. Quy định: hướng dẫn đầy đủ một lần (khoản 2 Điều 17 NĐ 61/2018/NĐ-CP). Khi còn chờ bổ sung, QĐ 766/QĐ-TTg tính hồ sơ như vậy là quá hạn.',
    );
    expect(asked('2026-11-16T08:00')).toBe('Đã yêu cầu bổ sung 1 lần.');
    expect(asked()).toBe('Chưa yêu cầu bổ sung lần nào.');
    expect(because(SUPPLEMENT_COUNT, {})).toBe('Danh sách không cho biết số lần yêu cầu bổ sung.');
    expect(find(SUPPLEMENT_COUNT, {}, { supplementNotices: ['2026-11-16T08:00'] }).evidence).toEqual([
      { label: 'Yêu cầu bổ sung lần 1', value: '16/11/2026 08:00' },
    ]);
  });
});

describe('waiting for papers says', () => {
  const wait = (to: string | null, now: string, facts: Partial<Dossier> = {}) =>
    because(SUPPLEMENT_OPEN, { pauses: [{ kind: 'supplement', from: '2026-11-16T10:00', to }], ...facts }, {}, now);

  it('how long it is open and what to do', () => {
    expect(wait(null, '2026-11-20T08:00')).toBe('Đang chờ bổ sung; hạn bổ sung là hết ngày 01/12/2026.');
    expect(wait(null, LATER)).toBe(
      'Chờ bổ sung từ ngày 16/11/2026, đã quá 15 ngày. Đóng hồ sơ hoặc ghi rõ lý do còn chờ.',
    );
    expect(wait('2026-11-20T09:00', LATER)).toBe(
      'Bổ sung xong lúc 09:00 ngày 20/11/2026, trong 15 ngày kể từ ngày yêu cầu.',
    );
    expect(wait('2026-12-03T09:00', LATER)).toBe(
      'Bổ sung xong lúc 09:00 ngày 03/12/2026, sau 15 ngày kể từ ngày yêu cầu mà hồ sơ chưa đóng; cần ghi rõ lý do.',
    );
    expect(wait(null, LATER, { state: 'stopped' })).toBe('Hồ sơ đã kết thúc, không còn chờ bổ sung.');
    expect(because(SUPPLEMENT_OPEN, { state: 'waitingSupplement' })).toBe(
      'Hồ sơ đang chờ bổ sung nhưng dữ liệu không ghi ngày yêu cầu.',
    );
    expect(because(SUPPLEMENT_OPEN, {})).toBe('Không có yêu cầu bổ sung nào trên dữ liệu.');
    expect(because(SUPPLEMENT_OPEN, {}, { supplementNotices: ['2026-11-16T10:00'] })).toBe(
      'Hồ sơ không còn chờ bổ sung nhưng dữ liệu không ghi ngày bổ sung xong.',
    );
    const pauses = [{ kind: 'supplement', from: '2025-06-30T10:00', to: null }] as const;
    expect(because(SUPPLEMENT_OPEN, { pauses })).toBe(
      'Quy định đóng hồ sơ không được bổ sung áp dụng từ ngày 01/07/2025, không áp dụng cho ngày 30/06/2025.',
    );
  });

  it('what it was read from', () => {
    const pauses = [{ kind: 'supplement', from: '2026-11-16T10:00', to: '2026-11-20T09:00' }] as const;
    expect(find(SUPPLEMENT_OPEN, { pauses }).evidence).toEqual([
      { label: 'Yêu cầu bổ sung', value: '16/11/2026 10:00' },
      { label: 'Bổ sung xong', value: '20/11/2026 09:00' },
    ]);
    const both = [{ kind: 'supplement', from: '2026-10-01T10:00', to: '2026-10-20T10:00' }, ...pauses] as const;
    const found = find(SUPPLEMENT_OPEN, { pauses: both });
    expect(found.because).toMatch(/^Bổ sung xong lúc 10:00 ngày 20\/10\/2026, sau 15 ngày/);
    expect(found.evidence.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Yêu cầu bổ sung lần 1: 01/10/2026 10:00',
      'Bổ sung xong lần 1: 20/10/2026 10:00',
      'Yêu cầu bổ sung lần 2: 16/11/2026 10:00',
      'Bổ sung xong lần 2: 20/11/2026 09:00',
    ]);
  });
});

describe('a refusal says', () => {
  it('when it was and whether in time', () => {
    const refused = find(REFUSAL, PROMISED, { refused: '2026-11-20T09:00' });
    expect(refused.because).toBe('Từ chối lúc 09:00 ngày 20/11/2026, sau hạn giải quyết lúc 17:00 ngày 19/11/2026.');
    expect(refused.evidence).toEqual([
      { label: 'Tiếp nhận', value: '10/11/2026 08:00' },
      { label: 'Từ chối', value: '20/11/2026 09:00' },
      { label: 'Hạn giải quyết', value: '19/11/2026 17:00' },
    ]);
    expect(because(REFUSAL, PROMISED, { refused: '2026-11-19T09:00' })).toBe(
      'Từ chối lúc 09:00 ngày 19/11/2026, trong hạn giải quyết lúc 17:00 ngày 19/11/2026.',
    );
    expect(because(REFUSAL, PROMISED)).toBe('Hồ sơ không bị từ chối.');
    expect(because(REFUSAL, { ...PROMISED, state: 'refused' })).toBe('Dữ liệu không có ngày từ chối.');
    expect(because(REFUSAL, { received: '2026-11-10T08:00' }, { refused: '2026-11-20T09:00' })).toBe(
      'Dữ liệu không có hạn giải quyết để so với ngày từ chối.',
    );
    expect(because(REFUSAL, {}, { refused: '2026-11-20T09:00' })).toBe(
      'Hồ sơ bị từ chối khi chưa tiếp nhận nên chưa có thời hạn giải quyết.',
    );
  });
});

describe('what is not judged says why', () => {
  it.each([
    [FORWARD, {}, {}, 'Dữ liệu không cho biết hồ sơ có nộp ở nơi khác cơ quan có thẩm quyền hay không.'],
    [FORWARD, {}, { forwarded: null }, 'Dữ liệu không có ngày tiếp nhận.'],
    [FORWARD, {}, { competentReceived: null }, 'Dữ liệu không có ngày tiếp nhận.'],
    [ONLINE_ALERT, {}, {}, 'Dữ liệu không cho biết hồ sơ có nộp trực tuyến hay không.'],
    [ONLINE_ALERT, { channel: 'post' }, {}, 'Hồ sơ không nộp trực tuyến.'],
    [ONLINE_ALERT, { channel: 'online' }, {}, 'Dữ liệu không có thời điểm hệ thống nhận được hồ sơ trực tuyến.'],
    [SUPPLEMENT_NOTICE, { supplements: 0 }, {}, 'Hồ sơ không phải bổ sung.'],
    [SUPPLEMENT_NOTICE, { supplements: 1 }, {}, 'Dữ liệu không có ngày tiếp nhận.'],
    [CORRECTION, {}, {}, 'Dữ liệu không ghi kết quả có sai hay không.'],
    [CORRECTION, {}, { errorFound: null }, 'Kết quả không sai.'],
  ] as const)('%o', (duty, facts, acts, sentence) => {
    expect(because(duty, facts, acts)).toBe(sentence);
  });
});
