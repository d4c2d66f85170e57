// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Appraisals as Rows } from '#wire/appraisal.ts';
import type { DutiesPage, DutyCounts } from '#wire/duties.ts';
import type { Objection } from '#wire/objection.ts';
import { Appraisals } from '../../server/admin/screens/appraisals.tsx';
import { Duties } from '../../server/admin/screens/duties.tsx';
import { Objections } from '../../server/admin/screens/objections.tsx';
import { Petitions } from '../../server/admin/screens/petitions.tsx';
import { button, choose, fakeServer, Here, hide, pageText, press, show, signedIn, type, write } from './mount.tsx';
import { CLOSED, UNIT } from './sample.ts';

afterEach(hide);

const PLACE = {
  'GET /v1/units': { body: { units: [UNIT] } },
  'GET /v1/periods': { body: { periods: [CLOSED] } },
};

describe('duties by law', () => {
  const counts: DutyCounts = {
    period: '2026-q3',
    unit: 'so-a',
    dossiers: 1200,
    duties: [{ duty: 'apology', title: 'Xin lỗi', met: 9, breached: 4, pending: 2, unknown: 1 }],
    overdue: { inTime: 9, late: 1, none: 3, unknown: 1 },
  };
  const page = (dossier: string, next: string | null, told: DutyCounts | null = null): DutiesPage => ({
    counts: told,
    period: '2026-q3',
    unit: 'so-a',
    findings: [
      {
        dossier,
        officer: null,
        duty: 'apology',
        title: 'Xin lỗi',
        state: 'breached',
        by: null,
        cite: 'Điều 19',
        because: 'Muộn.',
        evidence: [],
      },
    ],
    next,
  });

  it('shows counts, what is not known and why, and the list page by page', async () => {
    const list = 'GET /v1/duties?period=2026-q3&unit=so-a&state=breached';
    const { api } = fakeServer({
      ...PLACE,
      [`${list}&counts=1`]: { body: page('H99.01-1', 'x:H99.01-1', counts) },
      [`${list}&after=x%3AH99.01-1`]: { body: page('H99.01-2', null) },
    });
    await show(signedIn(api, <Here of={Duties} />));
    expect(pageText()).toContain('9 đã xin lỗi kịp thời, 1 xin lỗi muộn, 3 không xin lỗi, 1 chưa rõ.');
    expect(pageText()).toContain('1.200 hồ sơ');
    expect(pageText()).not.toContain('H99.01-2');
    await press(button('Xem thêm'));
    expect(pageText()).toMatch(/H99\.01-1.*H99\.01-2/);
    expect(pageText()).not.toContain('Xem thêm');
  });
});

describe('an appraisal', () => {
  const rows: Rows = {
    rows: [
      {
        indicator: 5,
        label: 'Một cửa',
        allowed: [0, 10, 20],
        replaces: true,
        blind: false,
        citizen: null,
        computed: { points: 20, n: 1, because: null },
        self: null,
        appraised: null,
        history: [],
      },
    ],
  };

  it('is given with its reason, and a refusal stands at its field', async () => {
    let refuse = true;
    const { api, sent } = fakeServer({
      ...PLACE,
      'GET /v1/appraisals?period=2026-q3&unit=so-a': { body: rows },
      'POST /v1/appraisals': () => {
        const issues = [{ path: 'reason', message: 'ghi lý do ít nhất 10 ký tự' }];
        const problem = { code: 'body.invalid', message: 'Mục 1.', issues };
        return {
          body: {
            outcomes: [
              refuse ? { outcome: 'refused', id: 'so-a', status: 422, problem } : { outcome: 'created', id: 'so-a' },
            ],
          },
        };
      },
    });
    await show(signedIn(api, <Here of={Appraisals} />));
    expect(pageText()).toContain('Người dân — · Hệ thống 2,0 · Tự chấm — · Thẩm định —');
    expect(pageText()).toContain('Chọn điểm');
    await press(button('Ghi điểm chỉ số 5'));
    expect(pageText(), 'no points chosen is not an appraisal taken back').toContain('chưa chọn điểm');
    expect(sent.some(({ method }) => method === 'POST')).toBe(false);
    await choose('Điểm thẩm định chỉ số 5', '10');
    await press(button('Ghi điểm chỉ số 5'));
    expect(pageText()).toContain('ghi lý do ít nhất 10 ký tự');
    refuse = false;
    await type('Lý do, ít nhất 10 ký tự; không ghi tên người', 'Biên bản kiểm tra số 12.');
    await press(button('Ghi điểm chỉ số 5'));
    expect(pageText()).toContain('Đã ghi điểm chỉ số 5.');
    expect(sent.at(-2)?.body).toEqual([
      { period: '2026-q3', unit: 'so-a', indicator: 5, points: 10, reason: 'Biên bản kiểm tra số 12.' },
    ]);
  });
});

describe('an objection', () => {
  const objection: Objection = {
    id: 'mau.01KAGHZ0000000000000000001',
    period: '2026-q3',
    unit: 'so-a',
    officer: 'CB-01',
    dossier: 'H99.01-1',
    indicator: 1,
    text: 'Chưa ghi lần tạm dừng.',
    state: 'new',
    raisedBy: 'officer:CB-01',
    raisedAt: '2026-10-06T02:00:00.000Z',
    due: '2026-10-13',
    owner: null,
    answer: null,
    changed: null,
    answeredBy: null,
    answeredAt: null,
  };

  it('is read with its last day and answered; accepting asks what was changed', async () => {
    const { api, sent } = fakeServer({
      ...PLACE,
      'GET /v1/objections?period=2026-q3': {
        body: { objections: [objection], dueCite: 'TT 01 (cách hiểu)', next: null },
      },
      [`POST /v1/objections/${objection.id}/answer`]: { body: { ...objection, state: 'accepted' } },
    });
    await show(signedIn(api, <Here of={Objections} />));
    expect(pageText()).toContain(`${UNIT.name} · CB-01 · H99.01-1 · chỉ số 1`);
    expect(pageText()).toContain('trả lời đến hết ngày 13/10/2026');
    expect(pageText()).toContain('TT 01 (cách hiểu)');
    await press(button('Trả lời'));
    await write('Câu trả lời, ít nhất 10 ký tự', 'Đã kiểm tra, đúng.');
    await write('Đã sửa gì trong hồ sơ, số liệu hoặc điểm thẩm định', 'Đã ghi lần tạm dừng.');
    await press(button('Gửi câu trả lời'));
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      state: 'accepted',
      answer: 'Đã kiểm tra, đúng.',
      changed: 'Đã ghi lần tạm dừng.',
    });
    expect(document.querySelector('dialog[open]')).toBeNull();
  });

  it('is given to somebody who may answer it', async () => {
    const user = (login: string, role: string, unit: string | null, active = true) => ({ login, role, unit, active });
    const users = [
      user('tham-dinh', 'reviewer', null),
      user('cua-so-b', 'reviewer', 'so-b'),
      user('cua-tinh', 'reviewer', 'tinh-uy'),
      user('da-nghi', 'reviewer', null, false),
      user('xem', 'viewer', null),
    ];
    const { api, sent } = fakeServer({
      ...PLACE,
      'GET /v1/units': { body: { units: [{ ...UNIT, parent: 'tinh-uy' }] } },
      'GET /v1/users': { body: { users } },
      'GET /v1/objections?period=2026-q3': { body: { objections: [objection], dueCite: 'x', next: null } },
      [`PUT /v1/objections/${objection.id}/owner`]: { body: { ...objection, owner: 'tham-dinh' } },
    });
    await show(signedIn(api, <Here of={Objections} />));
    const offered = [...document.querySelectorAll('option')].map(({ value }) => value);
    expect(offered).toContain('tham-dinh');
    expect(offered, 'of the unit above').toContain('cua-tinh');
    for (const login of ['cua-so-b', 'da-nghi', 'xem']) expect(offered).not.toContain(login);
    await choose('Người trả lời', 'tham-dinh');
    await press(button('Lưu phân công'));
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({ owner: 'tham-dinh' });
  });
});

describe('petitions', () => {
  it('are pasted in the words of the screen, and an unknown word is told which there are', async () => {
    const refusal = {
      outcome: 'refused',
      id: 'P-2',
      status: 422,
      problem: { code: 'body.invalid', message: 'x', issues: [{ path: 'about', message: 'nội dung là harassment' }] },
    };
    const { api, sent } = fakeServer({
      ...PLACE,
      'GET /v1/petitions?after=': { body: { petitions: [], next: null } },
      'GET /v1/recordings': { body: { recordings: [] } },
      'POST /v1/petitions': { body: { outcomes: [{ outcome: 'created', id: 'P-1' }, refusal] } },
    });
    await show(signedIn(api, <Here of={Petitions} />));
    expect(pageText()).toContain('Chưa ghi phản ánh nào.');
    const cells = ['P-1', 'so-a', '', 'Làm sai quy định', '03/11/2026', '20/11/2026', '', 'không', 'Đúng'];
    await write(
      'Các dòng',
      [cells, cells.map((cell, i) => (i === 3 ? 'Thái độ' : cell))].map((line) => line.join('\t')).join('\n'),
    );
    await press(button('Nhập các dòng'));
    expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject([
      {
        id: 'P-1',
        dossier: null,
        about: 'breach',
        received: '2026-11-03',
        due: '2026-11-20',
        answered: null,
        prolonged: false,
        verdict: 'verified',
      },
      { about: 'Thái độ' },
    ]);
    expect(pageText()).toContain('viết như trong bảng: Nhũng nhiễu, gây phiền hà, Làm sai quy định, Việc khác');
  });

  it('are listed by the name of their unit, with what is not known as a dash', async () => {
    const known = { id: 'P-1', unit: 'so-a', dossier: null, procedure: null, about: 'other', received: '2026-11-03' };
    const petitions = [{ ...known, due: null, answered: null, prolonged: false, verdict: 'withdrawn' }];
    const { api } = fakeServer({
      ...PLACE,
      'GET /v1/petitions?after=': { body: { petitions, next: null } },
      'GET /v1/recordings': { body: { recordings: [] } },
    });
    await show(signedIn(api, <Here of={Petitions} />));
    const cells = [...document.querySelectorAll('tbody th, tbody td')].map((cell) => cell.textContent);
    expect(cells).toEqual([
      ...['P-1', UNIT.name, '—', 'Việc khác', '03/11/2026', '—', '—', 'không', 'Đã rút hoặc ghi nhầm'],
    ]);
  });
});
