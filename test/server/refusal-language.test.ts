import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome, Problem } from '#wire/problem.ts';
import { refusalIn } from '../../server/pages/refusal-in.ts';
import english from '../../server/pages/refusals.en.json' with { type: 'json' };
import { repositoryFiles, textOf } from '../structure/source-files.ts';
import { type As, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const BAD = '/v1/invitations/mau.K7M29QXD4TWZ8R3F';
const asked = async (method: string, path: string, body: unknown, as: As) => {
  const answer = await server.request<Problem>(method, path, body, as);
  return [answer.body.message, answer.headers.get('content-language')];
};

describe('a refusal is said', () => {
  test('in the language the page of a citizen asks for, Vietnamese otherwise', async () => {
    const vi = ['Đường dẫn không đúng. Hãy mở lại từ giấy hẹn hoặc tin nhắn của cơ quan.', 'vi'];
    const en = ['This link is not valid. Open it again from your receipt or the message you got.', 'en'];
    expect(await asked('GET', BAD, undefined, {})).toEqual(vi);
    expect(await asked('GET', BAD, undefined, { 'accept-language': 'en' })).toEqual(en);
    expect(await asked('GET', BAD, undefined, { 'accept-language': 'en-GB,vi;q=0.8' })).toEqual(en);
    for (const tongue of ['vi,en;q=0.5', 'fr', 'enx', '*'])
      expect(await asked('GET', BAD, undefined, { 'accept-language': tongue })).toEqual(vi);
    const sent = responseOf(1, { unit: 'khong-co' });
    expect(await asked('POST', '/v1/responses', sent, { 'accept-language': 'en' })).toEqual([
      'This page is not set up for the right office. Please tell the office that runs it.',
      'en',
    ]);
  });

  test('in the language of each form of a batch', async () => {
    const forms = (['en', 'vi'] as const).map((lang, n) => responseOf(n, { lang, unit: 'khong-co' }));
    const { body } = await server.request<{ outcomes: Outcome[] }>('POST', '/v1/responses', forms);
    const said = body.outcomes.map((one) => (one.outcome === 'refused' ? one.problem.message : one.outcome));
    expect(said).toEqual([
      'This page is not set up for the right office. Please tell the office that runs it.',
      'Trang này chưa gắn đúng đơn vị. Mời Ông/Bà báo cho Tỉnh mau.',
    ]);
  });

  test('in Vietnamese to officers and administrators, whatever their browser speaks', async () => {
    for (const path of ['/v1/periods', '/v1/devices/self'])
      expect((await asked('GET', path, undefined, { 'accept-language': 'en' }))[1]).toBe('vi');
  });

  test('in Vietnamese where the English one lacks a value', () => {
    const refusal = { code: 'period.late', message: 'Đã hết thời gian.', values: {} };
    expect(refusalIn(refusal, 'en')).toEqual({ text: 'Đã hết thời gian.', lang: 'vi' });
  });
});

test('every English sentence is of a code there is, short, and without a mark of exclamation', () => {
  const source = repositoryFiles()
    .filter((file) => /^server\/.*\.ts$/.test(file))
    .map(textOf)
    .join('\n');
  for (const [code, sentence] of Object.entries(english)) {
    expect(source.includes(`'${code}'`), code).toBe(true);
    expect(sentence.length, code).toBeLessThan(120);
    expect(sentence, code).toMatch(/^[A-Z][^!]*\.$/);
  }
});
