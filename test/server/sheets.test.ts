import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import { numberedCodes, questionsOf } from '#rules/surveys/questions-of.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const open = (path: string) => server.request('GET', `/in/mau/so-a/${path}`);
/** Text as a reader sees it, without markup. */
const read = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the poster of a unit', () => {
  test('names counter and unit, shows the address its code opens, without script', async () => {
    const { status, text, headers } = await open(`ma-qr?kho=a5&quay=${encodeURIComponent('Quầy 03')}`);
    expect(status).toBe(200);
    expect(read(text)).toMatch(/Quầy 03\s+Đơn vị so-a/);
    expect(text).toContain('http://127.0.0.1:8787/k/mau/so-a');
    expect(text).toContain('<svg');
    expect(text).toContain('poster a5');
    expect(text).not.toContain('<script');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('prints a counter of somebody else as text, cut short', async () => {
    const { text } = await open(`ma-qr?quay=${encodeURIComponent('<b>x</b>'.repeat(20))}`);
    expect(text).not.toContain('<b>');
    expect(text).toContain('&lt;b&gt;');
    expect(text.length).toBeLessThan(60_000);
  });

  test('of no unit is a page that says so', async () => {
    const { status, text } = await server.request('GET', '/in/mau/khong-co/ma-qr');
    expect(status).toBe(404);
    expect(text).toContain('<html');
  });
});

describe('the paper form of a unit', () => {
  test.each(['vi', 'en'] as const)('asks what the screen asks, in its order and words, in %s', async (lang) => {
    const { text } = await open(`phieu?lang=${lang}`);
    const words = wordsOf(danhgia2026, lang);
    const page = read(text);
    const escaped = (said: string) => said.replaceAll("'", '&#39;');
    let from = 0;
    for (const question of questionsOf(danhgia2026, 'returned')) {
      const at = page.indexOf(escaped(words[question.code] ?? question.code), from);
      expect(at, question.code).toBeGreaterThanOrEqual(from);
      from = at;
      for (const { code } of question.options) {
        const said = words[`${question.code}.${code}`] ?? words[code] ?? code;
        expect(page.indexOf(`${escaped(said)} ${code}`, from), `${question.code}.${code}`).toBeGreaterThan(from);
      }
    }
    const boxes = questionsOf(danhgia2026, 'returned').flatMap(({ options }) => options).length;
    const helpers = 4;
    expect(text.match(/class="tick"/g)).toHaveLength(boxes + helpers);
    expect(text.match(/<h2>(Câu|Question) \d/g)).toHaveLength(numberedCodes(danhgia2026, 'returned').length);
    expect(page).toMatch(/danhgia-2026, (phiên bản|version) 1/);
  });

  test('says which question cannot stay empty, and asks who held the pen', async () => {
    const page = read((await open('phieu')).text);
    expect(page).toContain('Câu nào không biết, Ông/Bà cứ bỏ trống. Riêng câu 1 cần có dấu X.');
    expect(page).toMatch(/Ai ghi phiếu này\?.*Tôi tự ghi self.*Người nhà ghi giúp relative.*Cán bộ ghi giúp officer/);
  });

  test('of the step after filing has its own questions, in the other language too', async () => {
    const { text } = await open('phieu?buoc=submitted');
    expect(text.match(/<h2>Câu \d/g)).toHaveLength(4);
    const [, other] = /href="(\?lang=en[^"]*)"/.exec(text) ?? [];
    const english = await open(`phieu${other?.replace('&amp;', '&')}`);
    expect(english.text.match(/<h2>Question \d/g)).toHaveLength(4);
  });
});
