// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { CHOICES, DEFAULT_CHOICES } from '#rules/choices.ts';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, choose, fakeServer, hide, pageText, pick, press, show, signedIn } from './mount.tsx';
import { UNIT } from './sample.ts';

afterEach(hide);

const DECISION = { act: 'QĐ 7/QĐ-UBND', ruleset: 'tt01-2018', from: '2026-01-01', to: '2027-07-01' };
const settings = {
  tenant: 'mau',
  name: 'Tỉnh Mẫu',
  decision: DECISION,
  hours: DEFAULT_OFFICE_HOURS,
  choices: { ...DEFAULT_CHOICES, gradeAsIs: 'yes' },
};

async function open(hash = '#/thiet-lap/tinh') {
  const { api, sent } = fakeServer({
    'GET /v1/units': { body: { units: [UNIT] } },
    'GET /v1/tenant': { body: settings },
    'PUT /v1/tenant': { body: settings },
  });
  await show(signedIn(api, <SetUp place={placeOf(hash)} />));
  return sent;
}

const groups = () => [...document.querySelectorAll('details')];
const summaries = () => groups().map((group) => group.querySelector('summary')?.textContent);
const CHOSEN_BY_RULESET = 'Đơn vị không thực hiện đánh giá';

describe('the decision', () => {
  it('names the ruleset it applies, by title, and is sent with it', async () => {
    const sent = await open();
    await choose('Bộ quy tắc được áp dụng', 'tay-ninh-800');
    expect(pageText()).toContain('nên không ghi nhận được sự không hài lòng');
    await press(button('Lưu thiết lập của tỉnh'));
    expect(sent.find((s) => s.method === 'PUT')?.body).toMatchObject({
      decision: { ...DECISION, ruleset: 'tay-ninh-800' },
    });
  });

  it('offers rulesets that give points and no other', async () => {
    await open();
    expect([...document.querySelectorAll('select option')].map((o) => o.textContent)).toEqual([
      'Chín chỉ số theo Thông tư 01/2018/TT-VPCP',
      'Chín chỉ số theo cách của Bình Thuận',
      'Chín chỉ số theo cách của Tây Ninh',
    ]);
  });

  it('takes from the province the choices its ruleset settles, and gives them back', async () => {
    await open();
    expect([...document.querySelectorAll('legend')].map((l) => l.textContent)).toContain(CHOSEN_BY_RULESET);
    await choose('Bộ quy tắc được áp dụng', 'binh-thuan-1063');
    expect([...document.querySelectorAll('legend')].map((l) => l.textContent)).not.toContain(CHOSEN_BY_RULESET);
    expect(pageText()).toContain(
      `${CHOSEN_BY_RULESET}Bộ quy tắc của quyết định đã chọn: Xếp loại Yếu, Rất không hài lòng (cách của Bình Thuận).`,
    );
    // gradeAsIs of the province; notEvaluated and satisfaction.label of the ruleset.
    expect(summaries()[2]).toContain('3 khác mặc định');
    await pick('Quyết định của tỉnh về cách đánh giá', 'Không có quyết định');
    expect([...document.querySelectorAll('legend')].map((l) => l.textContent)).toContain(CHOSEN_BY_RULESET);
  });
});

describe('the choices', () => {
  it('stand in three groups that say how many differ from the default, as they are changed', async () => {
    await open();
    const of = (group: Element) => group.querySelectorAll('fieldset').length;
    const counts = groups().map(of);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(CHOICES.length);
    expect(summaries()).toEqual([
      `Điểm của từng chỉ số (${counts[0]} mục, đều theo mặc định)`,
      `Thời hạn và kỳ của hồ sơ (${counts[1]} mục, đều theo mặc định)`,
      `Từ điểm đến kết quả và xếp loại (${counts[2]} mục, 1 khác mặc định)`,
    ]);
    await pick('Hồ sơ thuộc kỳ nào', 'Kỳ có ngày tiếp nhận');
    await pick('Xếp loại khi thiếu chỉ số', 'Không xếp loại, ghi «chưa đủ chỉ số» (mặc định)');
    expect(summaries()[1]).toContain('1 khác mặc định');
    expect(summaries()[2]).toContain('đều theo mặc định');
  });

  it('are folded; a link to one opens its group and leads the focus to its answer', async () => {
    await open();
    expect(groups().map((group) => group.open)).toEqual([false, false, false]);
    hide();
    await open('#/thiet-lap/tinh?cach-hieu=ruleset.straddle');
    expect(groups().map((group) => group.open)).toEqual([false, false, true]);
    const focused = document.activeElement as HTMLInputElement;
    expect([focused.value, focused.closest('fieldset')?.querySelector('legend')?.textContent]).toEqual([
      'ask',
      'Kỳ có nhiều bộ quy tắc lần lượt hiệu lực',
    ]);
  });
});
