// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, fakeServer, field, hide, pageText, press, show, signedIn, type, write } from './mount.tsx';
import { UNIT } from './sample.ts';

afterEach(hide);

const settings = {
  notice: null,
  since: null,
  standard: 'Chúng tôi lưu: câu trả lời.',
  commentMonths: 24,
  dossierMonths: 60,
};
const NOTICE = 'Phiếu do Văn phòng UBND tỉnh giữ, không đọc được tên người trả lời.';
const COMMENTS = 'Giữ lời góp ý (tháng, từ lúc khóa sổ)';

async function open(put: Parameters<typeof fakeServer>[0][string] = { body: settings }) {
  const { api, sent } = fakeServer({
    'GET /v1/units': { body: { units: [UNIT] } },
    'GET /v1/privacy': { body: settings },
    'PUT /v1/privacy': put,
  });
  await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/rieng-tu')} />));
  return sent;
}

describe('the notice', () => {
  it('shows what citizens will read: the words of the form, then the province’s own as they are typed', async () => {
    const sent = await open();
    expect(pageText()).toContain('Chúng tôi lưu: câu trả lời.');
    await write('Thông báo của tỉnh về cách giữ câu trả lời', NOTICE);
    expect(document.querySelector('.note')?.textContent).toBe(NOTICE);
    await type(COMMENTS, '12');
    await press(button('Lưu'));
    expect(sent.find((s) => s.method === 'PUT')?.body).toEqual({
      notice: NOTICE,
      commentMonths: 12,
      dossierMonths: 60,
    });
    expect(pageText()).toContain('Đã lưu.');
  });

  it('is put back as it stood within ten seconds, in the fields as on the server', async () => {
    const before = { notice: null, commentMonths: 24, dossierMonths: 60 };
    const sent = await open(() => ({
      body: { ...settings, ...(sent.at(-1)?.body as object), since: '2026-11-22T02:00:00Z' },
    }));
    await write('Thông báo của tỉnh về cách giữ câu trả lời', NOTICE);
    await type(COMMENTS, '12');
    await press(button('Lưu'));
    await press(button('Hoàn tác'));
    const puts = sent.filter((s) => s.method === 'PUT').map((s) => s.body);
    expect(puts).toEqual([{ notice: NOTICE, commentMonths: 12, dossierMonths: 60 }, before]);
    expect([field(COMMENTS).value, document.querySelector('textarea')?.value]).toEqual(['24', '']);
    expect(pageText()).toContain('Đã trở lại như trước.');
    expect(pageText()).not.toContain('Hoàn tác');
  });

  it('sends nothing while a term is no number, and says what to write', async () => {
    const sent = await open();
    await type(COMMENTS, 'hai năm');
    await press(button('Lưu'));
    expect(sent.filter((s) => s.method === 'PUT')).toEqual([]);
    expect(pageText()).toContain('Ghi số tháng bằng chữ số.');
  });

  it('says beside the field what the server refuses', async () => {
    const issues = [{ path: 'dossierMonths', message: 'ít nhất 12 tháng' }];
    await open({ status: 422, body: { code: 'body.invalid', message: 'Sửa rồi gửi lại.', issues } });
    await press(button('Lưu'));
    expect(document.querySelector('.error')?.textContent).toContain('ít nhất 12 tháng');
  });
});
