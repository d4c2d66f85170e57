import type { Response as ResponseBody } from '#wire/response.ts';

/** One response as the widget sends it. */
export const responseExample = {
  id: 'mau.01KA3M5S9WQ7T2B8XJ4N6RVCDE',
  unit: 'so-xay-dung',
  survey: 'danhgia-2026',
  version: 1,
  stage: 'returned',
  channel: 'portal',
  lang: 'vi',
  answers: { overall: 's4', q1: 'on', q3: 'extra0', q4: 'other0', q7: 't3' },
  comment: 'Hướng dẫn rõ ràng.',
} satisfies ResponseBody;
