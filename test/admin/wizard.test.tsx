// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import type { Officer } from '#wire/officer.ts';
import type { SetUpScreen, SetUp as State } from '#wire/set-up.ts';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, choose, fakeServer, hide, pageText, pick, press, show, signedIn, type, unfold } from './mount.tsx';
import { UNIT } from './sample.ts';

afterEach(hide);

const STATE: State = {
  tenant: { settled: true, name: 'Tỉnh Mẫu', decision: 'QĐ 1/QĐ-UBND' },
  units: { n: 18, doubled: 0 },
  officers: { n: 40, units: 17 },
  survey: { chosen: false, id: 'danhgia-2026', version: 1, from: '2026-01-01' },
  embed: { sightings: [] },
  devices: { n: 0, units: 0 },
  dossiers: { n: 0, periods: 0 },
  open: 'survey',
};
const at = (step: 'survey' | 'embed', state = STATE) => ({ body: { state, edits: { step } } satisfies SetUpScreen });
const SURVEY = {
  id: 'danhgia-2026',
  version: 1,
  lang: 'vi',
  questions: [],
  stages: {},
  words: { q3: 'Ông/Bà phải đến mấy lần?', 'q3.extra0': '1 lần' },
};
const OTHER = { ...SURVEY, id: 'binh-thuan-2019', words: { l3: 'Ông/Bà liên hệ mấy lần?' } };
const steps = () => [...document.querySelectorAll('.stepper li')].map((li) => li.textContent?.replace(/\s+/g, ' '));

it('begins where nobody has been yet; each step says what it has come to', async () => {
  const { api, sent } = fakeServer({
    'GET /v1/set-up': at('survey'),
    'GET /v1/surveys/danhgia-2026': { body: SURVEY },
  });
  await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap')} />));
  expect(sent.map(({ path }) => path)).toEqual(['/v1/set-up']);
  expect(document.querySelector('h2')?.textContent).toBe('Bước 4 trong 8: Phiếu');
  expect(steps().slice(0, 4)).toEqual([
    '✓ Tỉnhđã xong · Tỉnh Mẫu · QĐ 1/QĐ-UBND',
    '✓ Đơn vịđã xong · 18 đơn vị, 0 trùng',
    '✓ Cán bộđã xong · 40 cán bộ ở 17/18 đơn vị',
    '● Phiếuchưa xong · danhgia-2026 bản 1, chưa xác nhận',
  ]);
  expect(document.querySelector('[aria-current=step] a')?.getAttribute('href')).toBe('#/thiet-lap/tung-buoc/phieu');
  await unfold('Người dân sẽ thấy');
  expect(pageText()).toContain('Ông/Bà phải đến mấy lần?');
});

it('another survey is looked at, compared word by word and chosen', async () => {
  const { api, sent } = fakeServer({
    'GET /v1/set-up?step=survey': at('survey'),
    'GET /v1/surveys/danhgia-2026': { body: SURVEY },
    'GET /v1/surveys/binh-thuan-2019': { body: OTHER },
    'PUT /v1/tenant/survey': { body: STATE },
  });
  await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/tung-buoc/phieu')} />));
  await pick('Mẫu phiếu của tỉnh', 'Phiếu Bình Thuận 2019, bản 1 từ 26/04/2019');
  await unfold('Người dân sẽ thấy');
  expect(pageText()).toContain('Ông/Bà liên hệ mấy lần?');
  await press(button('Dùng mẫu này'));
  expect(sent.at(-2)).toMatchObject({ method: 'PUT', body: { survey: 'binh-thuan-2019' } });
});

it('a pasted address becomes a site to watch; nothing seen yet says why that may be', async () => {
  const seen = { origin: 'https://cong.example.vn', scriptAt: null, formAt: null, unit: null };
  let sightings: State['embed']['sightings'] = [];
  const { api, sent } = fakeServer({
    'GET /v1/set-up?step=embed': () => at('embed', { ...STATE, embed: { sightings } }),
    'PUT /v1/portal-sightings': () => {
      sightings = [seen];
      return { body: { sightings } };
    },
  });
  await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/tung-buoc/ma-nhung')} />));
  await type('Địa chỉ cổng', 'https://cong.example.vn/tra-cuu?ma=1');
  await press(button('Kiểm tra địa chỉ này'));
  expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({ origins: ['https://cong.example.vn'] });
  expect(pageText()).toContain('Chưa thấy phiếu ở địa chỉ này. Lý do thường gặp: CSP chặn, sai địa chỉ.');
});

it('an act of a step renews its list and what the steps have come to, in one request', async () => {
  const state: State = { ...STATE, officers: { n: 0, units: 0 }, open: 'officers' };
  let officers: Officer[] = [];
  const { api, sent } = fakeServer({
    'GET /v1/set-up?step=officers': () => ({
      body: {
        state: { ...state, officers: { n: officers.length, units: officers.length } },
        edits: { step: 'officers', officers },
      },
    }),
    'POST /v1/officers': () => {
      officers = [{ officer: 'CB-01', label: 'Quầy 1', unit: UNIT.unit }];
      return { status: 201, body: officers[0] };
    },
  });
  await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/tung-buoc/can-bo')} />));
  expect(steps()[2]).toBe('● Cán bộchưa xong · 0 cán bộ ở 0/18 đơn vị');
  await choose('Đơn vị', UNIT.unit);
  await type('Mã cán bộ', 'CB-01');
  await type('Tên gọi trên danh sách', 'Quầy 1');
  await type('Mã PIN', '135791');
  await press(button('Thêm cán bộ'));
  expect(steps()[2]).toBe('✓ Cán bộđã xong · 1 cán bộ ở 1/18 đơn vị');
  expect(pageText()).toContain('Quầy 1');
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v1/set-up?step=officers',
    'POST /v1/officers',
    'GET /v1/set-up?step=officers',
  ]);
});
