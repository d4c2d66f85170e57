// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Role } from '#wire/access.ts';
import type { CaseLine, CaseList, CaseView } from '#wire/case.ts';
import { AdminContext } from '../../server/admin/admin-context.ts';
import type { Api } from '../../server/admin/api.ts';
import { placeOf } from '../../server/admin/place.ts';
import { Cases } from '../../server/admin/screens/cases.tsx';
import { Shell } from '../../server/admin/shell.tsx';
import { button, fakeServer, hide, loadScreens, pageText, press, show, signedIn, type, unfold } from './mount.tsx';
import { OPEN, SESSION, UNIT } from './sample.ts';

afterEach(hide);

const LINE: CaseLine = {
  ...{ id: 'K7M29QXD4TWZ8R3F', period: '2026-q4', asked: '2026-11-10', due: '2026-12-02', late: true, state: 'new' },
  ...{ owner: null, withheld: false, unit: 'so-a', unitName: 'Sở A', topic: 'result' },
};
const LIST: CaseList = {
  ...{ cases: [LINE], next: null, late: 1 },
  counts: { new: 1, taken: 0, answered: 0, closed: 0 },
};
const VIEW: CaseView = {
  ...LINE,
  ...{ procedure: null, procedureName: null, lang: 'vi', comment: 'Tôi phải đi lại nhiều lần.', history: [] },
  said: [{ question: 'Nhìn chung, Ông/Bà hài lòng đến mức nào?', answer: 'Không hài lòng' }],
  ...{ answer: null, answeredOn: null, shownUntil: null, revision: 0 },
};
const UNITS = { body: { units: [UNIT] } };
const WITHHELD = { ...LINE, id: 'X', withheld: true, unit: null, unitName: null, topic: null };

const as = (api: Api, role: Role, hash: string, unit: string | null = null) =>
  signedIn(api, <Cases place={placeOf(hash)} />, {}, { ...SESSION, role, unit });

describe('opinions that wait for a reply', () => {
  it('are listed with deadline and place; of those of the inspectorate only the deadline', async () => {
    const { api } = fakeServer({
      'GET /v1/units': UNITS,
      'GET /v1/cases?state=open': { body: LIST },
      'GET /v1/cases?withheld=1': { body: { ...LIST, cases: [WITHHELD], late: 0 } },
      'GET /v1/case-settings': { body: { replyDays: 15 } },
    });
    await show(signedIn(api, <Cases place={placeOf('#/gop-y')} />));
    expect(pageText()).toContain('Chờ trả lời 1, trong đó quá hạn 1');
    expect(pageText()).toContain('Sở A');
    expect(document.querySelector('a[href="#/gop-y/ca/K7M29QXD4TWZ8R3F"]')).not.toBeNull();
    await unfold('Góp ý về phiền hà, tiền bạc');
    const withheld = document.querySelector('details[open]');
    expect(withheld?.querySelectorAll('tbody tr')).toHaveLength(1);
    expect(withheld?.querySelectorAll('a')).toHaveLength(0);
  });

  it('say so when there are none, and why when they cannot be had', async () => {
    const empty = { ...LIST, cases: [], late: 0, counts: { new: 0, taken: 0, answered: 0, closed: 0 } };
    const first = fakeServer({ 'GET /v1/units': UNITS, 'GET /v1/cases?state=open': { body: empty } });
    await show(as(first.api, 'reviewer', '#/gop-y'));
    expect(pageText()).toContain('Không có góp ý nào chờ trả lời.');
    hide();
    const problem = { code: 'store.busy', message: 'Máy chủ đang bận. Thử lại.' };
    const second = fakeServer({ 'GET /v1/units': UNITS, 'GET /v1/cases?state=open': { status: 503, body: problem } });
    await show(as(second.api, 'reviewer', '#/gop-y'));
    expect(pageText()).toContain('Máy chủ đang bận. Thử lại.');
  });

  it('are taken and answered after seeing what the citizen will read', async () => {
    let it = VIEW;
    const { api, sent } = fakeServer({
      'GET /v1/cases/K7M29QXD4TWZ8R3F': () => ({ body: it }),
      'POST /v1/cases/K7M29QXD4TWZ8R3F/take': () => {
        it = { ...it, state: 'taken', owner: SESSION.login, revision: 1 };
        return { status: 204 };
      },
      'POST /v1/cases/K7M29QXD4TWZ8R3F/answer': { status: 204 },
    });
    await show(signedIn(api, <Cases place={placeOf('#/gop-y/ca/K7M29QXD4TWZ8R3F')} />));
    expect(pageText()).toContain('Không hài lòng');
    expect(pageText()).toContain('Tôi phải đi lại nhiều lần.');
    await press(button('Nhận góp ý này'));
    await press(button('Gửi trả lời'));
    expect(pageText()).toContain('Viết ít nhất 10 ký tự.');
    const area = document.querySelector('textarea');
    if (!area) throw new Error('no field for the reply');
    await act(async () => {
      area.value = 'Đơn vị đã xin lỗi. Gọi 0912345678.';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press(button('Gửi trả lời'));
    expect(pageText()).toContain('Gọi [đã che số điện thoại].');
    expect(sent.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { revision: 0 },
      { revision: 1, answer: 'Đơn vị đã xin lỗi. Gọi 0912345678.' },
    ]);
  });

  it('just taken can be given back', async () => {
    let it = VIEW;
    const { api, sent } = fakeServer({
      'GET /v1/cases/K7M29QXD4TWZ8R3F': () => ({ body: it }),
      'POST /v1/cases/K7M29QXD4TWZ8R3F/take': () => {
        it = { ...it, state: 'taken', owner: SESSION.login, revision: 1 };
        return { status: 204 };
      },
      'POST /v1/cases/K7M29QXD4TWZ8R3F/release': () => {
        it = { ...VIEW, revision: 2 };
        return { status: 204 };
      },
    });
    await show(signedIn(api, <Cases place={placeOf('#/gop-y/ca/K7M29QXD4TWZ8R3F')} />));
    await press(button('Nhận góp ý này'));
    expect(pageText()).toContain('Đã nhận góp ý.');
    await press(button('Hoàn tác'));
    expect(sent.at(-2)).toMatchObject({ path: '/v1/cases/K7M29QXD4TWZ8R3F/release', body: { revision: 1 } });
    expect(pageText()).toContain('Đã trở lại như trước.');
    expect(button('Nhận góp ý này')).toBeTruthy();
  });

  it('are nothing for whoever belongs to a unit: only the comments of closed periods are', async () => {
    const { api, sent } = fakeServer({ 'GET /v1/periods': { body: { periods: [OPEN] } } });
    for (const role of ['unit-admin', 'reviewer'] as const) {
      await show(as(api, role, '#/gop-y', 'so-a'));
      expect(pageText()).toContain('Chưa có kỳ nào đã chốt.');
      hide();
    }
    expect(sent.every(({ path }) => path === '/v1/periods')).toBe(true);
  });
});

it('an inspector is led to the opinions and finds no results', async () => {
  await loadScreens();
  const desk = { body: { periods: [OPEN], units: UNITS.body.units } };
  const { api } = fakeServer({
    'GET /v1/desk': desk,
    'GET /v1/units': UNITS,
    'GET /v1/cases?state=open': { body: LIST },
  });
  await show(
    <AdminContext.Provider
      value={{ api, session: { ...SESSION, role: 'inspector' }, admitted: '', onSession: () => {} }}
    >
      <Shell place={placeOf('#/')} entered={false} onSignOut={() => {}} />
    </AdminContext.Provider>,
  );
  const links = [...document.querySelectorAll('#cac-muc a')].map((a) => a.textContent);
  expect(links).toEqual(['Góp ý', 'Thiết lập']);
  expect(document.querySelector('h1')?.textContent).toBe('Góp ý xin được trả lời');
});

it('the days for a reply are settled by the province', async () => {
  const { api, sent } = fakeServer({
    'GET /v1/units': UNITS,
    'GET /v1/cases?state=open': { body: LIST },
    'GET /v1/cases?withheld=1': { body: { ...LIST, cases: [] } },
    'GET /v1/case-settings': { body: { replyDays: 15 } },
    'PUT /v1/case-settings': { body: { replyDays: 10 } },
  });
  await show(signedIn(api, <Cases place={placeOf('#/gop-y')} />));
  expect(
    sent.map(({ path }) => path),
    'what is folded is not asked for',
  ).toEqual(['/v1/cases?state=open']);
  await unfold('Số ngày làm việc để trả lời');
  await type('Số ngày làm việc để trả lời', '10');
  await press(button('Lưu số ngày'));
  expect(sent.at(-1)).toMatchObject({ method: 'PUT', body: { replyDays: 10 } });
  expect(pageText()).toContain('Đã lưu.');
});
