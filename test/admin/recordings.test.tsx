// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { Petitions } from '../../server/admin/screens/petitions.tsx';
import { button, fakeServer, Here, hide, pageText, press, show, signedIn, type, unfold } from './mount.tsx';
import { UNIT } from './sample.ts';

afterEach(hide);

it('petitions may be on record from a day to a day, and the list says until when', async () => {
  const { api, sent } = fakeServer({
    'GET /v1/units': { body: { units: [UNIT] } },
    'GET /v1/petitions?after=': { body: { petitions: [], next: null } },
    'GET /v1/recordings': {
      body: { recordings: [{ unit: 'so-a', kind: 'petitions', from: '2026-07-01', to: '2026-10-01' }] },
    },
    'POST /v1/recordings': { body: { outcomes: [{ outcome: 'updated', id: 'so-a' }] } },
  });
  await show(signedIn(api, <Here of={Petitions} />));
  await unfold('Ghi đủ từ ngày nào');
  expect(pageText()).toContain('từ 01/07/2026 đến hết 30/09/2026');
  await type('Ghi đủ từ ngày', '2026-07-01');
  await type('Đến hết ngày', '2026-12-31');
  await press(button('Lưu ngày ghi đủ'));
  expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject([{ from: '2026-07-01', to: '2027-01-01' }]);
});
