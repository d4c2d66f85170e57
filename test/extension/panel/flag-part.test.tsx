// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FlagPart } from '../../../extension/panel/flag-part.tsx';
import type { FlagDraft, OwnFlag } from '../../../extension/work-messages.ts';
import { panelStateOf } from '../panel-state-of.ts';

const TEXT = 'Kết quả có từ sáng, chiều mới nhập vào phần mềm.';
const OWN: OwnFlag = {
  period: '2026-q3',
  label: 'Quý III/2026',
  flag: {
    ...{ id: 'selfAbove/so-a/CB-01', check: 'selfAbove', name: 'Tự chấm cao hơn hệ thống', family: 'self' },
    ...{ unit: 'so-a', unitName: 'Sở A', officer: 'CB-01', n: 64, k: 32, value: 500, low: 372, high: 628 },
    ...{ measure: 'share', usual: 150, sentence: 'Ở 32/64 hồ sơ.', explanations: ['Ngày nhập muộn.'] },
    ...{ hits: ['H99.01-261102-0001'], evidence: [], certainty: 'reading', state: 'new' },
    ...{ answers: [], verdicts: [], due: '2026-10-09', seenBy: 0 },
  },
};

let flags: readonly OwnFlag[] = [];
let asked = 0;
let sent: FlagDraft[] = [];
beforeEach(() => {
  [flags, asked, sent] = [[OWN], 0, []];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { type, answer } = message as { type: string; answer?: FlagDraft };
    if (type === 'panel.flags') {
      asked += 1;
      return { ok: true, value: flags };
    }
    if (answer) sent.push(answer);
    return { ok: true };
  });
});
afterEach(() => act(() => render(null, document.body)));

const person = { officer: 'CB-01', label: 'CB-01', expires: '2026-11-27T00:00:00Z' };
async function open(): Promise<void> {
  await act(async () => render(<FlagPart state={panelStateOf({ person })} />, document.body));
  expect(asked).toBe(0);
  await act(async () => document.querySelector('button')?.click());
  await vi.waitFor(() => expect(document.querySelector('ul, p.loading')?.tagName).toBe('UL'));
}

it('asks nothing before it is opened, then says what was seen, honest reasons and that no score changes', async () => {
  await open();
  const words = document.body.textContent;
  for (const each of ['không đổi điểm, không kết luận sai', 'Ở 32/64 hồ sơ.', 'Ngày nhập muộn.', 'H99.01-261102-0001'])
    expect(words).toContain(each);
  expect(words).toContain('09/10/2026 (cách hiểu); sau đó vẫn nhận');
});

it('sends the answer to the flag it stands under, and asks anew', async () => {
  await open();
  const field = document.querySelector('textarea');
  if (!field) throw new Error('no field');
  const send = async (words: string) => {
    await act(() => {
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(async () => {
      document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
  };
  await send('Ngắn.');
  expect(sent).toEqual([]);
  expect(document.body.textContent).toContain('chưa đủ 10 ký tự');
  flags = [
    {
      ...OWN,
      flag: {
        ...OWN.flag,
        state: 'answered',
        answers: [{ by: 'officer:CB-01', at: '2026-10-05T02:00:00Z', text: TEXT }],
      },
    },
  ];
  await send(TEXT);
  await vi.waitFor(() => expect(document.body.textContent).toContain(`05/10/2026: ${TEXT}`));
  expect(sent).toMatchObject([{ period: '2026-q3', flag: 'selfAbove/so-a/CB-01', text: TEXT }]);
  expect(asked).toBe(2);
  expect(document.body.textContent).toContain('Đã giải trình');
});

it('says that nothing is asked', async () => {
  flags = [];
  await open();
  expect(document.body.textContent).toContain('Không có dấu hiệu nào hỏi Anh/Chị');
});
