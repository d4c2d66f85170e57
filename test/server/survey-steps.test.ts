import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blurred, type StepCount } from '../../server/store/survey-steps.ts';
import { dumped } from './sealed-worlds.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

const SURVEY = 'danhgia-2026';
let server: TestServer;
const steps = () =>
  server.db.all<StepCount>(
    `select channel, step, bucket, n from survey_steps where tenant = 'mau' order by step, channel, bucket`,
  );
const left = (question: string, unit = 'so-a') => server.request('POST', `/v1/left/mau/${unit}/${SURVEY}/${question}`);

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

describe('what a form goes through is counted', () => {
  test('opened by its link, in the widget and as a page', async () => {
    const asked = { dossier: 'H99.01-261102-0001', unit: 'so-a', procedure: '1.001612', stage: 'returned' };
    const { body } = await server.request<{ token: string }>(
      'POST',
      '/v1/invitations',
      asked,
      server.credentials.mau.portal,
    );
    await server.request('GET', `/v1/invitations/${body.token}`);
    await server.request('GET', `/k/${body.token}?via=qr`);
    await server.request('GET', '/k/mau/so-a');
    expect(await steps()).toEqual([
      { channel: 'plain', step: 'opened', bucket: '', n: 1 },
      { channel: 'portal', step: 'opened', bucket: '', n: 1 },
      { channel: 'qr', step: 'opened', bucket: '', n: 1 },
    ]);
  });

  test('left unsent, at which question; one that does not exist is refused', async () => {
    expect([(await left('q4')).status, (await left('q4')).status]).toEqual([204, 204]);
    expect((await left('q99')).status).toBe(422);
    expect((await left('q4', 'khong-co')).status).toBe(422);
    const counted = (await steps()).filter(({ step }) => step === 'left');
    expect(counted).toEqual([{ channel: 'portal', step: 'left', bucket: 'q4', n: 2 }]);
  });

  test('left at a kiosk without a line, on the day it was; a day of no open period is counted nowhere', async () => {
    const at = (question: string, on: string, as = server.credentials.mau.kiosk) =>
      server.request('POST', `/v1/left/mau/so-a/${SURVEY}/${question}?on=${on}`, {}, as);
    const kiosk = async () => (await steps()).filter(({ step, channel }) => step === 'left' && channel === 'kiosk');
    expect((await at('q1', '2026-11-02')).status).toBe(204);
    expect((await at('q1', '2026-09-30')).status).toBe(204);
    expect((await at('q1', '2027-05-01')).status, 'a clock that is ahead').toBe(204);
    expect((await at('q1', 'hôm qua')).status).toBe(422);
    expect(await kiosk()).toEqual([{ channel: 'kiosk', step: 'left', bucket: 'q1', n: 2 }]);
  });

  test('sent back for a question without an answer, on the page without script', async () => {
    const page = await server.request('GET', '/k/mau/so-a');
    const id = /name="id" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const sent = await server.app.request('/k/mau/so-a', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '200' },
      body: new URLSearchParams({ id, q1: 'on' }).toString(),
    });
    expect(sent.status).toBe(422);
    expect((await steps()).filter(({ step }) => step === 'fault')).toEqual([
      { channel: 'plain', step: 'fault', bucket: 'overall', n: 1 },
    ]);
  });

  test('sent after how long, once however often it arrives; an erased one is counted no more', async () => {
    const send = (seconds: number) =>
      server.request<{ receipt: string }>('POST', '/v1/responses', responseOf(1, { seconds }));
    const first = await send(95);
    expect([first.status, (await send(95)).status]).toEqual([201, 200]);
    // Sent again by a device that counted on: the same response, counted as it was.
    expect((await send(400)).status).toBe(200);
    const sent = async () => (await steps()).filter(({ step }) => step === 'sent').map(({ bucket, n }) => [bucket, n]);
    expect(await sent()).toEqual([['120', 1]]);
    const changed = responseOf(1, { seconds: 400, answers: { overall: 's2', q1: 'on', q3: 'extra0', q7: 't3' } });
    const as = { 'x-dvc-receipt': first.body.receipt };
    expect((await server.request('PUT', `/v1/responses/${idOf(1)}`, changed, as)).status).toBe(200);
    expect(await sent()).toEqual([['120', 1]]);
    expect((await server.request('DELETE', `/v1/responses/${idOf(1)}`, undefined, as)).status).toBe(204);
    expect(await sent()).toEqual([]);
    expect((await dumped(server)).get('receipts.pace')).toEqual(['null']);
  });

  test('not where a clock was set meanwhile, or some was answered on an earlier visit', async () => {
    expect((await server.request('POST', '/v1/responses', responseOf(2, { seconds: -5 }))).status).toBe(201);
    expect((await server.request('POST', '/v1/responses', responseOf(3, { seconds: null }))).status).toBe(201);
    expect((await steps()).filter(({ step }) => step === 'sent')).toEqual([]);
  });
});

describe('the seal', () => {
  test('names no channel, question or pace of fewer than 5', async () => {
    for (let i = 10; i < 16; i += 1)
      expect(
        (await server.request('POST', '/v1/responses', responseOf(i, { seconds: i === 15 ? 700 : 45 }))).status,
      ).toBe(201);
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    const { 'province-admin': admin } = server.credentials.mau;
    for (const step of ['close', 'seal'])
      expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status).toBe(200);
    // Opened 4 times and left twice: fewer than 5, of whichever channel. All 8 of the province in one language, two of them without a time.
    expect(await steps()).toEqual([
      { channel: '', step: 'lang', bucket: 'vi', n: 8 },
      { channel: 'portal', step: 'sent', bucket: '*', n: 1 },
      { channel: 'portal', step: 'sent', bucket: '60', n: 5 },
    ]);
  });

  const count = (channel: StepCount['channel'], step: StepCount['step'], bucket: string, n: number): StepCount => ({
    ...{ unit: 'so-a', survey: SURVEY },
    ...{ channel, step, bucket, n },
  });

  test('leaves alone what it blurred before, and what is of enough', () => {
    const counts = [
      count('plain', 'left', 'q1', 3),
      count('portal', 'left', 'q4', 9),
      count('portal', 'left', 'q6', 4),
      count('qr', 'left', 'q4', 2),
      count('portal', 'opened', '', 20),
    ];
    const once = blurred(counts, 5);
    // Three of the plain page and two of the slip are five of no channel named.
    expect(once).toEqual([
      count('', 'left', '*', 5),
      count('portal', 'left', '*', 4),
      count('portal', 'left', 'q4', 9),
      count('portal', 'opened', '', 20),
    ]);
    expect(blurred(once, 5)).toEqual(once);
  });
});
