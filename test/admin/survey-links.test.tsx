// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '../../server/admin/api.ts';
import { faultIn, typedLinks, wantedOf } from '../../server/admin/links-typed.ts';
import { placeOf } from '../../server/admin/place.ts';
import { SurveyLinks } from '../../server/admin/screens/survey-links.tsx';
import { button, hide, pageText, press, show, signedIn, type } from './mount.tsx';
import { UNIT } from './sample.ts';

afterEach(hide);

const COUNT = {
  ...{ dossiers: 1200, links: 900, answered: 200, recent: 60, spent: 30, late: 0, notDrawn: 10, overLimit: 0 },
  seed: 'K7M2',
};

describe('the form of survey links', () => {
  const empty = typedLinks('2026-11-10');
  it('asks for the last 30 days, first messages', () => {
    expect(wantedOf(empty, null)).toEqual({
      ...{ stage: 'returned', returned: { from: '2026-10-11', lastDay: '2026-11-10' } },
      ...{ limit: 5000, days: 30, reminder: false },
    });
  });

  it('takes filers as two columns and leaves them out of a reminder', () => {
    const groups = 'H99.01-1\tnhom-1\n\nH99.01-2;nhom-1\n';
    expect(wantedOf({ ...empty, groups }, 'x')).toMatchObject({
      groups: [
        { code: 'H99.01-1', group: 'nhom-1' },
        { code: 'H99.01-2', group: 'nhom-1' },
      ],
      seed: 'x',
    });
    expect(wantedOf({ ...empty, groups, kind: 'reminder' }, null)).not.toHaveProperty('groups');
    expect(faultIn({ ...empty, groups: 'a,b\nchỉ một cột' })?.message).toContain('Dòng 2');
    expect(faultIn({ ...empty, limit: '0' })?.field).toBe('limit');
    expect(faultIn({ ...empty, days: '400' })?.field).toBe('days');
  });
});

it('counts first, then makes the file once and says it cannot be shown again', async () => {
  const sent: [string, unknown][] = [];
  const api = createApi(async (path, init) => {
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    if (body) sent.push([path, body]);
    if (path === '/v1/units') return Response.json({ units: [UNIT] });
    if (path.endsWith('/preview')) return Response.json(COUNT);
    return new Response('code,url,expires\n', {
      headers: { 'x-dvc-links': JSON.stringify(COUNT), 'content-disposition': 'attachment; filename="tep.csv"' },
    });
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await show(signedIn(api, <SurveyLinks place={placeOf('#/duong-dan')} />));
  expect(pageText()).toContain('Tệp chỉ tải được một lần');
  await type('Tối đa bao nhiêu đường dẫn', 'x');
  await press(button('Đếm trước'));
  expect(pageText()).toContain('Nhập một số từ 1 đến 50.000.');
  await type('Tối đa bao nhiêu đường dẫn', '900');
  await press(button('Đếm trước'));
  expect(pageText()).toContain('Sẽ tạo 900 đường dẫn trong 1.200 hồ sơ đã trả kết quả.');
  expect(pageText()).toContain('đã đánh giá 200; mới nhắn tin 60');
  await press(button('Tạo và tải tệp'));
  expect(pageText()).toContain('Tạo 900 đường dẫn?');
  await press(button('Tạo và tải tệp'));
  expect(pageText()).toContain('Đã tạo 900 đường dẫn vào tệp tep.csv.');
  expect(click).toHaveBeenCalledOnce();
  // What is made is drawn as it was counted.
  expect(sent.map(([path, body]) => [path, (body as { seed?: string }).seed])).toEqual([
    ['/v1/survey-links/preview', undefined],
    ['/v1/survey-links', 'K7M2'],
  ]);
  click.mockRestore();
});
