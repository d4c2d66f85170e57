import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { answerAll, choose, onDisk, send } from './answering.ts';
import { type Hosts, script, tag } from './host-page.ts';

/** A state of the survey and the way to it. */
export interface State {
  readonly csp?: string;
  /** Absent: `reach` goes to a page of its own. */
  readonly body?: string;
  /** From the loaded page to the state; resolves when it is shown. */
  reach(page: Page): Promise<unknown>;
  /** Brings back what the state needed of the server. */
  after?(): Promise<unknown>;
}

const says = (page: Page, text: string) => page.locator('dvc-survey').getByText(text).first().waitFor();

/** Every state a respondent can meet. */
export function states(hosts: Hosts): Readonly<Record<string, State>> {
  const { dvc, slow, server } = hosts;
  const body = (attributes = '') => `<h1>Hồ sơ của tôi</h1>${script(dvc)}${tag(dvc, attributes)}<p>Cuối trang</p>`;
  const address = (attributes: string) => hosts.origin('cong.test') + hosts.put({ body: body(attributes) });
  let dossiers = 0;
  const token = () => {
    dossiers += 1;
    return hosts.token(`H99.02-261110-${dossiers}`);
  };
  const offline = (page: Page) => page.context().setOffline(true);
  const next = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click();
  return {
    loading: {
      async reach(page) {
        slow.survey = 60_000;
        await page.goto(address('lang="en"'));
        await says(page, 'Loading questions…');
      },
      after: async () => Object.assign(slow, { survey: 0 }),
    },
    form: { body: body(), reach: (page) => says(page, 'Câu 1 trong 9') },
    'form with answers, follow-ups and an explanation open': {
      body: body(),
      async reach(page) {
        await answerAll(page);
        await page.getByText('Giải thích').first().click();
        await says(page, 'Hồ sơ là toàn bộ giấy tờ');
        await page.getByText('Xem cách giữ thông tin').click();
      },
    },
    'form in English': {
      body: body('lang="en"'),
      reach: (page) => page.getByRole('button', { name: 'Send' }).waitFor(),
    },
    'test mode': { body: body('test'), reach: (page) => says(page, 'Chế độ thử') },
    'draft card': {
      body: body(),
      async reach(page) {
        await choose(page, 'overall', 's3');
        await expect.poll(() => onDisk(page), { timeout: 10_000 }).toContain('s3');
        await page.reload();
        await says(page, 'Ông/Bà đang trả lời dở');
      },
    },
    errors: {
      body: body(),
      async reach(page) {
        await send(page);
        await says(page, 'Có 1 chỗ cần xem lại');
      },
    },
    'personal data hidden': {
      body: body(),
      async reach(page) {
        await choose(page, 'overall', 's3');
        await page.locator('textarea').fill('Gọi tôi 0912345678');
        await send(page);
        await says(page, 'Đã che 1 chỗ');
      },
    },
    sending: {
      body: body(),
      async reach(page) {
        slow.send = 60_000;
        await choose(page, 'overall', 's3');
        await send(page);
        await says(page, 'Đang gửi…');
      },
      after: async () => Object.assign(slow, { send: 0 }),
    },
    'queued without a network': {
      body: body(),
      async reach(page) {
        await choose(page, 'overall', 's3');
        await offline(page);
        await send(page);
        await says(page, 'Máy đang không có mạng');
      },
    },
    sent: {
      body: body(),
      async reach(page) {
        await answerAll(page);
        await send(page);
        await says(page, 'Đã nhận phiếu');
      },
    },
    'closed, answered already': {
      async reach(page) {
        const used = await token();
        const answers = { overall: 's4' };
        const first = {
          id: `mau.01KA3M5S9W${String(dossiers).padStart(16, '0')}`,
          unit: 'so-a',
          survey: 'danhgia-2026',
          version: 1,
        };
        await server.request('POST', '/v1/responses', {
          ...first,
          stage: 'returned',
          channel: 'portal',
          lang: 'vi',
          answers,
          token: used,
        });
        await page.goto(address(`token="${used}"`));
        await page.getByRole('link', { name: 'Nhập mã phiếu' }).waitFor();
      },
    },
    'closed, a wrong link': {
      body: body('token="mau.0000000000000000"'),
      reach: (page) => page.getByRole('link', { name: 'Góp ý không kèm mã hồ sơ' }).waitFor(),
    },
    failed: {
      body: body('survey="khong-co"'),
      reach: (page) => page.locator('dvc-survey').getByRole('alert').waitFor(),
    },
    'failed without a server': {
      body: `<h1>Hồ sơ</h1>${script(dvc)}${tag('http://khong.test:9', 'survey="tt32-3"')}`,
      reach: (page) => page.getByRole('button', { name: 'Thử lại' }).waitFor(),
    },
    barred: {
      body: body('lang="en"'),
      csp: `default-src 'self'; script-src ${dvc}`,
      reach: (page) => page.locator('[part=base] a').waitFor(),
    },
    'dialog closed': {
      body: body('mode="dialog"'),
      reach: (page) => page.locator('dvc-survey button').first().waitFor(),
    },
    'dialog open': {
      body: body('mode="dialog"'),
      async reach(page) {
        await page.getByRole('button', { name: 'Mở phiếu đánh giá' }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    'one at a time, first': { body: body('steps'), reach: (page) => says(page, 'Câu 1 trong 9') },
    'one at a time, in the middle': {
      body: body('steps'),
      async reach(page) {
        await choose(page, 'overall', 's2');
        await next(page);
        await next(page);
        await choose(page, 'q3', 'extra1');
        await says(page, 'Vì sao phải bổ sung?');
      },
    },
    'one at a time, review': {
      body: body('steps'),
      async reach(page) {
        await choose(page, 'overall', 's4');
        for (let i = 0; i < 10; i += 1) await next(page);
        await says(page, 'Xem lại trước khi gửi');
      },
    },
  };
}
