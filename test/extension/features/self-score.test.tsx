// @vitest-environment happy-dom
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import type { PanelWork, Seen } from '../../../extension/features/feature.ts';
import type { Entries } from '../../../extension/features/score-entries.ts';
import { seenOf } from '../../../extension/features/seen.ts';
import { selfScore } from '../../../extension/features/self-score.tsx';
import type { DossierReading } from '../../../extension/hosts/host.ts';
import type { ScoreValues } from '../../../extension/messages.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { readingOf } from '../reading.ts';

const LATE: Partial<DossierReading> = { state: 'returned', ready: '2026-11-25T10:00', returned: '2026-11-26T09:00' };
let confirmed: ScoreValues[] = [];

/** The panel as it keeps what is typed. */
function Panel({ seen, work }: { seen: Seen; work: Omit<PanelWork, 'entries' | 'onEntries'> }) {
  const [entries, onEntries] = useState<Entries>({});
  return <>{selfScore.panel?.(seen, { ...work, entries, onEntries })}</>;
}

function show(
  part: Partial<DossierReading>,
  work: Partial<Omit<PanelWork, 'entries' | 'onEntries'>> = {},
  decision: string | null = null,
): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  const confirm = async (values: ScoreValues): Promise<null> => {
    confirmed.push(values);
    return null;
  };
  const seen = seenOf(readingOf(part), { ...UNSETTLED, decision }, '2026-11-26T10:00');
  act(() =>
    render(<Panel seen={seen} work={{ person: 'CB-0117', record: null, stopped: null, confirm, ...work }} />, root),
  );
  return root;
}

function field<T extends HTMLElement>(root: HTMLElement, name: RegExp): T {
  const labelled = [...root.querySelectorAll<HTMLElement>('select, textarea, input')].find((each) =>
    name.test(each.getAttribute('aria-label') ?? root.querySelector(`label[for="${each.id}"]`)?.textContent ?? ''),
  );
  if (!labelled) throw new Error(`no field ${name}`);
  return labelled as T;
}

async function set(element: HTMLElement & { value: string }, value: string, event: 'input' | 'change'): Promise<void> {
  await act(() => {
    element.value = value;
    element.dispatchEvent(new Event(event, { bubbles: true }));
  });
}

const submit = (root: HTMLElement): Promise<void> =>
  act(async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });

afterEach(() => {
  document.body.replaceChildren();
  confirmed = [];
});

it('a dossier not yet finished is not scored', () => {
  expect(show({}).textContent).toBe('Hồ sơ chưa trả kết quả nên chưa tự chấm được.');
});

it.each<[string, Partial<DossierReading>, string | null, RegExp]>([
  [
    'while it held by itself',
    { ...LATE, ready: '2025-06-30T10:00', returned: '2025-06-30T11:00' },
    null,
    /^Điểm hệ thống/,
  ],
  [
    'afterwards, by the decision of the province',
    LATE,
    'QĐ 12/QĐ-UBND',
    /^Chín chỉ số theo Thông tư 01\/2018\/TT-VPCP, áp dụng theo QĐ 12\/QĐ-UBND\./,
  ],
  [
    'afterwards, without one',
    LATE,
    null,
    /^Từ 01\/07\/2025 cách chấm này chỉ dùng khi tỉnh có quyết định \(khoản 1 Điều 40 NĐ 118\/2025\/NĐ-CP \(chưa kiểm chứng\)\);/,
  ],
])('says by whose word the circular is used %s', (_when, part, decision, sentence) => {
  expect(show(part, {}, decision).textContent).toMatch(sentence);
});

it('a finished dossier without a known end date asks for the detail page instead of guessing', () => {
  expect(show({ state: 'returned' }).textContent).toBe('Chưa biết ngày có kết quả. Mở chi tiết hồ sơ để đọc ngày này.');
});

it('prefills what the records tell and leaves the rest empty, never 0', () => {
  const root = show(LATE);
  // Late → 0 on indicator 1 (TT 01/2018 Điều 13). Steps, contacts, disclosure and petitions stand in no list: 2, 3, 4, 6, 7.
  expect([1, 2, 3, 4, 6, 7].map((i) => field<HTMLSelectElement>(root, new RegExp(`chỉ số ${i}:`)).value)).toEqual([
    '0',
    '',
    '',
    '',
    '',
    '',
  ]);
  expect(root.textContent).toContain('Điều 13 TT 01/2018/TT-VPCP');
});

it('confirms unchanged values without a reason', async () => {
  const root = show(LATE);
  await submit(root);
  expect(confirmed).toEqual([
    {
      1: { shown: 0, points: 0 },
      2: { shown: null, points: null },
      3: { shown: null, points: null },
      4: { shown: null, points: null },
      6: { shown: null, points: null },
      7: { shown: null, points: null },
    },
  ]);
});

it('a changed value asks at once for a reason of 10 characters and for evidence, and is not confirmed without them', async () => {
  const root = show(LATE);
  await set(field(root, /chỉ số 1:/), '20', 'change');
  await set(field(root, /Lý do sửa chỉ số 1/), 'vì vậy', 'input');
  await submit(root);
  expect(confirmed).toEqual([]);
  expect(root.querySelector('[role=alert]')?.textContent).toBe(
    'Anh/Chị sửa chỉ số 1 từ 0 thành 2. Ghi lý do ít nhất 10 ký tự.',
  );
  await set(field(root, /Lý do sửa chỉ số 1/), 'Ngày có kết quả nhập muộn', 'input');
  await submit(root);
  expect(confirmed).toEqual([]);
  expect(root.querySelector('[role=alert]')?.textContent).toBe(
    'Anh/Chị sửa chỉ số 1 từ 0 thành 2. Ghi minh chứng: số văn bản hoặc nhật ký để người khác kiểm tra được.',
  );
  await set(field(root, /Minh chứng chỉ số 1/), 'Sổ theo dõi số 12', 'input');
  await submit(root);
  expect(confirmed[0]?.['1']).toEqual({
    shown: 0,
    points: 20,
    note: 'Ngày có kết quả nhập muộn',
    evidence: 'Sổ theo dõi số 12',
  });
});

it('a problem told to one officer is gone when another takes over', async () => {
  const seen = seenOf(readingOf(LATE), UNSETTLED, '2026-11-26T10:00');
  const root = document.createElement('div');
  document.body.append(root);
  const confirm = async (): Promise<string> => 'Chưa rõ ai đang chấm. Bấm Đổi người và nhập mã PIN.';
  const showFor = (person: string | null) =>
    act(() => render(<Panel seen={seen} work={{ person, record: null, stopped: null, confirm }} />, root));
  await showFor(null);
  await submit(root);
  const said = () => root.querySelector('[role=alert]')?.textContent;
  await vi.waitFor(() => expect(said()).toContain('Chưa rõ ai đang chấm'));
  await showFor('CB-0118');
  expect(said()).toBe('');
});

const record = {
  code: 'H99.01-261110-0042',
  id: 'mau.01KAGHZ0000000000000000000',
  officer: 'CB-0117',
  officerLabel: 'CB-0117',
  at: '2026-11-26T10:02',
  shown: 20,
  own: 40,
  state: 'sent' as const,
  problem: null,
  conflict: false,
};

it('shows what was recorded', () => {
  expect(show(LATE, { record }).textContent).toContain('Đã ghi tự chấm lúc 10:02. Hệ thống 2, tự chấm 4, chênh +2.');
});

it('a score the server refused is never called recorded; the reason and the way out are read out', () => {
  const problem = 'CB-0118 đã chấm hồ sơ này lúc 09:58. Bản gửi sau không được ghi.';
  const root = show(LATE, { record: { ...record, state: 'refused', problem, conflict: true } });
  expect(root.textContent).not.toContain('Đã ghi');
  const alert = root.querySelector('[role=alert]')?.textContent;
  expect(alert).toContain(problem);
  expect(alert).toContain('Liên hệ quản trị đơn vị nếu điểm đó chưa đúng.');
});
