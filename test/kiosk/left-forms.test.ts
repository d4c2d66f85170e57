import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let told: string[];
/** What becomes of the next calls; the last stays. `null` = the line breaks while it is under way. */
let line: (number | null)[];
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  told = [];
  line = [204];
  vi.stubGlobal('fetch', async (path: string) => {
    told.push(path);
    const status = line.length > 1 ? line.shift() : line[0];
    if (status == null) throw new TypeError('no line');
    return new Response(status === 204 ? null : '{}', { status });
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The page opened anew: what it knows comes from the disk. */
async function opened() {
  vi.resetModules();
  const { LeftForms } = await import('../../widget/kiosk/left-forms.ts');
  const forms = new LeftForms();
  await forms.start();
  return forms;
}
const AT = (question: string) => `/v1/left/mau/so-a/danhgia-2026/${question}?on=2026-11-10`;

it('wait on the disk over a restart and are told once there is a line, each once', async () => {
  const before = await opened();
  for (const question of ['q4', 'q1', 'q4']) await before.add(AT(question));
  expect(told).toEqual([]);
  const after = await opened();
  await after.send('k');
  expect(told).toEqual([AT('q1'), AT('q4'), AT('q4')]);
  await after.send('k');
  await (await opened()).send('k');
  expect(told).toHaveLength(3);
});

it('whose answer got lost is not told twice; the others wait for the next line', async () => {
  const forms = await opened();
  for (const question of ['q1', 'q3']) await forms.add(AT(question));
  line = [null, 204];
  await forms.send('k');
  expect(told).toEqual([AT('q1')]);
  await forms.send('k');
  expect(told).toEqual([AT('q1'), AT('q3')]);
});

it('that the server had no time for are told again, what it refuses is over', async () => {
  const forms = await opened();
  for (const question of ['q1', 'q3']) await forms.add(AT(question));
  line = [503, 422, 204];
  await forms.send('k');
  await forms.send('k');
  expect(told).toEqual([AT('q1'), AT('q1'), AT('q3')]);
});
