// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { dossierBody } from '../../../extension/background/dossier-body.ts';
import type { KnownReading } from '../../../extension/known-reading.ts';
import { SentFacts } from '../../../extension/panel/sent-facts.tsx';
import { readingOf } from '../reading.ts';

const FULL: KnownReading = {
  ...readingOf({
    submittedOnline: '2026-11-09T20:15',
    limitDays: 10,
    supplements: 1,
    promised: '2026-11-23T17:00',
    reappointed: '2026-11-27T17:00',
    steps: [
      { name: 'Yêu cầu bổ sung giấy tờ', limitDays: null, started: '2026-11-12T10:00', ended: '2026-11-18T09:00' },
      { name: 'Thẩm định hồ sơ', limitDays: 5, started: '2026-11-18T09:00', ended: null },
    ],
  }),
  promises: [
    { date: '2026-11-23T17:00', dayOnly: false, first: '2026-11-11T09:00', last: '2026-11-19T09:00', afterWait: false },
  ],
};

function shown(reading: KnownReading): string {
  const body = dossierBody(reading, 'so-a');
  const root = document.createElement('div');
  render(body && <SentFacts dossier={body} />, root);
  return root.textContent ?? '';
}

it('every moment that is sent is shown before the first sending', () => {
  const moments = JSON.stringify(dossierBody(FULL, 'so-a')).match(/\d{4}-\d\d-\d\dT\d\d:\d\d/g) ?? [];
  expect(new Set(moments).size).toBe(6);
  for (const at of moments) expect(shown(FULL)).toContain(`${at.slice(8, 10)}/${at.slice(5, 7)}/2026 ${at.slice(11)}`);
  expect(shown(FULL)).toMatch(/Thời hạn10 ngày làm việc.*Yêu cầu bổ sung1 lần, 12\/11\/2026 10:00/);
});

it('what a page does not show has no line of its own', () => {
  expect(shown(readingOf())).not.toMatch(/trực tuyến|Thời hạn|bổ sung/);
});
