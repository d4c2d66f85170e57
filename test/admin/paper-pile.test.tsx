// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { ServedSurvey } from '#wire/survey.ts';
import { Paper } from '../../server/admin/screens/paper.tsx';
import {
  button,
  choose,
  fakeServer,
  field,
  Here,
  hide,
  pageText,
  pick,
  press,
  settle,
  show,
  signedIn,
  type,
} from './mount.tsx';
import { PLACE, SURVEY } from './paper-sample.ts';
import { UNIT } from './sample.ts';

afterEach(hide);

/** Keys alone: what is pressed goes to whatever has the focus. */
const focused = () => document.activeElement as HTMLElement;
async function key(pressed: string): Promise<void> {
  await act(async () => {
    const button = pressed === 'Enter' && focused() instanceof HTMLButtonElement;
    if (button) focused().click();
    else focused().dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
  });
  await settle();
}
async function tab(back = false): Promise<void> {
  const stops = [...document.querySelectorAll<HTMLElement>('a[href], select, input, textarea, button')];
  await act(async () => stops[stops.indexOf(focused()) + (back ? -1 : 1)]?.focus());
}
async function text(value: string): Promise<void> {
  await act(async () => {
    (focused() as HTMLInputElement).value = value;
    focused().dispatchEvent(new Event('input', { bubbles: true }));
  });
}
/** Answers by their numbers, from the first question on, and to the button. */
async function digits(...numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    await key(number);
    await key('Enter');
  }
  expect(focused()).toBeInstanceOf(HTMLTextAreaElement);
  await tab();
  await key('Enter');
}

describe('a pile of twenty forms', () => {
  it('is typed twice each by keys alone; a slip is settled by the sheet, the last one is taken back and corrected', async () => {
    const box = new Map<string, { q3: string }>();
    let taken = 0;
    const bodyOf = <T,>() => sent.at(-1)?.body as T;
    const { api, sent } = fakeServer({
      ...PLACE,
      'POST /v1/paper-responses': () => {
        const [sheet] = bodyOf<[{ form: string; answers: { q3: string } }]>();
        box.set(sheet.form, sheet.answers);
        return { body: { outcomes: [{ outcome: 'created', id: sheet.form, undo: `mark ${sheet.form}` }] } };
      },
      'POST /v1/paper-responses/undo': () => {
        const { form, undo } = bodyOf<{ form: { form: string }; undo: string }>();
        expect(undo).toBe(`mark ${form.form}`);
        taken += Number(box.delete(form.form));
        return { status: 204 };
      },
    });
    await show(signedIn(api, <Here of={Paper} />));
    await press(document.querySelector<HTMLInputElement>('input[type=checkbox]') as HTMLInputElement);
    await choose('Đơn vị', UNIT.unit);
    await type('Ngày ghi phiếu', '2026-11-20');
    field('Số phiếu').focus();
    for (let n = 1; n <= 20; n += 1) {
      expect(focused()).toBe(field('Số phiếu'));
      await text(`2026/${n}`);
      await key('Enter');
      await digits('1', '1');
      // On the seventh sheet another digit slips in the second time.
      await digits('1', ...(n === 7 ? ['2', '0'] : ['1']));
      if (n !== 7) continue;
      expect(box.has('2026/7'), 'nothing is stored before it is settled').toBe(false);
      expect(pageText()).toContain('Hai lần nhập khác nhau ở câu 2. Chọn theo phiếu giấy.');
      await pick('2. Mấy lần?', 'Lần 1: extra0');
      await press(button('Ghi phiếu'));
    }
    expect([...box]).toEqual(Array.from({ length: 20 }, (_, i) => [`2026/${i + 1}`, { overall: 's5', q3: 'extra0' }]));
    expect(pageText()).toContain('Đã nhập 20 phiếu.');
    await tab(true);
    expect(focused().textContent).toBe('Hoàn tác');
    await key('Enter');
    expect([box.size, taken]).toEqual([19, 1]);
    expect(pageText()).toContain('Đã lấy lại phiếu 2026/20. Sửa rồi ghi lại.');
    expect(pageText()).toContain('Đã nhập 19 phiếu.');
    expect([focused(), field('Số phiếu').value]).toEqual([field('Số phiếu'), '2026/20']);
    await key('Enter');
    await digits('2', '2', '0');
    await digits('2', '2', '0');
    expect(box.get('2026/20')).toEqual({ overall: 's1', q3: 'extra1' });
    expect(pageText()).toContain('Đã nhập 20 phiếu.');
  });
});

it('forms of another version are typed at its questions, and its workbook is offered', async () => {
  const other: ServedSurvey = { ...SURVEY, id: 'tt32-5', stages: { returned: ['overall'] } };
  const { api, sent } = fakeServer({
    ...PLACE,
    'GET /v1/surveys/tt32-5?version=1': { body: other },
    'POST /v1/paper-responses': { body: { outcomes: [{ outcome: 'created', id: '1' }] } },
  });
  await show(signedIn(api, <Here of={Paper} />));
  await choose('Mẫu phiếu', 'tt32-5/1');
  await settle();
  expect(location.hash).toBe('#/phieu-giay?mau=tt32-5%2F1');
  expect(pageText()).not.toContain('Người dân ghi phiếu khi nào');
  const link = [...document.querySelectorAll('a')].find((a) => a.textContent === 'Tải bảng tính (XLSX)');
  expect(link?.getAttribute('href')).toBe('/v1/paper-forms.xlsx?survey=tt32-5&version=1');
  await choose('Đơn vị', UNIT.unit);
  await type('Số phiếu', '1');
  await choose('1. Hài lòng đến mức nào?', 's5');
  await press(button('Ghi phiếu'));
  expect(sent.at(-1)?.body).toMatchObject([{ survey: 'tt32-5', version: 1, answers: { overall: 's5' } }]);
});
