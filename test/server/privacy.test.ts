import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrivacySettings, PublicPrivacy } from '#wire/privacy.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

const NOTICE = `Phiếu do Văn phòng UBND Tỉnh Mẫu giữ. Liên hệ: (0200) 3 800 800.\nXem thêm tại <trang tỉnh> & "cổng".`;

let server: TestServer;
const settings = (body?: unknown) =>
  server.request<PrivacySettings & { issues?: { path: string }[] }>(
    body === undefined ? 'GET' : 'PUT',
    '/v1/privacy',
    body,
    server.credentials.mau['province-admin'],
  );
const keep = { commentMonths: 12, dossierMonths: 36 };
const told = (query = '') => server.request<PublicPrivacy>('GET', `/v1/public/tenants/mau/privacy${query}`);

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

describe('how answers are kept', () => {
  test('is told in the words of the form until the province has its own: basis, office, end of the period', async () => {
    const { body } = await told();
    expect(body.text).toMatch(/^Chúng tôi lưu: câu trả lời, .* Căn cứ: .*\. Kỳ này khóa sổ sau ngày 31\/12\/2026\. /);
    expect(body.text).toMatch(/Đơn vị chịu trách nhiệm: Tỉnh mau\.$/);
    expect(body.text).not.toContain('{');
    const { body: set } = await settings();
    expect(set).toEqual({ notice: null, since: null, standard: body.text, commentMonths: 24, dossierMonths: 60 });
  });

  test('stands in the province’s own words beside every form, escaped, once it has settled them', async () => {
    const saved = await settings({ notice: NOTICE, ...keep });
    expect(saved.body).toMatchObject({ notice: NOTICE, since: '2026-11-10T02:00:00.000Z', ...keep });
    expect((await told()).body.text).toBe(NOTICE);
    expect((await told('?lang=en')).body.text).toMatch(/^We keep: .* Responsible: Tỉnh mau\.\nPhiếu do/);
    const survey = await server.request<ServedSurvey>('GET', '/v1/surveys/danhgia-2026?tenant=mau');
    expect(survey.body.words['privacy.more']).toBe(NOTICE);
    expect(survey.body.words['reply.help']).toMatch(/trước ngày \d\d\/\d\d\/2026\. Không cần ghi tên/);
    const escaped = '<p>Xem thêm tại &lt;trang tỉnh&gt; &amp; &quot;cổng&quot;.</p>';
    const form = await server.request('GET', '/k/mau/so-a');
    expect(form.text).toContain(escaped);
    const page = await server.request('GET', '/cong-khai/mau/rieng-tu');
    expect(page.text).toContain(escaped);
    expect((await server.request('GET', '/cong-khai/mau')).text).toContain('href="/cong-khai/mau/rieng-tu"');
    const sent = new URLSearchParams({ id: responseOf(1).id, overall: 's4', q1: 'on' }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await server.request('POST', '/k/mau/so-a', sent, type)).text).toContain(escaped);
  });

  test('is not another province’s', async () => {
    const other = await server.request<PublicPrivacy>('GET', '/v1/public/tenants/kia/privacy');
    expect(other.body.text).toContain('Đơn vị chịu trách nhiệm: Tỉnh kia.');
    expect((await server.request('GET', '/v1/public/tenants/khong/privacy')).status).toBe(404);
  });

  test('keeps every version on record, a new one only where the words changed', async () => {
    server.clock.now = new Date('2026-11-11T02:00:00Z');
    await settings({ notice: NOTICE, commentMonths: 6, dossierMonths: 36 });
    await settings({ notice: null, ...keep });
    const versions = await server.db.all("select since, text from privacy_notices where tenant = 'mau' order by since");
    expect(versions).toEqual([
      { since: '2026-11-10T02:00:00.000Z', text: NOTICE },
      { since: '2026-11-11T02:00:00.000Z', text: null },
    ]);
    expect((await told()).body.text).toMatch(/^Chúng tôi lưu/);
    const [entry] = await server.db.all<{ n: number }>(
      "select count(*) as n from audit where action = 'privacy.change'",
    );
    expect(entry?.n).toBe(3);
  });

  test('is bounded, and each wrong field is named', async () => {
    const wrong = await settings({ notice: 'x'.repeat(4001), commentMonths: 0, dossierMonths: 11 });
    expect([wrong.status, wrong.body.issues?.map(({ path }) => path)]).toEqual([
      422,
      ['notice', 'commentMonths', 'dossierMonths'],
    ]);
  });
});
