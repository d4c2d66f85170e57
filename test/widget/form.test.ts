// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPage, soon } from './page.ts';
import { standInServer } from './stand-in-server.ts';

const HERE = { server: '' };
let server: Awaited<ReturnType<typeof standInServer>>;
beforeAll(async () => {
  server = await standInServer();
  HERE.server = server.url;
});
afterAll(() => server.close());

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => document.body.replaceChildren());

describe('the form', () => {
  it('shows nine numbered questions, nothing chosen', async () => {
    const page = await openPage(HERE);
    expect(page.all('fieldset:not([hidden]) small').map((s) => s.textContent)).toEqual([
      'Câu 1 trong 9 · cần chọn',
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((i) => `Câu ${i} trong 9`),
    ]);
    expect(page.all<HTMLInputElement>('input').filter((input) => input.checked)).toEqual([]);
    expect(page.events).toHaveLength(1);
  });

  it('asks four questions after filing, the first in its own words', async () => {
    const page = await openPage({ ...HERE, stage: 'submitted' });
    expect(page.all('fieldset:not([hidden])').map((f) => f.id)).toEqual(['overall', 'q7', 'q6', 'q9']);
    expect(page.text()).toContain('Đến nay, Ông/Bà hài lòng đến mức nào với việc tiếp nhận hồ sơ này?');
  });

  it('names every control: radios by their label in a group with a legend, the text by its label', async () => {
    const page = await openPage(HERE);
    for (const group of page.all('fieldset:not(#reply)')) {
      expect(group.firstElementChild?.tagName).toBe('LEGEND');
      expect(group.querySelector('legend')?.textContent?.trim()).not.toBe('');
      const radios = [...group.querySelectorAll<HTMLInputElement>('input')];
      expect(radios.length).toBeGreaterThan(3);
      for (const radio of radios) {
        expect(radio.name).toBe(group.id);
        expect(radio.closest('label')?.textContent?.trim()).not.toBe('');
      }
      expect(radios.at(-1)?.closest('label')?.textContent).toBe('Không rõ hoặc không muốn trả lời');
    }
    expect(page.root.querySelector('label[for=comment]')?.textContent).toBe('Ông/Bà muốn góp ý thêm điều gì?');
    for (const button of page.all('button')) {
      expect(button.textContent).not.toBe('');
      expect(button.getAttribute('type')).toBe('button');
    }
    const ids = page.all('[id]').map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('opens a follow-up under its question and clears it when the parent changes', async () => {
    const page = await openPage(HERE);
    const followUp = page.root.getElementById('q3b') as HTMLElement;
    expect(followUp.hidden).toBe(true);
    page.choose('q3', 'extra2plus');
    expect(followUp.hidden).toBe(false);
    page.choose('q3b', 'guide');
    page.choose('q3', 'extra1');
    expect(followUp.hidden).toBe(false);
    expect(page.all<HTMLInputElement>('input:checked').map((i) => i.value)).toEqual(['extra1']);
  });

  it('keeps focus and unfolded help while answers change', async () => {
    const page = await openPage(HERE);
    const details = page.root.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    page.radio('overall', 's4').focus();
    page.choose('overall', 's4');
    expect(page.root.activeElement).toBe(page.radio('overall', 's4'));
    expect(page.root.querySelector('details')).toBe(details);
    expect(details.open).toBe(true);
  });

  it('does not send by Enter, and carries no inline style', async () => {
    const page = await openPage(HERE);
    const submit = new Event('submit', { cancelable: true });
    page.root.querySelector('form')?.dispatchEvent(submit);
    expect(submit.defaultPrevented).toBe(true);
    expect(page.all('[style], style')).toEqual([]);
  });
});

describe('what is wrong before sending', () => {
  it('asks for question 1 in the summary and beside it; the line leads there', async () => {
    const page = await openPage(HERE);
    page.choose('q7', 't1');
    page.press('Gửi phiếu');
    expect(page.heading()).toBe('Lỗi: Đánh giá việc giải quyết hồ sơ');
    expect(page.root.activeElement?.id).toBe('summary');
    const link = page.root.querySelector('#summary a') as HTMLAnchorElement;
    expect(link.textContent).toBe('Ông/Bà chọn một ý ở câu 1.');
    expect(page.root.querySelector('#overall-error')?.textContent).toBe(link.textContent);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(page.root.activeElement).toBe(page.radio('overall', 's5'));
    page.choose('overall', 'unknown');
    expect(page.seen('summary')).toBe(false);
    expect(page.heading()).toBe('Đánh giá việc giải quyết hồ sơ');
    expect(page.radio('q7', 't1').checked).toBe(true);
  });

  it('hides personal data in the comment, says so and waits for a second look', async () => {
    const page = await openPage({ ...HERE, test: '' });
    page.choose('overall', 's5');
    page.write('Gọi tôi 0912345678, tôi tên Nguyễn Văn An');
    page.press('Gửi phiếu');
    expect(page.comment().value).toBe('Gọi tôi [đã che số điện thoại], tôi tên [đã che tên]');
    expect(page.text()).toContain('Đã che 2 chỗ giống thông tin cá nhân. Mời Ông/Bà xem lại trước khi gửi.');
    page.press('Gửi phiếu');
    expect(page.heading()).toBe('Chế độ thử: câu trả lời không được tính.');
  });

  it('counts the characters that are left', async () => {
    const page = await openPage(HERE);
    expect(page.text()).toContain('Còn 1.000 ký tự');
    page.write('Nhanh gọn');
    expect(page.text()).toContain('Còn 991 ký tự');
  });
});

describe('unfinished answers', () => {
  async function leaveUnfinished(attributes: Readonly<Record<string, string>> = {}) {
    const page = await openPage({ ...HERE, test: '', ...attributes });
    page.choose('overall', 's5');
    page.choose('q4', 'other1');
    page.choose('q4b', 'doc');
    page.write('Nhanh');
    // The draft is read back by the storage itself before the page goes, as a browser would keep it.
    const { update } = await import('../../widget/store.ts');
    await update('drafts', 'end of queue', () => undefined);
    page.leave();
  }

  it('come back into the very options, follow-up and text they were', async () => {
    await leaveUnfinished();
    const page = await openPage({ ...HERE, test: '' });
    expect(page.root.activeElement?.id).toBe('draft');
    expect(page.all('input:checked')).toEqual([]);
    page.press('Trả lời tiếp');
    expect(page.all<HTMLInputElement>('input:checked').map((i) => `${i.name}=${i.value}`)).toEqual([
      'overall=s5',
      'q4=other1',
      'q4b=doc',
    ]);
    expect(page.root.getElementById('q4b')?.hidden).toBe(false);
    expect(page.comment().value).toBe('Nhanh');
  });

  it('are dropped when the person starts again', async () => {
    await leaveUnfinished();
    const page = await openPage({ ...HERE, test: '' });
    page.press('Làm lại từ đầu');
    expect(page.all('input:checked')).toEqual([]);
    page.leave();
    const next = await openPage({ ...HERE, test: '' });
    expect(next.seen('draft')).toBe(false);
  });

  it('are not kept on a shared device', async () => {
    await leaveUnfinished({ shared: '' });
    const page = await openPage({ ...HERE, test: '', shared: '' });
    expect(page.seen('draft')).toBe(false);
    expect(page.all('input:checked')).toEqual([]);
  });
});

describe('on a host page', () => {
  it('upgrades what was in the page before the script, and is harmless loaded twice', async () => {
    document.body.innerHTML = `<dvc-survey server="${HERE.server}" tenant="mau" unit="H99.01"></dvc-survey>`;
    const element = document.body.firstElementChild as HTMLElement;
    expect(element.shadowRoot).toBeNull();
    vi.resetModules();
    await import('../../widget/index.ts');
    vi.resetModules();
    await import('../../widget/index.ts');
    await soon(() => expect(element.shadowRoot?.querySelectorAll('fieldset')).toHaveLength(12));
  });

  it('keeps the answers when the host moves it', async () => {
    const page = await openPage(HERE);
    page.choose('overall', 's4');
    const corner = document.createElement('section');
    document.body.append(corner);
    corner.append(page.element);
    expect(page.radio('overall', 's4').checked).toBe(true);
  });

  it('follows a changed attribute', async () => {
    const page = await openPage(HERE);
    page.element.setAttribute('stage', 'submitted');
    await page.shows('Câu 1 trong 4');
  });
});
