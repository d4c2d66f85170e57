import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { createGuardedFetch } from '../../server/guarded-fetch.ts';
import { createSingleSignOn } from '../../server/single-sign-on.ts';
import { testServer } from './test-server.ts';

test('a single sign-on that is down is asked once however many people begin, and the page leads back to the password', async () => {
  const server = await testServer();
  const nowhere = createGuardedFetch({ allowed: ['127.0.0.1'] });
  let asked = 0;
  const settings = {
    ...{ tenant: 'mau', issuer: 'https://127.0.0.1:1', clientId: 'danhgia', clientSecret: 'bi-mat-cua-bo-thu-0123' },
    ...{ loginClaim: 'preferred_username', addresses: ['127.0.0.1'], caFile: null },
  };
  const sso = createSingleSignOn(settings, (url, request) => {
    asked += 1;
    return nowhere(url, request);
  });
  const app = createApp({ ...server.services, sso });
  const answers = await Promise.all([...new Array(20)].map(() => app.request('/v1/sso/start')));
  expect([asked, ...new Set(answers.map(({ status }) => status))]).toEqual([1, 503]);
  const page = (await answers[0]?.text()) ?? '';
  expect(page).toContain('hoặc đăng nhập bằng mật khẩu');
  expect(page).toContain('<a class="button primary" href="/admin/">Về trang đăng nhập</a>');
  await server.close();
});
