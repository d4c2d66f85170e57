// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ReportBody } from '#wire/report.ts';
import { Reports } from '../../server/admin/screens/reports/reports.tsx';
import { reportBody } from '../../server/figures/report/report-body.ts';
import { sampleSource, sampleUnit, timesOf } from '../reports/sample-source.ts';
import { button, fakeServer, hide, pageText, press, show, signedIn, type, unfold, write } from './mount.tsx';
import { CLOSED, OPEN, SESSION, UNIT } from './sample.ts';

const PATH = `/v1/periods/${CLOSED.period}/report`;
const DESK = { period: CLOSED, periods: [CLOSED], units: [UNIT] };
const source = () => sampleSource([sampleUnit('so-a', 'Sở Ánh Dương', { times: timesOf('so-a', [60, 25, 10, 2, 3]) })]);
const BODY = JSON.parse(JSON.stringify(reportBody(source()))) as ReportBody;
const links = () => [...document.querySelectorAll('main a, a')].map((a) => a.getAttribute('href'));

afterEach(hide);

describe('the report on its screen', () => {
  it('asks once, shows the figures by their ids, the draft and the files', async () => {
    const { api, sent } = fakeServer({ [`GET ${PATH}`]: { body: BODY } });
    await show(signedIn(api, <Reports />, DESK));
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET ${PATH}`]);
    expect(pageText()).toContain('Dự thảo: kỳ này chưa công khai.');
    expect(pageText()).toContain('Số liệu lấy từ bản chốt mau.7F3A');
    const totals = [...document.querySelectorAll('[data-figure="ranking/so-a/total"]')].map((each) => each.textContent);
    expect([...new Set(totals)]).toEqual(['15,9']);
    expect(document.querySelector('[data-figure="timeliness/all/early"]')?.textContent).toBe('60');
    expect(links()).toEqual(expect.arrayContaining([`${PATH}.docx`, `${PATH}.xlsx`, `${PATH}.csv`, `${PATH}.html`]));
  });

  it('prints what does not add up where it stands, and says so above', async () => {
    const body = { ...BODY, blocks: [...BODY.blocks, { kind: 'fault' as const, text: 'Kiểm tra: 12 + 6 + 1 = 19.' }] };
    const { api } = fakeServer({ [`GET ${PATH}`]: { body } });
    await show(signedIn(api, <Reports />, DESK));
    expect(pageText()).toContain('Có 1 chỗ không khớp');
    expect(pageText()).toContain('Kiểm tra: 12 + 6 + 1 = 19.');
  });

  it('saves what the office writes with the revision that was read, and keeps it where another was first', async () => {
    const changed = 'Người khác vừa sửa phần này. Tải lại trang để xem rồi sửa tiếp.';
    const { api, sent } = fakeServer({
      [`GET ${PATH}`]: { body: BODY },
      [`PUT ${PATH}/texts`]: { status: 409, body: { code: 'report.changed', message: changed } },
    });
    await show(signedIn(api, <Reports />, DESK));
    const own = [...document.querySelectorAll('button')].filter((b) => b.textContent === 'Viết phần này')[1];
    await press(own as HTMLButtonElement);
    await write('Ưu điểm', 'Trả kết quả sớm hơn.');
    await press(button('Lưu phần này'));
    expect(sent.at(-1)).toMatchObject({ body: { section: 'strengths', revision: 0, text: 'Trả kết quả sớm hơn.' } });
    expect(pageText()).toContain(changed);
    expect(document.querySelector<HTMLTextAreaElement>('.report textarea')?.value).toBe('Trả kết quả sớm hơn.');
  });

  it('sets number and signer; what is left empty stays open', async () => {
    const { api, sent } = fakeServer({ [`GET ${PATH}`]: { body: BODY }, [`PUT ${PATH}/head`]: { body: BODY.head } });
    await show(signedIn(api, <Reports />, DESK));
    await unfold('Số, ngày, người ký, nơi nhận');
    await type('Số', '25');
    await press(button('Lưu phần đầu và cuối'));
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      ...{ revision: 0, above: null, issuer: 'Tỉnh Mẫu', number: '25', abbreviation: null, place: null, day: null },
      ...{ position: null, signer: null, copies: [] },
    });
  });
});

describe('the report by keyboard', () => {
  it('has nothing that only a mouse reaches: each control is native, named and in the order of the page', async () => {
    const { api } = fakeServer({ [`GET ${PATH}`]: { body: BODY } });
    await show(signedIn(api, <Reports />, DESK));
    const controls = [...document.querySelectorAll<HTMLElement>('a, button, summary, input, textarea, select')];
    expect(controls.length).toBeGreaterThan(20);
    for (const control of controls) {
      const label = control.id ? document.querySelector(`label[for="${control.id}"]`)?.textContent : null;
      const name = control.getAttribute('aria-label') ?? label ?? control.textContent;
      expect(name?.trim(), control.outerHTML).not.toBe('');
      expect(control.tabIndex, control.outerHTML).toBeLessThan(1);
      if (control.tagName === 'A') expect(control.getAttribute('href')).not.toBeNull();
    }
    // Beside them the focus goes to headings one is led to, and to what scrolls, by its name.
    const others = [...document.querySelectorAll('[tabindex]')].filter(
      (each) => !controls.includes(each as HTMLElement),
    );
    expect(others.filter((each) => each.getAttribute('tabindex') !== '-1' && !each.getAttribute('aria-label'))).toEqual(
      [],
    );
  });

  it('leads from its outline to each heading, and from a section to its field and back', async () => {
    const { api } = fakeServer({ [`GET ${PATH}`]: { body: BODY } });
    await show(signedIn(api, <Reports />, DESK));
    const outline = [...document.querySelectorAll<HTMLButtonElement>('.report-outline button')];
    expect(outline.length).toBeGreaterThan(10);
    for (const part of outline) {
      part.focus();
      await press(part);
      const words = part.querySelector('span[lang]')?.textContent;
      expect(document.activeElement?.textContent).toContain(words);
    }
    const own = [...document.querySelectorAll('button')].filter((b) => b.textContent === 'Viết phần này')[1];
    await press(own as HTMLButtonElement);
    expect(document.querySelector('.report textarea')).not.toBeNull();
  });
});

describe('somebody of one unit', () => {
  it('gets the notice and the forms of that unit, and asks for no report', async () => {
    const { api, sent } = fakeServer({});
    const session = { ...SESSION, role: 'unit-admin' as const, unit: 'so-a' };
    await show(signedIn(api, <Reports />, DESK, session));
    expect(sent).toEqual([]);
    const of = `/v1/periods/${CLOSED.period}/units/so-a`;
    expect(links()).toEqual(
      expect.arrayContaining([`${of}/notice.docx`, `${of}/mau-01.xlsx?part=1`, `${of}/mau-02.xlsx`]),
    );
    expect(links().filter((href) => href?.includes('mau-03'))).toEqual([]);
  });
});

describe('a period without figures', () => {
  it('says what to do first', async () => {
    const { api } = fakeServer({});
    await show(signedIn(api, <Reports />, { ...DESK, period: OPEN }));
    expect(pageText()).toContain('Quý IV/2026 chưa chốt nên chưa có báo cáo. Chốt kỳ ở mục Kỳ đánh giá.');
    await show(signedIn(api, <Reports />, { period: null, periods: [], units: [] }));
    expect(pageText()).toContain('Chưa có kỳ nào.');
  });
});
