// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../server/admin/place.ts';
import { Results } from '../../server/admin/screens/results.tsx';
import { button, fakeServer, hide, pageText, press, show, signedIn } from './mount.tsx';
import { CLOSED, FINDINGS, OPEN, RESULTS, unitResult } from './sample.ts';

afterEach(hide);

const PERIODS = { body: { periods: [OPEN, CLOSED] } };
const FOUND = '/v1/periods/2026-q3/units/so-a/findings';
const server = () =>
  fakeServer({
    'GET /v1/periods': PERIODS,
    'GET /v1/periods/2026-q3/results': { body: RESULTS },
    'GET /v1/periods/2026-q4/results': { body: { ...RESULTS, period: OPEN, snapshot: null, units: [], officers: [] } },
    [`GET ${FOUND}?series=computed&indicator=1`]: { body: FINDINGS[0] },
    [`GET ${FOUND}?series=computed&indicator=1&after=H99.01-260710-0042`]: { body: FINDINGS[1] },
  });

async function open(hash: string) {
  const { api, sent } = server();
  await show(signedIn(api, <Results place={placeOf(hash)} />));
  return sent;
}

const names = () => [...document.querySelectorAll('tbody th')].map((th) => th.textContent);
const header = (label: string) =>
  [...document.querySelectorAll('thead th')].find((th) => th.textContent?.startsWith(label)) as HTMLElement;
const sortBy = (label: string) => press(header(label).querySelector('button') as HTMLElement);

describe('the ranking', () => {
  it('opens on the newest period that is closed', async () => {
    await open('#/ket-qua');
    expect(document.querySelector('select')?.value).toBe('2026-q3');
    expect(names()).toEqual(['Sở Ánh Dương', 'Sở Cánh Đồng', 'Sở Biển Xanh']);
  });

  it('lists a unit that lacks an indicator after the ranked ones, with what it lacks and no grade', async () => {
    await open('#/ket-qua/2026-q3');
    const last = [...document.querySelectorAll('tbody tr')].at(-1)?.textContent;
    expect(last).toContain('13,2/16');
    expect(last).toContain('chưa đủ chỉ số (thiếu 5)');
    expect(last?.startsWith('—')).toBe(true);
  });

  it('sorts both ways by a header and tells it with aria-sort, the unranked unit staying last', async () => {
    await open('#/ket-qua/2026-q3');
    await sortBy('Điểm');
    expect(header('Điểm').getAttribute('aria-sort')).toBe('ascending');
    expect(names()).toEqual(['Sở Cánh Đồng', 'Sở Ánh Dương', 'Sở Biển Xanh']);
    await sortBy('Điểm');
    expect(header('Điểm').getAttribute('aria-sort')).toBe('descending');
    expect(names()).toEqual(['Sở Ánh Dương', 'Sở Cánh Đồng', 'Sở Biển Xanh']);
    await sortBy('Đơn vị');
    expect(header('Điểm').hasAttribute('aria-sort')).toBe(false);
  });

  it('says that units with equal totals share a rank', async () => {
    const units = [unitResult('so-a', 'Sở A', { rank: 1 }), unitResult('so-b', 'Sở B', { rank: 1 })];
    const { api } = fakeServer({
      'GET /v1/periods': PERIODS,
      'GET /v1/periods/2026-q3/results': { body: { ...RESULTS, units } },
    });
    await show(signedIn(api, <Results place={placeOf('#/ket-qua/2026-q3')} />));
    expect(pageText().match(/đồng hạng 1/g)).toHaveLength(2);
  });

  it('shows no table for an open period but says when figures come', async () => {
    await open('#/ket-qua/2026-q4');
    expect(pageText()).toContain('Kỳ này chưa chốt.');
    expect(document.querySelector('table')).toBeNull();
  });

  it('says by which ruleset it was made and from where, and what must be known of it, also beside one unit', async () => {
    const caveat = { text: 'Mức thấp nhất là «Bình thường».', cite: 'QĐ 800/QĐ-UBND (Theo kết quả đã công bố.)' };
    const period = { ...CLOSED, rulesetTitle: 'Cách của Tây Ninh', rulesetCite: 'QĐ 800/QĐ-UBND', caveats: [caveat] };
    for (const hash of ['#/ket-qua/2026-q3', '#/ket-qua/2026-q3/so-a']) {
      const { api } = fakeServer({
        'GET /v1/periods': PERIODS,
        'GET /v1/periods/2026-q3/results': { body: { ...RESULTS, period } },
      });
      await show(signedIn(api, <Results place={placeOf(hash)} />));
      expect(pageText()).toContain('Bộ quy tắc: Cách của Tây Ninh · Theo QĐ 1/QĐ-UBND · Nguồn: QĐ 800/QĐ-UBND');
      const notes = [...document.querySelectorAll('.note')].map((note) => note.textContent);
      expect(notes).toContain(`${caveat.text} ${caveat.cite}`);
      hide();
    }
  });

  it('prints the sentence of the server when the account may not see the period', async () => {
    const message = 'Tài khoản này chỉ xem được so-a. Cần xem đơn vị khác, liên hệ quản trị tỉnh.';
    const { api } = fakeServer({
      'GET /v1/periods': PERIODS,
      'GET /v1/periods/2026-q3/results': { status: 403, body: { code: 'scope.denied', message } },
    });
    await show(signedIn(api, <Results place={placeOf('#/ket-qua/2026-q3')} />));
    expect(document.querySelector('[role=alert]')?.textContent).toContain(message);
  });
});

describe('one unit', () => {
  it('shows the way to its grade, the three series apart, and what is not asked', async () => {
    await open('#/ket-qua/2026-q3/so-a');
    expect(pageText()).toContain('15,9 ≥ 15 → Xuất sắc (Điều 15 TT 01/2018/TT-VPCP)');
    const rows = [...document.querySelectorAll('.indicators tbody tr')];
    expect(rows).toHaveLength(9);
    const cells = [...(rows[0]?.querySelectorAll('td') ?? [])].map((td) => td.textContent?.replaceAll('\u00a0', ' '));
    expect(cells).toEqual(['1,7n = 210', '1,6n = 412', '2,0n = 400', '1,7n = 210 · từ Người dân', '+0,4n = 400']);
    expect(rows[1]?.querySelector('td')?.textContent).toBe('không hỏi');
    expect(pageText()).toContain('(cách hiểu)');
  });

  it('calls what the unit told of itself its declaration, not a count of one, in every place', async () => {
    const unitFinding = { ...FINDINGS[0]?.findings[0], dossier: null, indicator: 6 };
    const { api } = fakeServer({
      'GET /v1/periods': PERIODS,
      'GET /v1/periods/2026-q3/results': { body: RESULTS },
      [`GET ${FOUND}?series=computed&indicator=6`]: { body: { findings: [unitFinding], next: null } },
    });
    await show(signedIn(api, <Results place={placeOf('#/ket-qua/2026-q3/so-a')} />));
    const cells = [...document.querySelectorAll('.indicators tbody tr:nth-child(6) td')].map((td) => td.textContent);
    expect([cells[1], cells[3]]).toEqual(['1,6kê khai của đơn vị', '1,6kê khai của đơn vị']);
    expect(header('Tự chấm − HT').textContent).toContain('chỉ trên hồ sơ có cả hai điểm');
    await press(button('Chỉ số 6, Hệ thống: 1,6, kê khai của đơn vị. Xem chứng cứ'));
    const drawer = document.querySelector('dialog')?.textContent;
    expect(drawer).toContain('Cả đơn vị');
    expect(drawer).toContain('kê khai của đơn vị');
    expect(drawer).not.toContain('Đang hiện');
    expect(drawer).not.toContain('n = ');
  });

  it('opens from a number that was appraised who gave it and why', async () => {
    const appraised = unitResult('so-a', 'Sở Ánh Dương');
    const rows = appraised.rows.map((row) =>
      row.indicator === 5 ? { ...row, official: { ...row.official, series: 'appraised' as const, points: 10 } } : row,
    );
    const past = { points: 10, actor: 'user:tham-dinh', at: '2026-10-06T02:00:00.000Z', reason: 'Biên bản số 12.' };
    const { api } = fakeServer({
      'GET /v1/periods': PERIODS,
      'GET /v1/periods/2026-q3/results': { body: { ...RESULTS, units: [{ ...appraised, rows }] } },
      'GET /v1/appraisals?period=2026-q3&unit=so-a': { body: { rows: [{ indicator: 5, history: [past] }] } },
    });
    await show(signedIn(api, <Results place={placeOf('#/ket-qua/2026-q3/so-a')} />));
    const figure = document.querySelector<HTMLElement>('.indicators tbody tr:nth-child(5) td.official .figure');
    if (!figure) throw new Error('no official figure');
    await press(figure);
    expect(document.querySelector('dialog')?.textContent).toContain('1,0 điểm · tham-dinh');
    expect(document.querySelector('dialog')?.textContent).toContain('Biên bản số 12.');
  });

  it('opens from a number its conclusion, article, evidence and dossiers, a page at a time', async () => {
    const sent = await open('#/ket-qua/2026-q3/so-a');
    await press(button('Chỉ số 1, Hệ thống: 1,6, n = 412. Xem chứng cứ'));
    const drawer = document.querySelector('dialog');
    expect(drawer?.open).toBe(true);
    expect(drawer?.textContent).toContain('Điều 14 TT 01/2018/TT-VPCP');
    expect(drawer?.textContent).toContain('H99.01-260710-0042 · 0,0 điểm');
    expect(drawer?.textContent).toContain('Hẹn trả24/07/2026 17:00');
    await press(button('Xem thêm hồ sơ'));
    expect(drawer?.textContent).toContain('H99.01-260711-0007');
    expect(drawer?.textContent).toContain('H99.01-260710-0042');
    expect(drawer?.textContent).not.toContain('Xem thêm hồ sơ');
    expect(sent.filter((s) => s.path.startsWith(FOUND))).toHaveLength(2);
    await press(button('Đóng'));
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('asks the server for nothing behind a citizen number, and says why', async () => {
    const sent = await open('#/ket-qua/2026-q3/so-a');
    await press(button('Chỉ số 1, Người dân: 1,7, n = 210. Xem chứng cứ'));
    expect(pageText()).toContain('Phiếu của người dân không nối với hồ sơ');
    expect(sent.some((s) => s.path.includes('findings'))).toBe(false);
  });
});
