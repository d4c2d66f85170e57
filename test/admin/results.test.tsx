// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../server/admin/place.ts';
import { Results } from '../../server/admin/screens/results/results.tsx';
import { button, fakeServer, hide, pageText, press, show, signedIn } from './mount.tsx';
import { RANKING, ranked, UNIT_PAGE } from './result-samples.ts';
import { CLOSED, FINDINGS, OPEN } from './sample.ts';

afterEach(hide);

const FOUND = '/v1/periods/2026-q3/units/so-a/findings';
const ANSWERS = {
  'GET /v1/periods/2026-q3/ranking': { body: RANKING },
  'GET /v1/periods/2026-q3/units/so-a': { body: UNIT_PAGE },
  [`GET ${FOUND}?series=computed&indicator=1`]: { body: FINDINGS[0] },
  [`GET ${FOUND}?series=computed&indicator=1&after=H99.01-260710-0042`]: { body: FINDINGS[1] },
};

async function open(hash: string, answers: Parameters<typeof fakeServer>[0] = {}, period = CLOSED) {
  location.hash = hash;
  const { api, sent } = fakeServer({ ...ANSWERS, ...answers });
  await show(signedIn(api, <Results place={placeOf(hash)} />, { periods: [OPEN, CLOSED], period }));
  return sent;
}

const names = () => [...document.querySelectorAll('table.cards tbody th')].map((th) => th.textContent);
const header = (label: string) =>
  [...document.querySelectorAll('thead th')].find((th) => th.textContent?.startsWith(label)) as HTMLElement;
const sortBy = (label: string) => press(header(label).querySelector('button') as HTMLElement);

describe('the ranking', () => {
  it('comes in one request, with the interval and the tier of each', async () => {
    const sent = await open('#/ket-qua/2026-q3');
    expect(sent.map(({ path }) => path)).toEqual(['/v1/periods/2026-q3/ranking']);
    expect(names()).toEqual(['Sở Ánh Dương', 'Sở Cánh Đồng', 'Sở Biển Xanh']);
    const [first, second] = [...document.querySelectorAll('table.cards tbody tr')].map((tr) => tr.textContent);
    expect(first).toContain('15,6–16,2');
    expect(second).toContain('n nhỏ');
    expect(pageText()).toContain('Cùng một nhóm: chênh lệch chưa đủ rõ để nói ai hơn ai.');
    expect(document.querySelector('[data-figure="ranking/so-a/total"]')?.textContent).toBe('15,9');
  });

  it('is narrowed by the address: level, sector and search', async () => {
    const [unit] = RANKING.units;
    const body = {
      ...RANKING,
      units: unit ? [{ ...unit, rank: null, tier: null, grade: null, gradeLabel: null }] : [],
    };
    const query = 'level=province&sector=%C4%90%E1%BA%A5t+%C4%91ai&search=duong';
    const sent = await open('#/ket-qua/2026-q3?cap=province&linh-vuc=Đất đai&tim=duong', {
      [`GET /v1/periods/2026-q3/ranking?${query}`]: { body },
    });
    expect(sent).toHaveLength(1);
    expect(pageText()).toContain('Chỉ tính hồ sơ lĩnh vực Đất đai');
    expect([...document.querySelectorAll('thead th')].map((th) => th.textContent)).not.toContain('Hạng ↕');
    const [level] = document.querySelectorAll('select');
    if (!level) throw new Error('no level');
    level.value = '';
    level.dispatchEvent(new Event('change', { bubbles: true }));
    expect(decodeURIComponent(location.hash)).toBe('#/ket-qua/2026-q3?linh-vuc=Đất+đai&tim=duong');
  });

  it('lists a unit that lacks an indicator after the ranked ones, with what it lacks and no grade', async () => {
    await open('#/ket-qua/2026-q3');
    const last = [...document.querySelectorAll('table.cards tbody tr')].at(-1)?.textContent;
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
    const units = [ranked('so-a', 'Sở A', { tied: true }), ranked('so-b', 'Sở B', { tied: true })];
    await open('#/ket-qua/2026-q3', { 'GET /v1/periods/2026-q3/ranking': { body: { ...RANKING, units } } });
    expect(pageText().match(/đồng hạng 1/g)).toHaveLength(2);
  });

  it('shows no table for an open period but says when figures come', async () => {
    const body = { ...RANKING, period: OPEN, snapshot: null, levels: [], sectors: [], units: [], intervals: null };
    await open('#/ket-qua/2026-q4', { 'GET /v1/periods/2026-q4/ranking': { body } }, OPEN);
    expect(pageText()).toContain('Kỳ này chưa chốt.');
    expect(document.querySelector('table')).toBeNull();
  });

  it('says by which ruleset it was made and from where, and what must be known of it, also beside one unit', async () => {
    const caveat = { text: 'Mức thấp nhất là «Bình thường».', cite: 'QĐ 800/QĐ-UBND (Theo kết quả đã công bố.)' };
    const period = { ...CLOSED, rulesetTitle: 'Cách của Tây Ninh', rulesetCite: 'QĐ 800/QĐ-UBND', caveats: [caveat] };
    for (const hash of ['#/ket-qua/2026-q3', '#/ket-qua/2026-q3/so-a']) {
      await open(hash, {
        'GET /v1/periods/2026-q3/ranking': { body: { ...RANKING, period } },
        'GET /v1/periods/2026-q3/units/so-a': { body: { ...UNIT_PAGE, period } },
      });
      expect(pageText()).toContain('Bộ quy tắc: Cách của Tây Ninh · Theo QĐ 1/QĐ-UBND · Nguồn: QĐ 800/QĐ-UBND');
      const notes = [...document.querySelectorAll('.note')].map((note) => note.textContent);
      expect(notes).toContain(`${caveat.text} ${caveat.cite}`);
      hide();
    }
  });

  it('prints the sentence of the server when the account may not see the period', async () => {
    const message = 'Tài khoản này chỉ xem được so-a. Cần xem đơn vị khác, liên hệ quản trị tỉnh.';
    await open('#/ket-qua/2026-q3', {
      'GET /v1/periods/2026-q3/ranking': { status: 403, body: { code: 'scope.denied', message } },
    });
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
    expect(cells).toEqual([
      '1,71,5–1,9n = 210',
      '1,61,4–1,8n = 412',
      '2,01,8–2,0n = 400',
      '1,71,5–1,9n = 210 · từ Người dân',
      '+0,4 [0,2; 0,6]n = 400',
    ]);
    expect(rows[1]?.querySelector('td')?.textContent).toBe('không hỏi');
    expect(pageText()).toContain('(cách hiểu)');
  });

  it('calls what the unit told of itself its declaration, not a count of one, in every place', async () => {
    const unitFinding = { ...FINDINGS[0]?.findings[0], dossier: null, indicator: 6 };
    await open('#/ket-qua/2026-q3/so-a', {
      [`GET ${FOUND}?series=computed&indicator=6`]: { body: { findings: [unitFinding], next: null } },
    });
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
    const rows = UNIT_PAGE.rows.map((row) =>
      row.indicator === 5
        ? { ...row, officialSeries: 'appraised' as const, official: { ...row.official, value: 10 } }
        : row,
    );
    const past = { points: 10, actor: 'user:tham-dinh', at: '2026-10-06T02:00:00.000Z', reason: 'Biên bản số 12.' };
    await open('#/ket-qua/2026-q3/so-a', {
      'GET /v1/periods/2026-q3/units/so-a': { body: { ...UNIT_PAGE, rows } },
      'GET /v1/appraisals?period=2026-q3&unit=so-a': { body: { rows: [{ indicator: 5, history: [past] }] } },
    });
    const figure = document.querySelector<HTMLElement>('.indicators tbody tr:nth-child(5) td.official .figure');
    if (!figure) throw new Error('no official figure');
    await press(figure);
    expect(document.querySelector('dialog')?.textContent).toContain('1,0 điểm · tham-dinh');
    expect(document.querySelector('dialog')?.textContent).toContain('Biên bản số 12.');
  });

  it('shows where it is going: totals of earlier periods, and what changed in between', async () => {
    await open('#/ket-qua/2026-q3/so-a');
    expect(pageText()).toContain('Tổng điểm tăng từ 15,1 lên 15,9');
    expect(pageText()).toContain('Quý III/2026: Từ kỳ này: cách hiểu khác.');
    expect(pageText()).toContain('Tự chấm cao hơn hệ thống rõ rệt ở chỉ số 1, 2, 3, 4 và 7.');
  });

  it('leads from its flags, and from the mark beside self minus system, to each of them', async () => {
    const line = { check: 'selfAbove', name: 'Tự chấm cao hơn hệ thống', sentence: 'Ở 32/64 hồ sơ.' };
    const flags = [
      { ...line, id: 'selfAbove/so-a/', officer: null, state: 'new' },
      { ...line, id: 'selfAbove/so-a/CB-01', officer: 'CB-01', state: 'answered' },
    ];
    await open('#/ket-qua/2026-q3/so-a', { 'GET /v1/periods/2026-q3/units/so-a': { body: { ...UNIT_PAGE, flags } } });
    const section = document.querySelector('section[aria-labelledby="can-xem-lai"]');
    expect(section?.textContent).toContain('Dấu hiệu không đổi điểm, không kết luận sai.');
    expect([...(section?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent)).toEqual([
      'Tự chấm cao hơn hệ thốngSở Ánh DươngỞ 32/64 hồ sơ.Mới',
      'Tự chấm cao hơn hệ thốngCB-01Ở 32/64 hồ sơ.Đã giải trình',
    ]);
    const mark = [...document.querySelectorAll('thead a')].find((link) => link.textContent === '⚑');
    expect(mark?.getAttribute('href')).toBe('#/can-xem-lai?ky=2026-q3&muc=selfAbove%2Fso-a%2F');
  });

  it('leads to each officer', async () => {
    await open('#/ket-qua/2026-q3/so-a');
    const [officer] = document.querySelectorAll<HTMLAnchorElement>('section[aria-labelledby=can-bo] a');
    expect(officer?.getAttribute('href')).toBe('#/ket-qua/2026-q3/so-a/CB-0117');
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
