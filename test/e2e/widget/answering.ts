import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestServer } from '../../server/test-server.ts';

export type Within = Page | FrameLocator | Locator;

/** One answer of each kind: required and not, both follow-ups, one that brings up the question about a reply. */
export const CHOSEN = {
  ...{ overall: 's2', q1: 'after', q3: 'extra2plus', q3b: 'guide', q4: 'other1', q4b: 'doc' },
  ...{ q7: 't1', qe: 'ok', q6: 'one', q9: 'onhelp', q8: 'slow' },
};
export const COMMENT = 'Chờ lâu ở quầy 2.';

const radio = (at: Within, name: string, value: string) => at.locator(`input[name="${name}"][value="${value}"]`);

/** Once it is in sight: the question about a reply waits for its words. Forced, since a page may draw over it. */
export async function choose(at: Within, name: string, value: string): Promise<void> {
  const asked = radio(at, name, value);
  await asked.waitFor();
  await asked.check({ force: true });
}

/** Answers every question, the comment, and that a reply is wanted. */
export async function answerAll(at: Within): Promise<void> {
  for (const [question, option] of Object.entries(CHOSEN)) await choose(at, question, option);
  await at.locator('textarea').fill(COMMENT);
  await choose(at, 'reply', 'yes');
}

/** What the form holds, as the browser shows it: option by question, and the comment. */
export async function shownAnswers(at: Within): Promise<Record<string, string>> {
  const checked = await at
    .locator('input[type=radio]:checked')
    .evaluateAll((inputs) =>
      inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]),
    );
  return { ...Object.fromEntries(checked), comment: await at.locator('textarea').inputValue() };
}

/** What the survey keeps on the disk of this device, as JSON. */
export const onDisk = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('dvc-survey');
    await new Promise((done) => opening.addEventListener('success', done));
    const read = ['drafts', 'outbox'].map(
      (shelf) =>
        new Promise<unknown[]>((done) => {
          const all = opening.result.transaction(shelf).objectStore(shelf).getAll();
          all.onsuccess = () => done(all.result);
        }),
    );
    const found = JSON.stringify((await Promise.all(read)).flat());
    opening.result.close();
    return found;
  });

export const send = (at: Within): Promise<void> => at.getByRole('button', { name: 'Gửi phiếu' }).click();

/** Waits for the receipt. @returns it. */
export async function receiptOf(at: Within): Promise<string> {
  await at.getByText('Đã nhận phiếu. Cảm ơn Ông/Bà.').waitFor();
  return (await at.locator('#receipt').inputValue()).replaceAll('-', '');
}

/** How many responses the server holds. */
export async function countStored({ db }: TestServer): Promise<number> {
  const [row] = await db.all<{ n: number }>("select count(*) as n from responses where tenant = 'mau'");
  return Number(row?.n);
}

/** What the server stored under the receipt. */
export async function expectAnswers(
  server: TestServer,
  receipt: string,
  answers: Readonly<Record<string, string>>,
  comment: string,
): Promise<void> {
  const { status, body } = await server.request<Record<string, unknown>>('GET', `/v1/receipts/${receipt}`);
  expect([status, body.answers, body.comment]).toEqual([200, answers, comment]);
}

/** What the server stored under the receipt is what was answered by `answerAll`. */
export const expectStored = (server: TestServer, receipt: string): Promise<void> =>
  expectAnswers(server, receipt, CHOSEN, COMMENT);
