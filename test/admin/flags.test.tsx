// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Flag, FlagsPage } from '#wire/flag.ts';
import { Flags } from '../../server/admin/screens/flags/flags.tsx';
import { button, choose, fakeServer, Here, hide, pageText, pick, press, show, signedIn, write } from './mount.tsx';
import { CLOSED, SESSION, UNIT } from './sample.ts';

afterEach(hide);

const LIST = `/v1/flags?period=${CLOSED.period}`;
const ID = `selfAbove/${UNIT.unit}/CB-01`;
const FLAG: Flag = {
  id: ID,
  check: 'selfAbove',
  name: 'Tự chấm cao hơn hệ thống',
  family: 'self',
  unit: UNIT.unit,
  unitName: UNIT.name,
  officer: 'CB-01',
  n: 64,
  k: 32,
  value: 500,
  low: 372,
  high: 628,
  measure: 'share',
  usual: 150,
  sentence: 'Tự chấm cao hơn hệ thống ở 32/64 hồ sơ.',
  explanations: ['Ngày có kết quả được nhập vào phần mềm muộn.'],
  hits: ['H99.01-261102-0001'],
  evidence: [{ label: 'Chênh trung bình', value: '+0,8' }],
  certainty: 'reading',
  state: 'new',
  answers: [],
  verdicts: [],
  due: '2026-10-09',
  seenBy: 2,
};
const JUDGED = [
  { check: 'selfAbove', name: 'Tự chấm cao hơn hệ thống', family: 'self', enough: 118, few: 7, usual: 150 },
  { check: 'roundDigits', name: 'Số tròn', family: 'figures', enough: 2, few: 0, usual: null },
] as const;
const page = (flags: Flag[], more: Partial<FlagsPage> = {}): FlagsPage => ({
  ...{ period: CLOSED.period, snapshot: '7F3A', judged: [...JUDGED], rates: { subject: 10, family: 50 } },
  ...{ flags, next: null, ...more },
});
const ONE = `GET ${LIST}&check=selfAbove&unit=${UNIT.unit}&officer=CB-01`;
const session = (role: 'reviewer' | 'unit-admin' | 'viewer' | 'province-admin', unit: string | null = null) => ({
  ...SESSION,
  ...{ role, unit },
});
const PLACE = {
  'GET /v1/units': { body: { units: [UNIT] } },
  'GET /v1/periods': { body: { periods: [CLOSED] } },
};
async function at(
  answers: Parameters<typeof fakeServer>[0],
  hash = '#/can-xem-lai',
  who = session('reviewer') as typeof SESSION,
) {
  const { api, sent } = fakeServer({ ...PLACE, ...answers });
  location.hash = hash;
  await show(signedIn(api, <Here of={Flags} />, {}, who));
  return sent;
}

describe('the list', () => {
  it('tells whom a flag asks, what was seen and its state, and what every check had enough of', async () => {
    await at({ [`GET ${LIST}`]: { body: page([FLAG]) } });
    const words = pageText();
    expect(words).toContain(`Cán bộ CB-01, ${UNIT.name}`);
    expect(words).toContain('Tự chấm cao hơn hệ thống ở 32/64 hồ sơ.Mới09/10/2026');
    expect(words).toMatch(/Số trònSố liệu tổng hợp20Không so với mức/);
    expect(words).toMatch(/Tự chấm cao hơn hệ thốngTự chấm118715,0/);
    expect(document.querySelector('tbody a')?.getAttribute('href')).toBe(
      `#/can-xem-lai?ky=${CLOSED.period}&muc=${encodeURIComponent(ID)}`,
    );
    expect(document.querySelector('a[download]')?.getAttribute('href')).toContain(
      `/v1/flags.csv?period=${CLOSED.period}`,
    );
  });

  it('where nothing is above its limit says how many were looked at and how many false alarms to expect', async () => {
    await at({ [`GET ${LIST}`]: { body: page([]) } });
    // 118 + 2 cases; 10 per mille.
    expect(pageText()).toMatch(/Đã kiểm 120 trường hợp; cảnh báo nhầm dự kiến không quá 1.%/);
  });

  it('keeps its filters in the address, and offers to drop them where they leave nothing', async () => {
    await at({
      [`GET ${LIST}`]: { body: page([FLAG]) },
      [`GET ${LIST}&state=verify`]: { body: page([]) },
    });
    await choose('Tình trạng', 'verify');
    expect(location.hash).toContain('hien=verify');
    expect(pageText()).toContain('Không có dấu hiệu nào trong bộ lọc này.');
    await press(button('Bỏ bộ lọc'));
    expect(location.hash).not.toContain('hien');
    expect(pageText()).toContain('32/64');
  });

  it('says that a period is not closed, and why nothing came', async () => {
    await at({ [`GET ${LIST}`]: { body: page([], { snapshot: null, judged: [] }) } });
    expect(pageText()).toContain('Kỳ này chưa chốt.');
    await at({ [`GET ${LIST}`]: { body: page([], { judged: [] }) } });
    expect(pageText()).toContain('xem dấu hiệu ở từng quý');
    expect(pageText()).not.toContain('Đã kiểm 0');
    await at({ [`GET ${LIST}`]: { status: 503, body: { code: 'busy', message: 'Đang bận. Thử lại sau một phút.' } } });
    expect(pageText()).toContain('Đang bận. Thử lại sau một phút.');
    button('Thử lại');
  });
});

describe('one flag', () => {
  const hash = `#/can-xem-lai?ky=${CLOSED.period}&muc=${encodeURIComponent(ID)}`;

  it('shows what was seen, honest reasons, that nothing was done, the numbers, the dossiers and who looked', async () => {
    const sent = await at({ [ONE]: { body: page([FLAG]) } }, hash);
    expect(sent.map(({ path }) => path)).toHaveLength(1);
    const words = pageText();
    for (const each of [
      'Ngày có kết quả được nhập vào phần mềm muộn.',
      'Dấu hiệu này không đổi điểm, không kết luận sai.',
      '32/64',
      'Chênh trung bình+0,8',
      '2 người đã mở dấu hiệu này.',
      'Chưa có giải trình.',
      'Cán bộ CB-01 giải trình trên phần mở rộng',
    ])
      expect(words).toContain(each);
    expect(words).toMatch(/37,2–62,8.%/);
    expect(document.querySelector('a.code')?.getAttribute('href')).toBe('#/ho-so/H99.01-261102-0001');
  });

  it('takes a verdict with its reason, and takes it back', async () => {
    const stands = { body: { flag: ID, state: 'accepted' } };
    const sent = await at({ [ONE]: { body: page([FLAG]) }, 'POST /v1/flags/verdicts': stands }, hash);
    await pick('Kết luận của người thẩm định', 'Cần xác minh hồ sơ');
    await write('Lý do, ít nhất 10 ký tự; không ghi tên người', 'Đối chiếu sổ giao nhận.');
    await press(button('Ghi kết luận'));
    expect(pageText()).toContain('Đã ghi kết luận. Điểm không đổi.');
    await press(button('Hoàn tác'));
    const verdicts = sent.filter(({ method }) => method === 'POST').map(({ body }) => body as { verdict: string });
    expect(verdicts).toEqual([
      { period: CLOSED.period, flag: ID, verdict: 'verify', note: 'Đối chiếu sổ giao nhận.' },
      { period: CLOSED.period, flag: ID, verdict: 'withdrawn', note: 'Lấy lại kết luận vừa ghi.' },
    ]);
  });

  it('is answered for the unit by who administers it, and by nobody who only reads', async () => {
    const ofUnit = { ...FLAG, id: `movedDates/${UNIT.unit}/`, check: 'movedDates', officer: null };
    const place = `#/can-xem-lai?ky=${CLOSED.period}&muc=${encodeURIComponent(ofUnit.id)}`;
    const answers = {
      [`GET ${LIST}&check=movedDates&unit=${UNIT.unit}`]: { body: page([ofUnit, FLAG]) },
      'POST /v1/flags/answers': { body: { outcomes: [{ outcome: 'created', id: 'x' }] } },
    };
    const sent = await at(answers, place, session('unit-admin', UNIT.unit) as typeof SESSION);
    await write('Giải trình, ít nhất 10 ký tự; không ghi tên, số điện thoại, số căn cước', 'Có văn bản hẹn lại số 12.');
    await press(button('Gửi giải trình'));
    const post = sent.find(({ method }) => method === 'POST');
    expect(post?.body).toMatchObject([{ flag: ofUnit.id, text: 'Có văn bản hẹn lại số 12.' }]);
    expect(pageText()).toContain('Đã nhận giải trình.');
    expect(pageText()).not.toContain('Ghi kết luận');
    await at(answers, place, session('viewer') as typeof SESSION);
    expect(pageText()).toContain('Quản trị đơn vị giải trình tại trang này.');
    expect(document.querySelector('form')).toBeNull();
  });

  it('that a later close no longer asks is said to be gone', async () => {
    await at({ [ONE]: { body: page([]) } }, hash);
    expect(pageText()).toContain('Bản chốt của kỳ không có dấu hiệu này.');
  });
});
