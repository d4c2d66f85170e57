// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { Search } from '../../server/admin/parts/search.tsx';
import { placeOf } from '../../server/admin/place.ts';
import { DossierScreen } from '../../server/admin/screens/dossier.tsx';
import { button, fakeServer, hide, pageText, press, settle, show, signedIn, type } from './mount.tsx';
import { CLOSED } from './sample.ts';

afterEach(hide);

const HITS = {
  units: [{ unit: 'so-a', name: 'Sở A' }],
  officers: [{ officer: 'CB-0117', label: 'Quầy 1', unit: 'so-a' }],
  procedures: [{ procedure: '1.009974', name: 'Cấp giấy phép xây dựng' }],
  dossier: { code: 'H99.01-260710-0042', unit: 'so-a' },
};
const waited = () => new Promise<void>((resolve) => setTimeout(resolve, 250));

it('opens by the key /, asks once for what was typed, and leads into the chosen period', async () => {
  const { api, sent } = fakeServer({ 'GET /v1/search?q=so+a': { body: HITS } });
  await show(signedIn(api, <Search />, { periods: [CLOSED], period: CLOSED }));
  await act(async () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
  });
  const field = 'Đơn vị, cán bộ, thủ tục hoặc mã hồ sơ';
  expect(document.activeElement?.tagName).toBe('INPUT');
  await type(field, 's');
  await type(field, 'so a');
  await act(waited);
  await settle();
  expect(sent.map(({ path }) => path)).toEqual(['/v1/search?q=so+a']);
  const links = [...document.querySelectorAll('dialog a')].map((a) => a.getAttribute('href'));
  expect(links).toEqual([
    '#/ho-so/H99.01-260710-0042',
    '#/ket-qua/2026-q3/so-a',
    '#/ket-qua/2026-q3/so-a/CB-0117',
    '#/thu-tuc/2026-q3/1.009974',
  ]);
});

it('leaves the key to whoever is typing', async () => {
  await show(signedIn(fakeServer({}).api, <Search />));
  const input = document.createElement('input');
  document.body.append(input);
  input.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
  await settle();
  expect(document.querySelector('dialog')).toBeNull();
  await press(button('Tìm /'));
  expect(document.querySelector('dialog')).not.toBeNull();
});

it('shows a dossier with its days and what was found, and says when nothing was yet', async () => {
  const page = {
    code: 'H99.01-260710-0042',
    unit: 'so-a',
    unitName: 'Sở A',
    procedure: null,
    received: '2026-07-10T08:15',
    promised: '2026-07-24T17:00',
    reappointed: [],
    ready: null,
    returned: null,
    periods: [],
  };
  const { api } = fakeServer({ 'GET /v1/dossiers/H99.01-260710-0042': { body: page } });
  await show(signedIn(api, <DossierScreen place={placeOf('#/ho-so/H99.01-260710-0042')} />));
  expect(pageText()).toContain('Tiếp nhận10/07/2026 08:15');
  expect(pageText()).toContain('Trả kết quảchưa rõ');
  expect(pageText()).toContain('Chưa có kết luận nào');
});
