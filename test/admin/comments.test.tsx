// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../server/admin/place.ts';
import { Cases } from '../../server/admin/screens/cases.tsx';
import { button, fakeServer, hide, pageText, press, show, signedIn, type, write } from './mount.tsx';
import { CLOSED, SESSION, UNIT } from './sample.ts';

const PERIOD = { ...CLOSED, state: 'sealed' as const, sealedAt: '2026-10-20T03:00:00.000Z' };
const desk = { period: PERIOD, periods: [PERIOD], units: [UNIT] };
const ID = 'a'.repeat(32);
const line = { unit: 'so-a', unitName: 'Sở A', month: null, text: 'Chờ lâu quá', comment: ID, tags: [] as string[] };
const page = (tags: string[]) => ({
  body: { comments: [{ ...line, tags }], next: null, fewUnits: 0, tags: [{ tag: 'Thời gian chờ', n: 3 }] },
});
const LIST = `GET /v1/comments?period=${PERIOD.period}`;

afterEach(hide);

describe('comments of a sealed period', () => {
  it('take labels, also one already in use, and the last change can be taken back', async () => {
    let tags: string[] = [];
    const { api, sent } = fakeServer({
      [LIST]: () => page(tags),
      'PUT /v1/comments/tags': { body: { tags } },
    });
    await show(signedIn(api, <Cases place={placeOf('#/gop-y/y-kien')} />, desk));
    await press(button('Gắn nhãn'));
    await type('Nhãn', 'Ghế ngồi');
    await press(button('+ Thời gian chờ'));
    tags = ['Ghế ngồi', 'Thời gian chờ'];
    await press(button('Lưu nhãn'));
    const put = () => sent.filter(({ method }) => method === 'PUT').map(({ body }) => body);
    const named = { period: PERIOD.period, unit: 'so-a', comment: ID };
    expect(put()).toEqual([{ ...named, tags }]);
    expect(pageText()).toContain('Nhãn: Ghế ngồi, Thời gian chờ');
    await press(button('Hoàn tác'));
    expect(put().at(-1)).toEqual({ ...named, tags: [] });
  });

  it('are asked for by the label in the address', async () => {
    const path = `${LIST}&tag=${encodeURIComponent('Thời gian chờ').replaceAll('%20', '+')}`;
    const { api, sent } = fakeServer({ [path]: page(['Thời gian chờ']) });
    await show(signedIn(api, <Cases place={placeOf('#/gop-y/y-kien?nhan=Th%E1%BB%9Di+gian+ch%E1%BB%9D')} />, desk));
    expect(sent.map(({ method, path: asked }) => `${method} ${asked}`)).toEqual([path]);
    expect(pageText()).toContain('Thời gian chờ (3)');
  });
});

describe('what is said to all', () => {
  const reply = {
    period: PERIOD.period,
    unit: null,
    unitName: null,
    tag: 'Thời gian chờ',
    said: 'Chờ lâu.',
    done: 'Mở thêm quầy.',
  };
  const GET = `GET /v1/public-replies?period=${PERIOD.period}`;
  const open = (api: Parameters<typeof signedIn>[0]) =>
    show(signedIn(api, <Cases place={placeOf('#/gop-y/tra-loi-chung')} />, desk));

  it('is shown only after its effect was named', async () => {
    const { api, sent } = fakeServer({
      [GET]: { body: { replies: [{ ...reply, shownOn: null }] } },
      'PUT /v1/public-replies/shown': { body: { shown: true } },
    });
    await open(api);
    expect(pageText()).toContain('chưa công khai');
    await press(button('Công khai'));
    expect(pageText()).toContain('Công khai «Thời gian chờ»?');
    expect(sent.filter(({ method }) => method === 'PUT')).toEqual([]);
    await press(button('Công khai'));
    const { period, unit, tag } = reply;
    expect(sent.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { period, unit, tag, shown: true },
    ]);
  });

  it('is written once for many; a fault stands at its field', async () => {
    const { api } = fakeServer({
      [GET]: { body: { replies: [] } },
      'PUT /v1/public-replies': {
        status: 422,
        body: {
          code: 'body.invalid',
          message: 'Trường done: ít nhất 10 ký tự.',
          issues: [{ path: 'done', message: 'ít nhất 10 ký tự' }],
        },
      },
    });
    await open(api);
    expect(pageText()).toContain('Chưa có trả lời chung nào trong kỳ này.');
    await press(button('Soạn trả lời chung'));
    await type('Về việc gì', 'Thời gian chờ');
    await write('Người dân nói', 'Phải chờ lâu ở quầy.');
    await write('Chúng tôi làm', 'Sẽ sửa');
    await press(button('Lưu'));
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    expect(pageText()).toContain('ít nhất 10 ký tự');
  });

  it('is taken back by one press, and put out again by the next', async () => {
    let shownOn: string | null = '2026-11-01';
    const { api, sent } = fakeServer({
      [GET]: () => ({ body: { replies: [{ ...reply, shownOn }] } }),
      'PUT /v1/public-replies/shown': { body: {} },
    });
    await open(api);
    expect(pageText()).toContain('công khai từ 01/11/2026');
    shownOn = null;
    await press(button('Rút lại'));
    expect(pageText()).toContain('Đã rút trả lời khỏi trang công khai.');
    shownOn = '2026-11-02';
    await press(button('Hoàn tác'));
    const asked = sent.filter(({ method }) => method === 'PUT').map(({ body }) => (body as { shown: boolean }).shown);
    expect(asked).toEqual([false, true]);
  });

  it('of a period that is not sealed waits; who only reads writes nothing, who is of a unit shows nothing', async () => {
    const { api, sent } = fakeServer({ [GET]: { body: { replies: [{ ...reply, shownOn: null }] } } });
    const at = placeOf('#/gop-y/tra-loi-chung');
    await show(signedIn(api, <Cases place={at} />, { ...desk, period: CLOSED, periods: [CLOSED] }));
    expect(pageText()).toContain('Kỳ này chưa khóa sổ. Soạn trả lời chung sau khi khóa sổ.');
    expect(sent).toEqual([]);
    hide();
    const names = () =>
      [...document.querySelectorAll('main button, ul.findings button')].map((each) => each.textContent);
    for (const [role, may] of [
      ['viewer', []],
      ['unit-admin', ['Sửa']],
    ] as const) {
      await show(signedIn(api, <Cases place={at} />, desk, { ...SESSION, role }));
      expect([role, names()]).toEqual([role, may]);
      hide();
    }
  });
});
