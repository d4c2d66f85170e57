import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { run } from '../../server/cli/run.ts';

/** Files that exist only here; any other path is not found. */
async function cli(args: string, files: Record<string, string> = {}) {
  let [out, err] = ['', ''];
  const code = await run(args.split(' '), {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read: async (path) => files[path] ?? readFile(`/nowhere/${path}`, 'utf8'),
  });
  return { code, out, err };
}

const rows = (out: string) => out.split('\n').filter((line) => line.startsWith('  '));
const json = async (args: string, files: Record<string, string> = {}) => {
  const { code, out, err } = await cli(`${args} --json`, files);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
};

describe('cli due', () => {
  it('says of each day why it counts or not, then the due date, the calendar and what it lacks', async () => {
    const { code, out, err } = await cli('due 2026-11-20T09:00 3');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      `Nhận lúc 09:00 ngày 20/11/2026, thời hạn 3 ngày làm việc.

  Thứ Sáu, 20/11/2026     –  Ngày nhận, không tính.
  Thứ Bảy, 21/11/2026     –  Ngày nghỉ hằng tuần.
  Chủ Nhật, 22/11/2026    –  Ngày nghỉ hằng tuần.
  Thứ Hai, 23/11/2026     1  Ngày làm việc thứ 1.
  Thứ Ba, 24/11/2026      –  Nghỉ: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16) (theo nguồn thứ hai).
  Thứ Tư, 25/11/2026      2  Ngày làm việc thứ 2.
  Thứ Năm, 26/11/2026     3  Ngày làm việc thứ 3.

Hạn: 26/11/2026 17:00 (Thứ Năm, 26/11/2026).
Giờ hết hạn: Thời hạn theo ngày làm việc (cách hiểu): Văn bản không ghi giờ hết hạn; tính đến giờ đóng cửa ngày cuối. Có giấy hẹn thật in giờ sớm hơn.
Chú ý: Chưa thấy thông báo hoán đổi ngày 23/11/2026; đã tìm.
Lịch: ${CALENDAR_VERSION}.
Lịch còn thiếu: Ngày nghỉ Tết Âm lịch năm 2027 chưa có thông báo chính thức. Hạn qua các ngày này có thể đổi; cài bản mới khi có thông báo.
Lịch còn thiếu: Ngày nghỉ Quốc khánh năm 2027 chưa có thông báo chính thức. Hạn qua các ngày này có thể đổi; cài bản mới khi có thông báo.
Lịch còn thiếu: Chưa thấy thông báo hoán đổi ngày 23/11/2026; đã tìm.
`,
    );
  });

  it('counts hours where the limit is in hours', async () => {
    // 2 hours until 17:00 on 20/11, 8 on 23/11.
    const { out } = await cli('due 2026-11-20T15:00 --hours 10');
    expect(rows(out)).toEqual([
      '  Thứ Sáu, 20/11/2026      2 giờ 00 phút  Ngày làm việc.',
      '  Thứ Bảy, 21/11/2026      0 giờ 00 phút  Ngày nghỉ hằng tuần.',
      '  Chủ Nhật, 22/11/2026     0 giờ 00 phút  Ngày nghỉ hằng tuần.',
      '  Thứ Hai, 23/11/2026      8 giờ 00 phút  Ngày làm việc.',
    ]);
    expect(out).toContain('thời hạn 10 giờ làm việc.');
    expect(out).toContain('Hạn: 23/11/2026 17:00');
  });

  it('takes hours that are whole minutes, however they are written', async () => {
    // 4,1 hours are 246 minutes, 2,05 are 123: from 08:00 to 12:06 and 10:03 without the break from 11:30 to 13:00.
    expect((await json('due 2026-11-20T08:00 --hours 4,1')).due).toBe('2026-11-20T13:36');
    expect((await json('due 2026-11-20T08:00 --hours 2.05')).due).toBe('2026-11-20T10:03');
    expect((await json('due 2026-11-20T08:00 --hours 2,050')).because).toContain('thời hạn 2,05 giờ làm việc');
    expect((await cli('due 2026-11-20T08:00 --hours 4,01')).err).toContain('không chẵn phút');
  });

  it('a wait may begin with receipt itself', async () => {
    expect((await cli('due 2026-11-20T09:00 3 --paused 2026-11-20T09:00..2026-11-20T10:00')).code).toBe(0);
  });

  it('starts again after a supplement, or takes the wait off', async () => {
    const pause = '--paused 2026-11-23T09:00..2026-11-26T10:00';
    // Again from 26/11: 27, 30/11, 01/12.
    const restart = await json(`due 2026-11-20T09:00 3 ${pause}`);
    expect(restart).toMatchObject({ due: '2026-12-01T17:00', cite: 'khoản 5 Điều 19 NĐ 118/2025/NĐ-CP' });
    expect(restart.days.map(({ n }: { n: number | null }) => n)).toEqual([
      ...[null, null, null, null, null, null, null],
      ...[1, null, null, 2, 3],
    ]);
    expect(restart.days[4]).toMatchObject({
      because: 'Trước khi bổ sung xong: thời hạn tính lại từ đầu.',
      certainty: null,
    });
    expect(restart.days[6].because).toBe('Ngày bổ sung xong, không tính.');
    // Waited 390 + 480 + 150 = 1.020 minutes from 26/11 17:00: 27 and 30/11, one hour of 01/12.
    const subtract = await json(`due 2026-11-20T09:00 3 --clock subtract ${pause}`);
    expect(subtract).toMatchObject({ due: '2026-12-01T08:30', cite: null });
    expect(subtract.days.at(-1).because).toBe('Thêm để bù thời gian chờ.');
    // Half a day: 4 hours from 26/11 10:00, one and a half before lunch; nothing before that counts.
    const half = await json(`due 2026-11-23T08:00 0,5 ${pause}`);
    expect(half.due).toBe('2026-11-26T15:30');
    expect(half.days.map(({ minutes }: { minutes: number }) => minutes)).toEqual([0, 0, 0, 240]);
    // Taken off instead: one hour before the pause, the other three after it.
    const off = await json(`due 2026-11-23T08:00 0.5 --clock subtract ${pause}`);
    expect(off.due).toBe('2026-11-26T14:30');
    expect(off.days.map(({ minutes }: { minutes: number }) => minutes)).toEqual([60, 0, 0, 180]);
  });

  it('counts with the calendar as it was known on a day', async () => {
    // 29/4/2024 became a day off on 12/4/2024: 29/4 and 02/5, or 02 and 03/5.
    const before = await json('due 2024-04-26T09:00 2 --calendar-known 2024-04-11');
    const after = await json('due 2024-04-26T09:00 2 --calendar-known 2024-04-12');
    expect([before.due, after.due]).toEqual(['2024-05-02T17:00', '2024-05-03T17:00']);
    expect(before.calendar).not.toBe(after.calendar);
  });

  it('counts with the hours of an office', async () => {
    const weeks = JSON.stringify({
      sessions: { 1: [{ from: 480, to: 720 }], 6: [{ from: 480, to: 660 }] },
      counted: [1],
    });
    // Open Monday 08:00–12:00 and Saturday 08:00–11:00; only Mondays count.
    const { due, days } = await json('due 2026-11-20T09:00 1 --weeks w.json', { 'w.json': weeks });
    expect(due).toBe('2026-11-23T12:00');
    expect(days[1].because).toBe('Mở cửa nhưng không tính là ngày của hạn.');
    const hours = await json('due 2026-11-20T09:00 --hours 3,5 --weeks w.json', { 'w.json': weeks });
    expect(hours.due).toBe('2026-11-23T08:30');
    expect(hours.days[1]).toMatchObject({ minutes: 180, because: 'Mở cửa: giờ làm việc có tính.' });
  });

  it('names a worked Saturday, a day of return, and what is not announced', async () => {
    const worked = await json('due 2026-08-21T09:00 1');
    expect(worked.days[1]).toMatchObject({
      n: 1,
      because: 'Ngày làm việc thứ 1. Làm bù (9859/VPCP-KGVX và Thông báo 9441/TB-BNV năm 2025).',
      certainty: 'secondary',
    });
    expect((await json('due 2026-11-23T09:00 0')).days.map(({ because }: { because: string }) => because)).toEqual([
      'Trả trong ngày này.',
    ]);
    expect((await json('due 2026-11-24T09:00 0')).days.map(({ because }: { because: string }) => because)).toEqual([
      'Ngày nhận, không tính.',
      'Ngày làm việc kế tiếp.',
    ]);
    expect((await cli('due 2027-01-29T09:00 3')).out).toContain(
      'Chú ý: Ngày nghỉ Tết Âm lịch năm 2027 chưa có thông báo chính thức. Hạn này có thể đổi.',
    );
  });

  it.each([
    ['due', 'LÚC_NHẬN: còn thiếu. Viết thí dụ: due 2026-11-20T09:00 3'],
    ['due 2026-11-20T09:00', 'SỐ_NGÀY: còn thiếu. Thêm số ngày làm việc, hoặc dùng --hours SỐ_GIỜ.'],
    ['due 2026-11-31T09:00 3', 'LÚC_NHẬN: «2026-11-31T09:00» không phải là thời điểm. Viết dạng 2026-11-20T09:00.'],
    ['due 2026-11-20T09:00 ba', 'SỐ_NGÀY: «ba» không phải là số. Viết số từ 0 trở lên, thí dụ 3 hoặc 0,5.'],
    ['due 2026-11-20T09:00 3 4', 'Thừa «4». Chỉ cần LÚC_NHẬN và SỐ_NGÀY.'],
    ['due 2026-11-20T09:00 3 --hours 8', '--hours: đã có SỐ_NGÀY. Bỏ một trong hai.'],
    ['due 2026-11-20T09:00 --hours 0,001', '--hours: «0,001» giờ không chẵn phút. Viết thí dụ 1,5.'],
    ['due 2026-11-20T09:00 3 --paused 2026-11-21', '--paused: «2026-11-21» chưa đúng. Viết TỪ..ĐẾN.'],
    [
      'due 2026-11-20T09:00 3 --paused 2026-11-23T09:00..2026-11-23T09:00',
      '--paused: «2026-11-23T09:00..2026-11-23T09:00» kết thúc trước khi bắt đầu. Đổi chỗ hai thời điểm.',
    ],
    [
      'due 2026-11-20T09:00 --hours 8 --paused 2026-11-23T09:00..2026-11-24T09:00',
      '--paused: chỉ dùng với SỐ_NGÀY. Bỏ --hours hoặc bỏ --paused.',
    ],
    ['due 2026-11-20T09:00 3 --clock stop', '--clock: không có cách «stop». Dùng restart hoặc subtract.'],
    [
      'due 2026-11-20T09:00 3 --calendar-known hôm-qua',
      '--calendar-known: «hôm-qua» không phải là ngày. Viết dạng 2024-04-11.',
    ],
    [
      'due 2026-11-20T09:00 3 --week w.json',
      'Không hiểu «2026-11-20T09:00 3 --week w.json». Xem các mục bằng «due --help».',
    ],
    [
      'due 2026-11-20T09:00 3 --weeks none.json',
      '--weeks: none.json: không mở được tệp. Kiểm tra đường dẫn, hoặc dùng «-» để đọc đầu vào chuẩn.',
    ],
    [
      'due 2026-11-20T09:00 3 --paused 2026-11-20T08:59..2026-11-23T09:00',
      '--paused: «2026-11-20T08:59..2026-11-23T09:00» bắt đầu trước LÚC_NHẬN. Chỉ ghi khoảng chờ sau khi nhận hồ sơ.',
    ],
    [
      'due 2026-11-20T09:00 9999',
      'SỐ_NGÀY: hạn vượt quá lịch ngày nghỉ (có đến hết 31/12/2027). Kiểm tra lại, hoặc cài bản mới có lịch ngày nghỉ năm 2028.',
    ],
    [
      'due 2026-11-20T09:00 --hours 9999',
      '--hours: hạn vượt quá lịch ngày nghỉ (có đến hết 31/12/2027). Kiểm tra lại, hoặc cài bản mới có lịch ngày nghỉ năm 2028.',
    ],
    [
      'due 2028-01-01T09:00 3',
      'LÚC_NHẬN: ngày 01/01/2028 vượt quá lịch ngày nghỉ (có đến hết 31/12/2027). Kiểm tra lại, hoặc cài bản mới có lịch ngày nghỉ năm 2028.',
    ],
    ['due 2017-12-31T09:00 3', 'LÚC_NHẬN: ngày 31/12/2017 trước lịch ngày nghỉ (có từ 01/01/2018). Kiểm tra lại.'],
    [
      'due 2027-12-20T09:00 3 --paused 2027-12-21T09:00..2028-01-01T09:00',
      '--paused: ngày 01/01/2028 vượt quá lịch ngày nghỉ (có đến hết 31/12/2027). Kiểm tra lại, hoặc cài bản mới có lịch ngày nghỉ năm 2028.',
    ],
  ])('%s: names the field and the remedy, and ends with 2', async (args, message) => {
    expect(await cli(args)).toEqual({ code: 2, out: '', err: `${message}\n` });
  });

  it('names the fields of a file of hours that are wrong', async () => {
    const bad = await cli('due 2026-11-20T09:00 3 --weeks w.json', { 'w.json': '{"sessions":{},"counted":[1]}' });
    expect(bad.code).toBe(2);
    expect(bad.err).toBe(
      '--weeks: w.json chưa đúng. Sửa các mục sau:\n- counted: ngày tính là ngày làm việc phải có ít nhất một buổi\n',
    );
    expect((await cli('due 2026-11-20T09:00 3 --weeks w.json', { 'w.json': '{' })).err).toContain(
      '--weeks: w.json: không phải JSON hợp lệ ở dòng 1, cột 2 (hết tệp quá sớm)',
    );
  });

  it('--help explains every option, every field of the result and the exit codes', async () => {
    const { code, out } = await cli('due --help');
    expect(code).toBe(0);
    for (const field of [
      ...['LÚC_NHẬN', 'SỐ_NGÀY', '--hours', '--weeks', 'sessions', 'counted', 'extraWorkday', '--paused', '--clock'],
      ...[
        '--calendar-known',
        '--json',
        'because, cite',
        'days[]',
        'calendar',
        'unverified',
        'warnings',
        '  0  ',
        '  2  ',
      ],
    ])
      expect(out).toContain(field);
  });
});
