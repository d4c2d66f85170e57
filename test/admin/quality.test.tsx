// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figureOf } from '#rules/figure-id.ts';
import type { SurveyQuality } from '#wire/survey-quality.ts';
import { placeOf } from '../../server/admin/place.ts';
import { Quality } from '../../server/admin/screens/quality/quality.tsx';
import { button, fakeServer, hide, pageText, press, show, signedIn } from './mount.tsx';
import { CLOSED as PERIOD } from './sample.ts';

const share = (id: string, k: number, of: number, low: number, high: number) =>
  figureOf(id, 'share', k, { of, n: of, low, high });
const few = (id: string) => figureOf(id, 'count', null, { because: 'Dưới 5 lượt, hoặc không có lượt nào.' });

const QUALITY: NonNullable<SurveyQuality['quality']> = {
  forms: figureOf('quality/all/forms', 'count', 512),
  fewUnits: 2,
  rate: share('quality/all/all-rate', 512, 2000, 237, 276),
  units: [
    { unit: 'so-a', name: 'Sở A', figure: share('quality/so-a/rate', 210, 412, 462, 558) },
    {
      unit: 'so-b',
      name: 'Sở B',
      figure: figureOf('quality/so-b/rate', 'share', null, {
        of: 14,
        n: 14,
        because: 'Ẩn vì dưới 5 phiếu, để không lộ người trả lời.',
      }),
    },
  ],
  channels: [{ key: 'kiosk', figure: share('quality/all/part-kiosk', 154, 512, 263, 342) }],
  proofs: [{ key: 'receipt', figure: share('quality/all/part-receipt', 113, 512, 187, 259) }],
  languages: [
    { key: 'vi', figure: share('quality/all/lang-vi', 500, 512, 960, 986) },
    { key: 'en', figure: share('quality/all/lang-en', 12, 512, 14, 40) },
  ],
  effects: [
    {
      ...{ part: 'channel', key: 'kiosk' },
      share: share('quality/all/channel-kiosk-satisfied', 30, 40, 598, 859),
      others: share('quality/all/channel-kiosk-others', 30, 60, 377, 623),
      difference: figureOf('quality/all/channel-kiosk-effect', 'difference', 250, { n: 40, low: 55, high: 413 }),
    },
  ],
  byMix: {
    plain: share('quality/all/mix-plain', 13, 17, 527, 904),
    weighted: figureOf('quality/all/mix-weighted', 'permille', 818, { n: 17, low: 640, high: 995 }),
    coverage: figureOf('quality/all/mix-coverage', 'permille', 1000),
  },
  questions: [
    {
      survey: 'danhgia-2026',
      question: 'q1',
      text: 'Ông/Bà có kết quả khi nào?',
      n: 500,
      options: [
        { option: 'before', text: 'Trước ngày hẹn', figure: share('quality/all/answer-q1-before', 250, 500, 456, 544) },
      ],
    },
  ],
  invited: figureOf('quality/all/invited', 'count', 2000),
  funnel: [
    {
      channel: 'portal',
      opened: figureOf('quality/all/opened-portal', 'count', 900),
      started: figureOf('quality/all/started-portal', 'count', 640),
      sent: few('quality/all/sent-portal'),
    },
  ],
  left: [
    {
      survey: 'danhgia-2026',
      question: 'q4',
      text: 'Mấy cơ quan?',
      figure: share('quality/all/left-q4', 39, 640, 45, 82),
    },
  ],
  faults: [],
  pace: { low: 60, high: 120, n: 480 },
  misread: [
    {
      survey: 'binh-thuan-2019',
      version: 1,
      indicator: 3,
      figure: share('quality/all/misread-old', 125, 205, 542, 674),
      because: 'Chỉ số 3: 125/205 phiếu cũ chọn ô hay bị hiểu sai.',
      cite: 'Báo cáo số 25',
    },
    {
      survey: 'danhgia-2026',
      version: 1,
      indicator: null,
      figure: share('quality/all/misread-new', 21, 512, 27, 62),
      because: '21/512 phiếu nói phải bổ sung.',
      cite: 'Điều 9',
    },
  ],
};

const PATH = `/v1/periods/${PERIOD.period}/survey-quality`;
const answered = (quality: SurveyQuality['quality']) => ({ body: { period: PERIOD, unit: null, quality } });
const desk = { period: PERIOD, periods: [PERIOD] };
/** The cells of the row that begins with these words. */
const row = (head: string) =>
  [...document.querySelectorAll('tr')]
    .filter((tr) => tr.querySelector('th[scope=row]')?.textContent?.trim().startsWith(head))
    .map((tr) => [...tr.querySelectorAll('td')].map((td) => td.textContent?.replace(/\s+/g, ' ').trim()))[0];

beforeEach(() => {
  location.hash = '';
});
afterEach(hide);

async function open(quality: SurveyQuality['quality'], hash = '#/chat-luong') {
  const { api, sent } = fakeServer({
    [`GET ${PATH}`]: answered(quality),
    [`GET ${PATH}?unit=so-b`]: answered(quality),
  });
  await show(signedIn(api, <Quality place={placeOf(hash)} />, desk));
  return sent;
}

describe('survey quality', () => {
  it('asks once, and sets the wordings side by side with their intervals', async () => {
    const sent = await open(QUALITY);
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET ${PATH}`]);
    expect(row('Phiếu cũ (binh-thuan-2019)')?.slice(0, 4)).toEqual([
      'Chỉ số 3: nghi hiểu sai câu hỏi',
      '61,0 %',
      '54,2–67,4 %',
      'n = 205',
    ]);
    expect(row('Phiếu mới (danhgia-2026)')?.slice(0, 4)).toEqual([
      'Nói phải bổ sung, hồ sơ không ghi',
      '4,1 %',
      '2,7–6,2 %',
      'n = 512',
    ]);
  });

  it('says what is hidden and why, never 0', async () => {
    await open(QUALITY);
    expect(pageText()).toContain('2 đơn vị có dưới 5 phiếu');
    expect(row('Sở A')).toEqual(['51,0 %', '46,2–55,8 %', '210', '412']);
    expect(row('Sở B')).toEqual(['—Ẩn vì dưới 5 phiếu, để không lộ người trả lời.', '—', '—', '14']);
    expect(row('Cổng dịch vụ công')).toEqual(['900', '640', '—Dưới 5 lượt, hoặc không có lượt nào.']);
  });

  it('tells the median as a range, and where forms were left', async () => {
    await open(QUALITY);
    expect(pageText()).toContain('từ 1 phút đến dưới 2 phút n = 480');
    expect(pageText()).toContain('câu q4 (6,1 %)');
  });

  it('names each figure by its id', async () => {
    await open(QUALITY);
    expect(document.querySelector('[data-figure="quality/so-a/rate"]')?.textContent).toBe('51,0\u00a0%');
  });

  it('before the close it says so', async () => {
    await open(null);
    expect(pageText()).toContain('Kỳ này chưa chốt nên chưa có tỷ lệ nào.');
  });

  it('an empty filter can be cleared', async () => {
    await open({ ...QUALITY, forms: figureOf('quality/so-b/forms', 'count', 0) }, '#/chat-luong?don-vi=so-b');
    expect(pageText()).toContain('Chưa có phiếu nào trong bộ lọc này.');
    await press(button('Bỏ bộ lọc'));
    expect(location.hash).toBe('#/chat-luong');
  });
});

it('second looks are listed by officer, counts alone', async () => {
  const counts = { offered: 3, kept: 1, looked: 1, unanswered: 1, confirmed: 90, opened: 4 };
  const { api, sent } = fakeServer({
    [`GET /v1/self-scores/second-looks?period=${PERIOD.period}`]: {
      body: { period: PERIOD.period, officers: [{ unit: 'so-a', officer: 'CB-01', ...counts }] },
    },
  });
  await show(signedIn(api, <Quality place={placeOf('#/chat-luong/xac-nhan-nhanh')} />, desk));
  expect(sent.length).toBe(1);
  expect(row('CB-01')).toEqual(['Sở A', '3', '1', '1', '1', '90', '4']);
});
