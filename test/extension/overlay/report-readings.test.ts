import { expect, it } from 'vitest';
import type { RowReading } from '../../../extension/hosts/host.ts';
import type { KnownReading } from '../../../extension/known-reading.ts';
import type { OverlayMessage } from '../../../extension/messages.ts';
import { reportReadings } from '../../../extension/overlay/report-readings.ts';
import type { Ask } from '../../../extension/overlay/start-overlay.tsx';
import { readingOf } from '../reading.ts';

const READING = readingOf();
const ROW = { reading: READING } as RowReading;

/** A background that completes every reading with `more`, and the messages it got. */
function background() {
  const got: OverlayMessage[] = [];
  let more: Partial<KnownReading> = {};
  const ask = (async (message: OverlayMessage) => {
    got.push(message);
    const readings = message.type === 'overlay.reading' ? message.readings : [];
    return { readings: readings.map((reading) => ({ ...reading, ...more })), unsent: 0 };
  }) as Ask;
  return { ask, got, learn: (part: Partial<KnownReading>) => (more = part) };
}

it('a reading is told once; after something was put on record it is told again, and the mark knows of it', async () => {
  const { ask, got, learn } = background();
  const reporter = reportReadings(
    ask,
    () => '2026-11-26',
    () => {},
  );
  await reporter.tell([READING], null);
  await reporter.tell([READING], null);
  expect(got).toHaveLength(1);
  const letters = [{ sent: '2026-11-26T10:00', promised: '2026-12-01T17:00', state: 'queued', problem: null }] as const;
  learn({ letters });
  reporter.again();
  await reporter.tell([READING], null);
  expect([got.length, reporter.best(ROW)?.reading.letters]).toEqual([2, letters]);
});
