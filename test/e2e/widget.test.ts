import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, layoutShift, openPortal, smallTargets } from './widget-page.ts';

let portal: Awaited<ReturnType<typeof openPortal>>;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 800 } };
const focused = () => document.querySelector('dvc-survey')?.shadowRoot?.activeElement?.id ?? document.activeElement?.id;

describe('under a policy that names two origins and no Trusted Types policy', () => {
  test('the first question takes one request, no violation and no shift', async () => {
    const { page, seen } = await portal.open('');
    await page.getByText('Câu 1 trong 9').waitFor();
    expect(seen).toEqual({ requests: [`${portal.server.url}/widget.js`], violations: [] });
    expect(await layoutShift(page)).toBe(0);
    await page.close();
  });

  test('it is answered, stored, sent and received, on a page without HTTPS', async () => {
    const { page, seen } = await portal.open('');
    await page.getByLabel('Rất hài lòng').check();
    await page.getByRole('button', { name: 'Gửi phiếu' }).click();
    await page.getByRole('heading', { name: 'Đã nhận phiếu' }).waitFor();
    expect(await page.getByLabel('Mã phiếu:').inputValue()).toBe('K7M2-9QXD-4T');
    expect(seen.violations).toEqual([]);
    expect(portal.server.received.at(-1)?.body.answers).toEqual({ overall: 's5' });
    await page.close();
  });
});

test('left with an answer in it, it tells at which question; left untouched, nothing', async () => {
  const { page, seen } = await portal.open('');
  await page.getByText('Câu 1 trong 9').waitFor();
  await page.reload();
  await page.getByLabel('Rất hài lòng').check();
  await page.getByLabel('Trước ngày hẹn').check();
  await page.goto('about:blank');
  const left = () => portal.server.asked.filter((asked) => asked.includes('/v1/left/'));
  await expect.poll(left).toEqual(['POST /v1/left/mau/H99.01/danhgia-2026/q1']);
  expect(seen.violations).toEqual([]);
  await page.close();
});

test.each([
  ['phone, light', PHONE, 'light'],
  ['phone, dark', PHONE, 'dark'],
  ['desk, light', DESK, 'light'],
  ['desk, dark', DESK, 'dark'],
] as const)('every state is sound for axe and for fingers: %s', async (_name, look, colorScheme) => {
  const { page } = await portal.open('', { ...look, colorScheme });
  const sound = async (state: string) => {
    expect(await axeFaults(page), state).toEqual([]);
    expect(await smallTargets(page), state).toEqual([]);
  };
  await page.getByRole('button', { name: 'Gửi phiếu' }).click();
  await page.getByText('Có 1 chỗ cần xem lại').waitFor();
  await sound('with an error');
  await page.getByLabel('Rất không hài lòng').check();
  await page.getByText('Ông/Bà có muốn được trả lời không?').waitFor();
  await page.getByText('Giải thích').first().click();
  await page.getByText('Hồ sơ là toàn bộ giấy tờ').waitFor();
  await sound('with an answer, a reply asked for and an explanation');
  await page.reload();
  await page.getByText('Ông/Bà đang trả lời dở.').waitFor();
  expect(await page.evaluate(focused)).toBe('draft');
  await sound('with unfinished answers');
  await page.getByRole('button', { name: 'Trả lời tiếp' }).click();
  // Words that come now move the button: a press begun before would end beside it.
  await page.getByText('Ông/Bà có muốn được trả lời không?').waitFor();
  await page.getByRole('button', { name: 'Gửi phiếu' }).click();
  await page.getByRole('heading', { name: 'Đã nhận phiếu' }).waitFor();
  await sound('sent');
  await page.close();
});

test('nothing is cut off or scrolls sideways at 320 px, nor at 200 %', async () => {
  for (const width of [320, 195]) {
    const { page } = await portal.open('', { viewport: { width, height: 640 } });
    await page.getByText('Câu 1 trong 9').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px`).toBe(0);
    await page.close();
  }
});

test('a dialog takes the focus, keeps it, and gives it back; Esc asks nothing and keeps the answers', async () => {
  const { page } = await portal.open('mode="dialog"');
  await page.evaluate(() => {
    const other = document.getElementById('other') as HTMLElement;
    const survey = document.querySelector('dvc-survey') as HTMLElement & { show(): void };
    const told: string[] = [];
    for (const what of ['opened', 'closed']) document.addEventListener(`dvc-survey-${what}`, () => told.push(what));
    Object.assign(globalThis, { told });
    other.onclick = () => survey.show();
  });
  await page.locator('#other').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('DVC-SURVEY');
  await page.getByLabel('Bình thường').first().check();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(focused)).toBe('other');
  await page.keyboard.press('Enter');
  expect(await page.getByLabel('Bình thường').first().isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Đóng' }).click();
  expect(await page.evaluate(focused)).toBe('other');
  await expect
    .poll(() => page.evaluate(() => Reflect.get(globalThis, 'told')))
    .toEqual(['opened', 'closed', 'opened', 'closed']);
  await page.close();
});

test('one question at a time is walked by the keyboard alone', async () => {
  const { page } = await portal.open('steps', PHONE);
  await page.getByText('Câu 1 trong 9').waitFor();
  await page.getByLabel('Rất hài lòng').focus();
  await page.keyboard.press('Space');
  const next = async () => {
    await page.getByRole('button', { name: 'Tiếp tục' }).focus();
    await page.keyboard.press('Enter');
  };
  for (const code of ['q1', 'q3', 'q4', 'q7', 'qe', 'q6', 'q9', 'q8', 'comment']) {
    await next();
    expect(await page.evaluate(focused)).toBe(`${code}-title`);
  }
  expect(await axeFaults(page)).toEqual([]);
  await next();
  await page.getByRole('heading', { name: 'Xem lại trước khi gửi' }).waitFor();
  await page.getByRole('button', { name: 'Gửi phiếu' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Đã nhận phiếu' }).waitFor();
  await page.close();
});

test('a page that unsets everything, or writes from right to left, changes no look of the form', async () => {
  const look = async (style: string, dir: string) => {
    const { page } = await portal.open('');
    await page.getByText('Câu 1 trong 9').waitFor();
    const seen = await page.evaluate(
      ([style, dir]) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style ?? '');
        document.adoptedStyleSheets = [sheet];
        document.documentElement.dir = dir ?? '';
        const root = document.querySelector('dvc-survey')?.shadowRoot;
        return ['h2', 'legend', '[part=option]', '.main'].map((selector) => {
          const element = root?.querySelector(selector) as Element;
          const { color, fontSize, fontFamily, direction, display, backgroundColor } = getComputedStyle(element);
          return { selector, color, fontSize, fontFamily, direction, display, backgroundColor };
        });
      },
      [style, dir] as const,
    );
    await page.close();
    return seen;
  };
  expect(await look('* { all: unset !important }', 'rtl')).toEqual(await look('', 'ltr'));
});
