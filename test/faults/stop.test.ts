import { expect, test } from 'vitest';
import { seededFolder } from '../server/killed-often.ts';
import { mixedLoad } from '../server/mixed-load.ts';
import { startServer } from '../server/start-server.ts';

test('a stop asked for under load ends well and loses nothing it acknowledged', async () => {
  const { variables, credentials, look, remove } = await seededFolder();
  const load = mixedLoad(credentials);
  for (let stop = 1; stop <= 10; stop += 1) {
    const { url, child, ended } = await startServer(variables);
    const goal = load.seen.acknowledged + 20 * stop;
    const stopper = setInterval(() => {
      if (load.seen.acknowledged < goal || child.killed) return;
      child.kill('SIGTERM');
    }, 1);
    await load.run(url, () => child.killed);
    clearInterval(stopper);
    expect(await ended).toBe(0);
  }
  // Nothing was cut off in the middle: what was sent and not answered was not taken in, or is known when sent again.
  const { url, child, ended } = await startServer(variables);
  while (!(await load.settle(url)));
  child.kill('SIGTERM');
  await ended;
  await look(({ db }) => load.check(db));
  console.info(
    `xác nhận ${load.seen.acknowledged}, không được trả lời ${load.seen.unanswered}, chưa nhận lúc ấy ${load.seen.put}`,
  );
  remove();
});
