// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import type { SetUp as State } from '#wire/set-up.ts';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, fakeServer, hide, pageText, pick, press, show, signedIn, type } from './mount.tsx';

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
    'GET /v1/set-up': { body: STATE },
    'GET /v1/surveys/danhgia-2026': { body: SURVEY },
  });
  await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap')} />));
  expect(document.querySelector('h2')?.textContent).toBe('Bước 4 trong 8: Phiếu');
  expect(steps().slice(0, 4)).toEqual([
    '✓ Tỉnhđã xong · Tỉnh Mẫu · QĐ 1/QĐ-UBND',
    '✓ Đơn vịđã xong · 18 đơn vị, 0 trùng',
    '✓ Cán bộđã xong · 40 cán bộ ở 17/18 đơn vị',
    '● Phiếuchưa xong · danhgia-2026 bản 1, chưa xác nhận',
  ]);
  expect(document.querySelector('[aria-current=step] a')?.getAttribute('href')).toBe('#/thiet-lap/tung-buoc/phieu');
  expect(pageText()).toContain('Ông/Bà phải đến mấy lần?');
  expect(sent.filter(({ path }) => path === '/v1/set-up')).toHaveLength(1);
});

it('another survey is looked at, compared word by word and chosen', async () => {
  const { api, sent } = fakeServer({
    'GET /v1/set-up': { body: STATE },
    'GET /v1/surveys/danhgia-2026': { body: SURVEY },
    'GET /v1/surveys/binh-thuan-2019': { body: OTHER },
    'PUT /v1/tenant/survey': { body: STATE },
  });
  await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/tung-buoc/phieu')} />));
  await pick('Mẫu phiếu của tỉnh', 'Phiếu Bình Thuận 2019, bản 1 từ 26/04/2019');
  expect(pageText()).toContain('Ông/Bà liên hệ mấy lần?');
  await press(button('Dùng mẫu này'));
  expect(sent.at(-2)).toMatchObject({ method: 'PUT', body: { survey: 'binh-thuan-2019' } });
});

it('a pasted address becomes a site to watch; nothing seen yet says why that may be', async () => {
  const seen = { origin: 'https://cong.example.vn', scriptAt: null, formAt: null, unit: null };
  let sightings: unknown[] = [];
  const { api, sent } = fakeServer({
    'GET /v1/set-up': () => ({ body: { ...STATE, embed: { sightings } } }),
    'GET /v1/portal-origins': { body: { origins: [] } },
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
