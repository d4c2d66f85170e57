// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
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
  refusedBecause,
  settle,
  show,
  signedIn,
  type,
} from './mount.tsx';
import { PLACE } from './paper-sample.ts';
import { UNIT } from './sample.ts';

afterEach(hide);

async function typeSheet(): Promise<void> {
  await choose('Đơn vị', UNIT.unit);
  await type('Ngày ghi phiếu', '2026-11-20');
  await type('Số phiếu', '2026/0117');
  await choose('1. Hài lòng đến mức nào?', 's5');
  await choose('2. Mấy lần?', 'extra1');
  await choose('Vì sao?', 'mine');
}

describe('a paper form', () => {
  it('is sent as it was ticked; unit and day stay for the next sheet, whose number is typed first', async () => {
    const { api, sent } = fakeServer({
      ...PLACE,
      'POST /v1/paper-responses': { body: { outcomes: [{ outcome: 'created', id: '2026/0117' }] } },
    });
    await show(signedIn(api, <Here of={Paper} />));
    expect(pageText(), 'a follow-up waits for its answer').not.toContain('Vì sao?');
    await typeSheet();
    await press(button('Ghi phiếu'));
    expect(sent.at(-1)?.body).toEqual([
      {
        ...{ form: '2026/0117', unit: UNIT.unit, day: '2026-11-20', survey: 'danhgia-2026', version: 1 },
        ...{ stage: 'returned', lang: 'vi', answers: { overall: 's5', q3: 'extra1', q3b: 'mine' } },
      },
    ]);
    expect(pageText()).toContain('Đã ghi phiếu 2026/0117.');
    expect([field('Số phiếu').value, field('Ngày ghi phiếu').value]).toEqual(['', '2026-11-20']);
    expect(document.activeElement).toBe(field('Số phiếu'));
    expect(pageText(), 'answers of the last sheet are gone').not.toContain('Vì sao?');
  });

  it('tells who filled it in, and where only when somebody helped', async () => {
    const { api, sent } = fakeServer({
      ...PLACE,
      'POST /v1/paper-responses': { body: { outcomes: [{ outcome: 'created', id: '2026/0117' }] } },
    });
    await show(signedIn(api, <Here of={Paper} />));
    await typeSheet();
    expect(pageText()).not.toContain('Ghi giúp ở đâu');
    await choose('Ai ghi phiếu', 'officer');
    await choose('Ghi giúp ở đâu', 'home');
    await type('Mã cán bộ ghi giúp', 'CB-01');
    await press(button('Ghi phiếu'));
    expect(sent.at(-1)?.body).toMatchObject([{ assisted: 'officer', way: 'home', helper: 'CB-01' }]);
    expect(pageText(), 'the next sheet tells anew').not.toContain('Ghi giúp ở đâu');
    await type('Số phiếu', '2026/0118');
    await choose('1. Hài lòng đến mức nào?', 's5');
    await choose('Ai ghi phiếu', 'relative');
    await choose('Ghi giúp ở đâu', 'phone');
    await choose('Ai ghi phiếu', 'self');
    await press(button('Ghi phiếu'));
    const last = JSON.stringify(sent.at(-1)?.body);
    expect(last).toContain('"assisted":"self"');
    expect(last).not.toMatch(/"way"|"helper"/);
  });

  it('sends no answer to a question the sheet does not ask any more', async () => {
    const { api, sent } = fakeServer({
      ...PLACE,
      'POST /v1/paper-responses': { body: { outcomes: [{ outcome: 'created', id: 'x' }] } },
    });
    await show(signedIn(api, <Here of={Paper} />));
    await typeSheet();
    await choose('2. Mấy lần?', 'extra0');
    await press(button('Ghi phiếu'));
    expect(sent.at(-1)?.body).toMatchObject([{ answers: { overall: 's5', q3: 'extra0' } }]);
    expect(JSON.stringify(sent.at(-1)?.body)).not.toContain('q3b');
  });

  it('that is refused stays as it was typed, the fault at its field', async () => {
    const { api } = fakeServer({
      ...PLACE,
      'POST /v1/paper-responses': refusedBecause('form', 'hai lần nhập khác nhau'),
    });
    await show(signedIn(api, <Here of={Paper} />));
    await typeSheet();
    await press(button('Ghi phiếu'));
    expect(pageText()).toContain('hai lần nhập khác nhau');
    expect(field('Số phiếu').value).toBe('2026/0117');
    expect(document.activeElement).toBe(field('Số phiếu'));
  });

  it('is typed by digits, and twice: what differs stands side by side and is settled by the sheet', async () => {
    const { api, sent } = fakeServer({
      ...PLACE,
      'POST /v1/paper-responses': { body: { outcomes: [{ outcome: 'created', id: '2026/0117' }] } },
    });
    await show(signedIn(api, <Here of={Paper} />));
    const questions = () => [...document.querySelectorAll('select')].slice(-2);
    const key = async (place: number, pressed: string) => {
      await act(async () => {
        questions()[place]?.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
      });
      await settle();
    };
    await press(document.querySelector<HTMLInputElement>('input[type=checkbox]') as HTMLInputElement);
    await choose('Đơn vị', UNIT.unit);
    await type('Ngày ghi phiếu', '2026-11-20');
    await type('Số phiếu', '2026/0117');
    await key(0, '1');
    await key(1, '1');
    await press(button('Ghi phiếu'));
    expect(
      sent.some(({ method }) => method === 'POST'),
      'nothing goes out after the first entry',
    ).toBe(false);
    expect(questions().map(({ value }) => value)).toEqual(['', '']);
    await key(0, '2');
    await key(1, '1');
    await press(button('Ghi phiếu'));
    expect(pageText()).toContain('Hai lần nhập khác nhau ở câu 1. Chọn theo phiếu giấy.');
    await press(button('Ghi phiếu'));
    expect(
      sent.some(({ method }) => method === 'POST'),
      'nor before it is settled',
    ).toBe(false);
    await pick('1. Hài lòng đến mức nào?', 'Lần 1: Rất hài lòng');
    await press(button('Ghi phiếu'));
    expect(sent.at(-1)?.body).toMatchObject([{ answers: { overall: 's5', q3: 'extra0' } }]);
  });
});

it('begins with the survey of the province, and with the one the address names where it names one', async () => {
  const asked = async (hash: string, survey: { id: string; version: number } | null) => {
    location.hash = hash;
    const { api, sent } = fakeServer(PLACE);
    await show(signedIn(api, <Here of={Paper} />, { survey }));
    hide();
    return sent.map(({ path }) => path);
  };
  const own = { id: 'binh-thuan-2019', version: 1 };
  expect(await asked('#/phieu-giay', own)).toEqual(['/v1/surveys/binh-thuan-2019?version=1']);
  expect(await asked('#/phieu-giay?mau=danhgia-2026/1', own)).toEqual(['/v1/surveys/danhgia-2026?version=1']);
  expect(await asked('#/phieu-giay', null)).toHaveLength(1);
});
