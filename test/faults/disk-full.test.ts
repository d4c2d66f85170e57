import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededFolder } from '../server/killed-often.ts';
import { mixedLoad } from '../server/mixed-load.ts';
import { startServer } from '../server/start-server.ts';

/** Room each file may still grow by, in KiB: for the log of writes to fill it within seconds. */
const ROOM_KIB = 400;

/**
 * The system refuses the server every write past a size, as a full disk does and for whoever runs this: nobody need be root.
 * The signal that comes with it is ignored, so that the write fails instead.
 */
const inside = (kib: number) => ['sh', '-c', `trap '' XFSZ; ulimit -f ${kib * 2}; exec "$@"`, 'sh'];

test('a full disk is told to everybody, takes nothing by half, and goes on once there is room', async () => {
  const { folder, variables, credentials, look, remove } = await seededFolder();
  const load = mixedLoad(credentials);
  for (let round = 1; round <= 3; round += 1) {
    const size = Math.ceil(statSync(join(folder, 'a.db')).size / 1024);
    const { url, child, ended } = await startServer(variables, inside(size + ROOM_KIB));
    let refused = 0;
    const before = load.seen.put;
    const goal = Date.now() + 60_000;
    await load.run(url, () => {
      refused = load.seen.put - before;
      return refused > 100 || Date.now() > goal;
    });
    expect(refused, 'the disk filled').toBeGreaterThan(100);
    const ready = await fetch(`${url}/readyz`);
    const sent = await fetch(`${url}/v1/responses`, { method: 'POST', body: load.next() });
    expect([sent.status, await sent.json()]).toMatchObject([
      503,
      // A write cut short counts as full, one refused whole as a fault of the disk.
      { code: expect.stringMatching(/^store\.(full|failing)$/) },
    ]);
    // What is there can still be read.
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect([200, 503]).toContain(ready.status);
    child.kill(round === 2 ? 'SIGKILL' : 'SIGTERM');
    await ended;

    const after = await startServer(variables);
    while (!(await load.settle(after.url)));
    const more = load.seen.acknowledged + 30;
    await load.run(after.url, () => load.seen.acknowledged >= more);
    after.child.kill('SIGTERM');
    await after.ended;
    await look(({ db }) => load.check(db));
  }
  console.info(
    `xác nhận ${load.seen.acknowledged}, không được trả lời ${load.seen.unanswered}, chưa nhận lúc ấy ${load.seen.put}`,
  );
  remove();
});
