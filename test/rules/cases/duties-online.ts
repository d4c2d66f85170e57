import type { Dossier } from '#rules/dossier.ts';
import { ONLINE_ALERT } from '#rules/duties/online-alert.ts';
import { ONLINE_ANSWER } from '#rules/duties/online-answer.ts';
import { group } from './case.ts';
import { type DutyExpected, type DutyGiven, dutyOf } from './duty-of.ts';

const CITE = 'khoản 2 Điều 17 NĐ 118/2025/NĐ-CP';

type Times = { submitted: string; answered?: string | null; alerted?: string | null; now?: string };

/** An online dossier the system got at `submitted`. */
const online = ({ now = '2026-11-30T08:00', ...acts }: Times, facts: Partial<Dossier> = {}): DutyGiven => ({
  dossier: { channel: 'online', ...facts },
  acts,
  now,
});

export const ONLINE_ANSWER_CASES = group<DutyGiven, DutyExpected>('Trả lời hồ sơ trực tuyến', dutyOf(ONLINE_ANSWER), [
  {
    name: 'Nộp 9 giờ, trả lời 9 giờ hôm sau: đúng 8 giờ làm việc',
    on: '2026-11-16',
    given: online({ submitted: '2026-11-16T09:00', answered: '2026-11-17T09:00' }),
    expect: { state: 'met', by: '2026-11-17T09:00', cite: CITE },
    article: CITE,
    worked: '9:00–11:30 và 13:00–17:00 là 6,5 giờ; hôm sau 7:30–9:00 là 1,5 giờ.',
  },
  {
    name: 'Quá 8 giờ làm việc một phút là muộn',
    on: '2026-11-16',
    given: online({ submitted: '2026-11-16T09:00', answered: '2026-11-17T09:01' }),
    expect: { state: 'breached', by: '2026-11-17T09:00', cite: CITE },
    article: CITE,
  },
  {
    name: 'Chưa trả lời lúc vừa đủ 8 giờ làm việc thì còn thời gian',
    on: '2026-11-16',
    given: online({ submitted: '2026-11-16T09:00', answered: null, now: '2026-11-17T09:00' }),
    expect: { state: 'pending', by: '2026-11-17T09:00', cite: CITE },
    article: CITE,
  },
  {
    name: 'Chưa trả lời sau 8 giờ làm việc là vi phạm',
    on: '2026-11-16',
    given: online({ submitted: '2026-11-16T09:00', answered: null, now: '2026-11-17T09:01' }),
    expect: { state: 'breached', by: '2026-11-17T09:00', cite: CITE },
    article: CITE,
  },
  {
    name: 'Nộp đêm thứ Sáu thì tính từ sáng thứ Hai',
    on: '2026-11-13',
    given: online({ submitted: '2026-11-13T22:00', answered: '2026-11-16T17:00' }),
    expect: { state: 'met', by: '2026-11-16T17:00', cite: CITE },
    article: CITE,
  },
  {
    name: 'Nộp 16 giờ ngày 23/11/2026, ngày 24/11 nghỉ nên hạn là 16 giờ ngày 25/11',
    on: '2026-11-23',
    given: online({ submitted: '2026-11-23T16:00', answered: '2026-11-25T16:00' }),
    expect: { state: 'met', by: '2026-11-25T16:00', cite: CITE },
    article: CITE,
    worked: '1 giờ ngày 23/11 và 7 giờ ngày 25/11: 7:30–11:30, 13:00–16:00.',
  },
  {
    name: 'Không ghi lúc trả lời nhưng đã tiếp nhận thì tiếp nhận là trả lời',
    on: '2026-11-16',
    given: online({ submitted: '2026-11-16T09:00' }, { received: '2026-11-16T15:00' }),
    expect: { state: 'met', by: '2026-11-17T09:00', cite: CITE },
    article: CITE,
  },
  {
    name: 'Hồ sơ còn «mới đăng ký» sau 8 giờ làm việc là chưa được trả lời',
    on: '2026-11-16',
    given: online({ submitted: '2026-11-16T09:00' }, { state: 'new' }),
    expect: { state: 'breached', by: '2026-11-17T09:00', cite: CITE },
    article: CITE,
  },
  {
    name: 'Đang xử lý mà không ghi ngày nào thì không kết luận',
    on: '2026-11-16',
    given: online({ submitted: '2026-11-16T09:00' }),
    expect: { state: 'unknown', by: '2026-11-17T09:00', cite: CITE },
    article: CITE,
  },
  {
    name: 'Người dân rút hồ sơ mà không ghi lúc rút thì không kết luận',
    on: '2026-11-16',
    given: online({ submitted: '2026-11-16T09:00', answered: null }, { state: 'withdrawn' }),
    expect: { state: 'unknown', by: '2026-11-17T09:00', cite: CITE },
    article: CITE,
  },
  {
    name: 'Hồ sơ nộp ở quầy không có hạn trả lời trực tuyến',
    on: '2026-11-16',
    given: online({ submitted: '2026-11-16T09:00' }, { channel: 'counter' }),
    expect: { state: 'notApplicable', by: null, cite: null },
    article: CITE,
  },
  {
    name: 'Không biết nộp bằng cách nào thì không kết luận',
    on: '2026-11-16',
    given: online({ submitted: '2026-11-16T09:00' }, { channel: null }),
    expect: { state: 'unknown', by: null, cite: null },
    article: CITE,
  },
  {
    name: 'Không biết hệ thống nhận lúc nào thì không kết luận',
    on: '2026-11-16',
    given: { dossier: { channel: 'online' }, now: '2026-11-30T08:00' },
    expect: { state: 'unknown', by: null, cite: null },
    article: CITE,
  },
  {
    name: 'Nộp ngày 30/6/2025 thì quy định 8 giờ chưa áp dụng',
    on: '2025-06-30',
    given: online({ submitted: '2025-06-30T09:00', answered: null }),
    expect: { state: 'notApplicable', by: null, cite: null },
    article: CITE,
  },
  {
    name: 'Nộp ngày 01/7/2025 thì áp dụng',
    on: '2025-07-01',
    given: online({ submitted: '2025-07-01T09:00', answered: null }),
    expect: { state: 'breached', by: '2025-07-02T09:00', cite: CITE },
    article: CITE,
  },
  {
    name: 'Nộp trước 21/6/2018 thì chưa có nghị định',
    on: '2018-06-20',
    given: online({ submitted: '2018-06-20T09:00', answered: null }),
    expect: { state: 'unknown', by: null, cite: null },
    article: CITE,
  },
]);

/** Hours of the clock, and from the acknowledgement of the system: both are readings. */
const READING = `${CITE} (cách hiểu)`;

export const ONLINE_ALERT_CASES = group<DutyGiven, DutyExpected>(
  'Báo cho người tiếp nhận hồ sơ trực tuyến',
  dutyOf(ONLINE_ALERT),
  [
    {
      name: 'Báo đúng 2 giờ sau khi hệ thống nhận',
      on: '2026-11-16',
      given: online({ submitted: '2026-11-16T10:00', alerted: '2026-11-16T12:00' }),
      expect: { state: 'met', by: '2026-11-16T12:00', cite: READING },
      article: CITE,
    },
    {
      name: 'Báo sau 2 giờ 1 phút là muộn',
      on: '2026-11-16',
      given: online({ submitted: '2026-11-16T10:00', alerted: '2026-11-16T12:01' }),
      expect: { state: 'breached', by: '2026-11-16T12:00', cite: READING },
      article: CITE,
    },
    {
      name: 'Nộp 23 giờ thì hạn báo là 1 giờ sáng vì đây là giờ thường',
      on: '2026-11-16',
      given: online({ submitted: '2026-11-16T23:00', alerted: null, now: '2026-11-17T01:00' }),
      expect: { state: 'pending', by: '2026-11-17T01:00', cite: READING },
      article: CITE,
    },
    {
      name: 'Nộp 22 giờ thì hạn báo là đúng nửa đêm',
      on: '2026-11-16',
      given: online({ submitted: '2026-11-16T22:00', alerted: null, now: '2026-11-17T00:01' }),
      expect: { state: 'breached', by: '2026-11-17T00:00', cite: READING },
      article: CITE,
    },
    {
      name: 'Không ghi lúc báo thì không kết luận',
      on: '2026-11-16',
      given: online({ submitted: '2026-11-16T10:00' }),
      expect: { state: 'unknown', by: '2026-11-16T12:00', cite: READING },
      article: CITE,
    },
  ],
);
