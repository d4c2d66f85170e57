import { describe, expect, it } from 'vitest';
import type { Acts } from '#rules/acts.ts';
import { makeCalendar } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE, type Office } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { dateChecks } from '#rules/date-checks/date-checks.ts';
import type { DateFinding, PromiseChange } from '#rules/date-checks/finding.ts';
import type { Dossier } from '#rules/dossier.ts';
import { dossierOf } from './dossier-of.ts';

interface Asked {
  readonly acts?: Acts;
  readonly changes?: readonly PromiseChange[];
  readonly office?: Office;
}

function all(facts: Partial<Dossier>, { acts = {}, changes = [], office = DEFAULT_OFFICE }: Asked = {}) {
  const dossier = dossierOf({ code: 'không rõ', ...facts });
  return dateChecks({ dossier, acts, changes, office, choices: DEFAULT_CHOICES });
}

/** The only finding. */
function only(facts: Partial<Dossier>, asked: Asked = {}): DateFinding {
  const [found, ...more] = all(facts, asked);
  if (!found || more.length > 0) throw new Error('not exactly one finding');
  return found;
}

describe('what was seen, and how it may have come about', () => {
  it('receipt after the promised date', () => {
    expect(only({ received: '2026-11-20T08:00', promised: '2026-11-19T16:00' })).toEqual({
      kind: 'integrity',
      check: 'receivedAfterPromised',
      cite: null,
      because:
        'Ngày tiếp nhận lúc 08:00 ngày 20/11/2026 sau ngày hẹn trả lúc 16:00 ngày 19/11/2026. Có thể hồ sơ được nhập vào phần mềm sau khi đã nhận ở quầy.',
      evidence: [
        { label: 'Tiếp nhận', value: '20/11/2026 08:00' },
        { label: 'Hẹn trả', value: '19/11/2026 16:00' },
      ],
    });
  });

  it('a result before receipt, a return before the result', () => {
    expect(only({ received: '2026-11-20T08:00', ready: '2026-11-19T16:00' })).toEqual({
      kind: 'integrity',
      check: 'readyBeforeReceived',
      cite: null,
      because:
        'Có kết quả lúc 16:00 ngày 19/11/2026, trước khi tiếp nhận lúc 08:00 ngày 20/11/2026. Có thể hồ sơ được nhập vào phần mềm sau khi đã giải quyết.',
      evidence: [
        { label: 'Có kết quả', value: '19/11/2026 16:00' },
        { label: 'Tiếp nhận', value: '20/11/2026 08:00' },
      ],
    });
    expect(only({ ready: '2026-11-20T08:00', returned: '2026-11-19T16:00' })).toEqual({
      kind: 'integrity',
      check: 'returnedBeforeReady',
      cite: null,
      because:
        'Đã trả kết quả lúc 16:00 ngày 19/11/2026, trước khi có kết quả lúc 08:00 ngày 20/11/2026. Có thể cán bộ trả kết quả trước rồi mới ghi xử lý xong.',
      evidence: [
        { label: 'Đã trả kết quả', value: '19/11/2026 16:00' },
        { label: 'Có kết quả', value: '20/11/2026 08:00' },
      ],
    });
  });

  it('one date alone contradicts nothing', () => {
    for (const [known, other] of [
      ['received', 'promised'],
      ['received', 'ready'],
      ['ready', 'returned'],
    ] as const)
      for (const [name, without] of [
        [known, other],
        [other, known],
      ] as const)
        expect(all({ [name]: '2026-11-19T16:00', [without]: null })).toEqual([]);
  });

  it('a promised date on a day off or outside office hours', () => {
    expect(only({ promised: '2026-11-24T16:00' })).toEqual({
      kind: 'integrity',
      check: 'promisedWhenClosed',
      cite: { act: 'Nghị quyết 28/2026/QH16', certainty: 'secondary' },
      because: 'Ngày hẹn trả 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam). Có thể phần mềm chưa có ngày nghỉ này.',
      evidence: [{ label: 'Hẹn trả', value: '24/11/2026 16:00' }],
    });
    expect(only({ promised: '2026-11-22T16:00' })).toMatchObject({
      cite: null,
      because:
        'Ngày hẹn trả là Chủ Nhật, 22/11/2026, cơ quan không làm việc. Có thể cơ quan có lịch trả kết quả riêng.',
      evidence: [{ label: 'Hẹn trả', value: '22/11/2026 16:00' }],
    });
    expect(only({ promised: '2026-11-19T12:15' })).toMatchObject({
      check: 'promisedWhenClosed',
      cite: null,
      because:
        'Hẹn trả lúc 12:15 ngày 19/11/2026 là ngoài giờ làm việc của cơ quan. Có thể phần mềm dùng giờ làm việc khác.',
      evidence: [{ label: 'Hẹn trả', value: '19/11/2026 12:15' }],
    });
  });

  it('a Saturday on which this office is open is no day off', () => {
    const saturday: Office = {
      ...DEFAULT_OFFICE,
      hours: { ...DEFAULT_OFFICE.hours, sessions: { ...DEFAULT_OFFICE.hours.sessions, 6: [{ from: 450, to: 690 }] } },
    };
    expect(all({ promised: '2026-11-21T10:00' }, { office: saturday })).toEqual([]);
  });
});

describe('the promised date and the limit counted again', () => {
  const facts = { received: '2026-11-16T08:00', limitDays: 3 };

  it('a later promise', () => {
    expect(only({ ...facts, promised: '2026-11-20T16:00' })).toEqual({
      kind: 'integrity',
      check: 'promiseAndLimit',
      cite: {
        act: 'NĐ 309/2026/NĐ-CP',
        article: '17',
        certainty: 'reading',
        note: 'Số điều theo bản lưu, chưa đối chiếu với bản công báo. Văn bản không ghi giờ hết hạn; tính đến giờ đóng cửa ngày cuối. Có giấy hẹn thật in giờ sớm hơn.',
      },
      because:
        'Giấy hẹn ghi trả lúc 16:00 ngày 20/11/2026; tính lại theo thời hạn 3 ngày làm việc thì hạn là lúc 17:00 ngày 19/11/2026. Tính từ khi tiếp nhận hồ sơ, lúc 08:00 ngày 16/11/2026. Ngày hẹn vẫn là lời hứa với người dân. Có thể pháp luật chuyên ngành tính khác, hoặc phần mềm đếm ngày nghỉ khác.',
      evidence: [
        { label: 'Hẹn trả', value: '20/11/2026 16:00' },
        { label: 'Hạn tính lại', value: '19/11/2026 17:00' },
      ],
    });
  });

  it('an earlier promise; half days with a comma', () => {
    // 20 hours from 08:00: 7,5 on 16/11, 8 on 17/11, 4 up to 11:30 on 18/11 and the last half from 13:00.
    const { because } = only({ ...facts, limitDays: 2.5, promised: '2026-11-17T17:00' });
    expect(because).toContain('theo thời hạn 2,5 ngày làm việc thì hạn là lúc 13:30 ngày 18/11/2026.');
    expect(because).toMatch(/Có thể cơ quan đã tự rút ngắn thời hạn\.$/);
  });

  it('says where the calendar itself is in doubt', () => {
    const because = 'Ngày nghỉ Tết năm 2026 chưa có thông báo chính thức.';
    const doubtful: Office = {
      ...DEFAULT_OFFICE,
      calendar: makeCalendar(
        { from: '2026-01-01', to: '2027-01-01' },
        [{ from: '2026-11-17', to: '2026-11-18', because, mayChange: false }],
        [],
      ),
    };
    const found = only({ ...facts, promised: '2026-11-20T16:00' }, { office: doubtful });
    expect(found.because.endsWith(`phần mềm đếm ngày nghỉ khác. ${because}`)).toBe(true);
  });

  it('is not judged before the first decree', () => {
    expect(all({ received: '2018-06-18T08:00', promised: '2018-06-29T16:00', limitDays: 3 })).toEqual([]);
    expect(all({ received: '2018-06-21T08:00', promised: '2018-06-29T16:00', limitDays: 3 })).toHaveLength(1);
  });
});

describe('the day in the code', () => {
  const facts = { code: 'H99.01-261110-0042', received: '2026-11-12T08:00' };
  const SEEN = 'Mã hồ sơ ghi ngày 10/11/2026, ngày tiếp nhận là 12/11/2026.';

  it('differs from the day of receipt', () => {
    expect(only(facts)).toMatchObject({
      kind: 'integrity',
      check: 'codeDay',
      cite: { act: 'QĐ 20/2020/QĐ-TTg', certainty: 'recalled' },
      because: `${SEEN} Có thể mã được cấp khi nhập vào phần mềm, không phải khi tiếp nhận.`,
      evidence: [
        { label: 'Mã hồ sơ', value: 'H99.01-261110-0042' },
        { label: 'Tiếp nhận', value: '12/11/2026 08:00' },
      ],
    });
  });

  it('may be the day of online filing', () => {
    const online = { ...facts, channel: 'online' } as const;
    expect(only(online).because).toBe(`${SEEN} Có thể mã được cấp khi người dân nộp trực tuyến, trước khi tiếp nhận.`);
    expect(only(online, { acts: { submitted: '2026-11-10T22:00' } }).because).toBe(
      `${SEEN} Mã được cấp vào ngày hệ thống nhận hồ sơ trực tuyến.`,
    );
    expect(only(online, { acts: { submitted: '2026-11-11T22:00' } }).because).toMatch(/trước khi tiếp nhận\.$/);
    expect(only({ ...online, received: '2026-11-09T08:00' }).because).toMatch(/không phải khi tiếp nhận\.$/);
  });

  it('may be no day at all', () => {
    expect(only({ code: '000.00.06.H56-261131-0361' })).toMatchObject({
      cite: { act: 'TT 01/2018/TT-VPCP', article: '19', certainty: 'text' },
      because: 'Sáu chữ số «261131» trong mã hồ sơ không phải là một ngày. Có thể mã nhập sai.',
      evidence: [{ label: 'Mã hồ sơ', value: '000.00.06.H56-261131-0361' }],
    });
  });
});

describe('a promised date changed after it had passed', () => {
  const change = { at: '2026-11-20T08:00', from: '2026-11-19T17:00', to: '2026-11-30T17:00' };
  const SEEN =
    'Ngày hẹn trả lúc 17:00 ngày 19/11/2026 được đổi thành lúc 17:00 ngày 30/11/2026; việc đổi ghi lúc 08:00 ngày 20/11/2026, sau khi đã quá hẹn.';

  it('is shown with both dates', () => {
    expect(only({}, { changes: [change] })).toEqual({
      kind: 'integrity',
      check: 'movedAfterExpiry',
      cite: {
        act: 'NĐ 118/2025/NĐ-CP',
        article: '19',
        clause: '6',
        certainty: 'reading',
        note: 'Điều này cho hẹn lại trước khi quá hẹn; đổi ngày về sau không có trong văn bản.',
      },
      because: `${SEEN} Có thể là sửa lỗi nhập, hoặc tính lại thời hạn sau khi bổ sung hồ sơ.`,
      evidence: [
        { label: 'Hẹn trả cũ', value: '19/11/2026 17:00' },
        { label: 'Hẹn trả mới', value: '30/11/2026 17:00' },
        { label: 'Đổi', value: '20/11/2026 08:00' },
      ],
    });
  });

  it('may be a re-appointment entered late', () => {
    expect(only({ reappointed: ['2026-11-30T17:00'] }, { changes: [change] }).because).toBe(
      `${SEEN} Ngày mới trùng ngày hẹn lại; có thể hẹn lại trước hạn nhưng ghi vào phần mềm muộn.`,
    );
  });

  it('is seen before the first decree too, without an article', () => {
    const changes = [{ at: '2018-06-20T08:00', from: '2018-06-19T17:00', to: '2018-06-30T17:00' }];
    expect(only({}, { changes })).toMatchObject({ check: 'movedAfterExpiry', cite: null });
  });
});
