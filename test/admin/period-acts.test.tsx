// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from '../../server/admin/api.ts';
import { placeOf } from '../../server/admin/place.ts';
import { Periods } from '../../server/admin/screens/periods.tsx';
import { button, choose, fakeServer, hide, pageText, press, show, signedIn, type, write } from './mount.tsx';
import { CHECK, CLOSED, OPEN, RESULTS } from './sample.ts';

afterEach(hide);

describe('what may still be done to a period', () => {
  const at = '2026-10-06T03:00:00.000Z';
  const at2026q3 = <Periods place={placeOf('#/ky/2026-q3')} />;
  const sealed = { ...CLOSED, state: 'sealed' as const, sealedAt: at };
  const served = (period: typeof CLOSED, more: Parameters<typeof fakeServer>[0] = {}) =>
    fakeServer({ 'GET /v1/periods': { body: { periods: [period] } }, ...more });

  it('shows before and after of another choice, then scores anew with a reason, on the snapshot that was looked at', async () => {
    const preview = {
      units: [
        {
          unit: 'so-a',
          name: 'Sở A',
          total: { before: 135, after: 134 },
          grade: null,
          rank: null,
          dossiers: null,
          indicators: [{ indicator: 2, before: 17, after: 16 }],
        },
      ],
      compared: 3,
      changed: { units: 1, total: 1, grade: 0, rank: 0 },
      from: 'sums',
    };
    const { api, sent } = served(CLOSED, {
      'POST /v1/periods/2026-q3/rescore/preview': { body: preview },
      'POST /v1/periods/2026-q3/rescore': { body: CLOSED },
    });
    await show(signedIn(api, at2026q3));
    await choose('Cách hiểu muốn đổi', 'rounding');
    await choose('Đổi thành', 'truncate');
    expect(() => button('Tính lại')).toThrow('no button');
    await press(button('Xem trước'));
    expect(pageText()).toContain('1/3 đơn vị thay đổi; 0 đơn vị đổi xếp loại, 0 đơn vị đổi hạng');
    expect([...document.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
      'Sở AĐiểm13,513,4',
      'Sở AChỉ số 21,71,6',
    ]);
    await write('Lý do', 'Theo kết luận của đoàn thẩm định.');
    await press(button('Tính lại'));
    expect(sent.find((s) => s.path.endsWith('/rescore'))?.body).toEqual({
      choices: { rounding: 'truncate' },
      from: 'sums',
      reason: 'Theo kết luận của đoàn thẩm định.',
      of: '2026-q3.1',
    });
  });

  it('says how far a scoring of all dossiers is while it runs, and has nothing else to press beside it', async () => {
    const answers: Record<string, unknown> = {
      'POST /v1/periods/2026-q3/rescore/preview': {
        units: [],
        compared: 3,
        changed: { units: 0, total: 0, grade: 0, rank: 0 },
        from: 'records',
      },
      'GET /v1/periods/2026-q3/progress': { state: 'dossiers', done: 1200, of: 90_000, unit: 'so-a', startedAt: at },
    };
    const api = createApi((path, init) =>
      path.endsWith('/rescore') || path.endsWith('/seal')
        ? new Promise(() => {})
        : Promise.resolve(Response.json(answers[`${init?.method} ${path}`] ?? {})),
    );
    await show(signedIn(api, at2026q3, { periods: [CLOSED], period: CLOSED }));
    await press(button('Xem trước'));
    await write('Lý do', 'Theo hồ sơ đã sửa trong kỳ.');
    await press(button('Tính lại'));
    expect(pageText()).toContain('Đang tính 1.200/90.000 hồ sơ. Có thể đóng trang.');
    await press(button('Khóa sổ'));
    await press(button('Khóa sổ'));
    expect(() => button('Để sau'), 'what runs cannot be put off').toThrow('no button');
  });

  it('says what changed since the close, and seals with the reason once asked for it', async () => {
    const message = 'Sau bản chốt 2026-q3.1, có 12 hồ sơ thêm hoặc đổi.';
    let told = false;
    const { api, sent } = served(CLOSED, {
      'GET /v1/periods/2026-q3/check': {
        body: { ...CHECK, advisory: [...CHECK.advisory, { code: 'records.moved', message, kept: null }] },
      },
      'POST /v1/periods/2026-q3/seal': () => {
        const body = { code: 'records.moved', message: `Chưa khóa sổ: ${message}`, issues: [] };
        const answer = told ? { body: sealed } : { status: 409, body };
        told = true;
        return answer;
      },
    });
    await show(signedIn(api, at2026q3));
    expect(pageText()).toContain(message);
    expect(pageText()).not.toContain('2 đơn vị chưa tự chấm');
    await press(button('Khóa sổ'));
    await press(document.querySelector<HTMLElement>('dialog [type=submit]') ?? document.body);
    expect(pageText()).toContain(`Chưa khóa sổ: ${message}`);
    await write('Lý do giữ nguyên kết quả đã chốt', 'Đã đối chiếu, không đổi điểm.');
    await press(document.querySelector<HTMLElement>('dialog [type=submit]') ?? document.body);
    expect(sent.filter(({ path }) => path.endsWith('/seal')).map(({ body }) => body)).toEqual([
      {},
      { movedReason: 'Đã đối chiếu, không đổi điểm.' },
    ]);
    expect(document.querySelector('dialog[open]')).toBeNull();
  });

  it('says how far the computation is, and takes one up again that stopped', async () => {
    const { api } = served(
      { ...CLOSED, snapshot: null },
      {
        'GET /v1/periods/2026-q3/progress': {
          body: { state: 'dossiers', done: 412000, of: 1000000, unit: 'so-a', startedAt: at },
        },
      },
    );
    await show(signedIn(api, at2026q3));
    expect(pageText()).toContain('Đang tính 412.000/1.000.000 hồ sơ. Có thể đóng trang.');
    expect(button('Chốt tiếp')).toBeTruthy();
    expect(button('Mở lại kỳ')).toBeTruthy();
  });

  it('asks for the words of an erratum, and leaves the dialog open beside the field that is wrong', async () => {
    const message = 'đính chính cần ít nhất 10 ký tự';
    const { api, sent } = served(
      { ...sealed, publishedAt: at },
      {
        'POST /v1/periods/2026-q3/correct': {
          status: 422,
          body: { code: 'body.invalid', message, issues: [{ path: 'erratum', message }] },
        },
      },
    );
    await show(signedIn(api, at2026q3));
    await press(button('Đính chính'));
    expect(document.querySelector('dialog')?.textContent).toContain('Phần người dân giữ nguyên.');
    await write('Lý do', 'Sửa ngày trả của 12 hồ sơ.');
    await write('Nội dung đính chính', 'ngắn');
    await press(button('Đính chính'));
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual({
      reason: 'Sửa ngày trả của 12 hồ sơ.',
      erratum: 'ngắn',
      of: '2026-q3.1',
    });
    expect(document.querySelector('dialog .error')?.textContent).toBe(message);
  });

  it('sets a day for the public, from its first moment in Viet Nam; sums that fail ask for a reason', async () => {
    let body: unknown = { code: 'sum.fault', message: 'Tổng các phần (13,5) khác tổng chung (13,6).' };
    let status = 409;
    const { api, sent } = served(sealed, { 'POST /v1/periods/2026-q3/publish': () => ({ status, body }) });
    await show(signedIn(api, at2026q3));
    await press(button('Công khai'));
    await type('Công khai từ ngày', '2026-11-20');
    await press(button('Công khai'));
    expect(pageText()).toContain('Tổng các phần (13,5) khác tổng chung (13,6).');
    await write('Lý do vẫn công khai', 'Bảng đã trình ký, sẽ đính chính sau.');
    [status, body] = [200, sealed];
    await press(button('Công khai'));
    expect(sent.filter((s) => s.method === 'POST').at(-1)?.body).toEqual({
      publishAt: '2026-11-19T17:00:00.000Z',
      faultReason: 'Bảng đã trình ký, sẽ đính chính sau.',
    });
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('keeps advice with its reason', async () => {
    const { api, sent } = fakeServer({
      'GET /v1/periods': { body: { periods: [OPEN] } },
      'GET /v1/periods/2026-q4/check': { body: CHECK },
      'POST /v1/periods/2026-q4/check/acknowledge': { body: OPEN },
    });
    await show(signedIn(api, <Periods place={placeOf('#/ky/2026-q4')} />));
    await press(button('Giữ nguyên…'));
    await write('Lý do', 'Hai đơn vị mới thành lập trong quý.');
    await press(button('Lưu lý do'));
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual({
      code: 'unit.unevaluated',
      message: '2 đơn vị chưa tự chấm quý này.',
      reason: 'Hai đơn vị mới thành lập trong quý.',
    });
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('lists the snapshots with their reasons, the newest first', async () => {
    const { snapshot } = RESULTS;
    const list = [
      { ...snapshot, snapshot: '2026-q3.1', current: false, erratum: null },
      { ...snapshot, snapshot: '2026-q3.2', reason: 'Sửa 12 hồ sơ.', current: true, erratum: 'Chỉ số 1 tính lại.' },
    ];
    const { api } = served(sealed, { 'GET /v1/periods/2026-q3/snapshots': { body: { snapshots: list } } });
    await show(signedIn(api, at2026q3));
    const shown = [...document.querySelectorAll('details li')].map((li) => li.textContent ?? '');
    expect(shown[0]).toContain('2026-q3.2');
    expect(shown[0]).toContain('Sửa 12 hồ sơ.Đính chính: Chỉ số 1 tính lại.');
    expect(shown[1]).toContain('đã được thay');
  });
});
