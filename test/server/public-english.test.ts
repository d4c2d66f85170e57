import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BINH_THUAN_2020 } from '../../server/demo/seeds/binh-thuan-2020.ts';
import { putPublishedTable, setTableState } from '../../server/store/published-tables.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let receipt: string;
beforeAll(async () => {
  server = await testServer();
  await server.db.batch([
    putPublishedTable('mau', BINH_THUAN_2020, { actor: 'user:a', at: null }),
    setTableState('mau', BINH_THUAN_2020.id, 'public'),
  ]);
  const { body } = await server.request<{ receipt: string }>(
    'POST',
    '/v1/responses',
    responseOf(1, { comment: 'Chờ hơi lâu.' }),
    server.credentials.mau.portal,
  );
  receipt = body.receipt;
});
afterAll(() => server.close());

/** Names, cited acts, and what citizens and the province wrote, stay as they are. */
const NAMES = [
  'Đánh giá DVC',
  'Tỉnh mau',
  'Đơn vị so-a',
  'Chờ hơi lâu.',
  'Tiếng Việt',
  'khoản 1 Điều 33 NĐ 118/2025/NĐ-CP',
];
/** What an English reader meets that is neither marked as Vietnamese nor a name. */
function vietnameseIn(page: string): string[] {
  const unmarked = page.replace(/<(span|div|a|p)\b[^>]*\blang="vi"[^>]*>.*?<\/\1>/gs, ' ');
  const plain = NAMES.reduce((text, name) => text.replaceAll(name, ''), unmarked.replace(/<[^>]*>/g, '\n'));
  return plain.split('\n').filter((line) => /[ăđơưạ-ỹ]/i.test(line));
}
const english = async (path: string) => {
  const { text, status } = await server.request('GET', `${path}${path.includes('?') ? '&' : '?'}lang=en`);
  expect(text, path).toContain('<html lang="en">');
  return { text, status };
};

describe('in English', () => {
  test.each([
    ['/cong-khai/mau/phieu', 200, 'Enter your receipt'],
    ['/cong-khai/mau/phieu?ma=', 422, 'There is no receipt yet.'],
    ['/cong-khai/mau/phieu?ma=AAAAAAAAAA', 404, 'No form was found under this receipt.'],
    ['/cong-khai/mau/rieng-tu', 200, 'Responsible: Tỉnh mau.'],
    ['/cong-khai/mau/bao-cao', 200, 'Reports published earlier'],
  ])('%s says everything that is not quoted', async (path, status, said) => {
    const page = await english(path);
    expect(page.status).toBe(status);
    expect(page.text).toContain(said);
    expect(vietnameseIn(page.text)).toEqual([]);
    expect(page.text).toContain('hreflang="vi">Tiếng Việt</a>');
  });

  test('answers are read in the words of the English form, and changed on it', async () => {
    const { text } = await english(`/cong-khai/mau/phieu?ma=${receipt}`);
    expect(vietnameseIn(text)).toEqual([]);
    expect(text).toContain('Change or delete the answers');
    expect(text).toContain('action="/k/mau/so-a?lang=en"');
  });

  test('what the province wrote of privacy stands after the words of the form, marked as Vietnamese', async () => {
    const notice = 'Phiếu do Văn phòng UBND tỉnh giữ, không đọc được tên người trả lời.';
    const settings = { notice, commentMonths: 24, dossierMonths: 60 };
    await server.request('PUT', '/v1/privacy', settings, server.credentials.mau['province-admin']);
    const { text } = await english('/cong-khai/mau/rieng-tu');
    expect(text).toMatch(new RegExp(`Responsible: Tỉnh mau\\.</p><div lang="vi"><p>${notice}`));
    expect(vietnameseIn(text)).toEqual([]);
  });

  test('whoever looks a receipt up stays in the language, and English pages lead to English ones', async () => {
    const { text } = await english('/cong-khai/mau/phieu');
    expect(text).toContain('<input type="hidden" name="lang" value="en">');
    expect(text).toContain('href="/cong-khai/mau/rieng-tu?lang=en"');
    const bad = await server.request('GET', '/k/mau.K7M29QXD4TWZ8R3F?lang=en');
    expect(bad.text).toContain('href="/cong-khai/mau/phieu?lang=en">Enter your receipt</a>');
  });
});
