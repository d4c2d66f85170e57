import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insertPersonToken } from '../../server/store/person-tokens.ts';
import { insertSession } from '../../server/store/sessions.ts';
import { seededFolder } from '../server/killed-often.ts';
import { holds } from '../server/load-book.ts';
import { mixedLoad } from '../server/mixed-load.ts';
import { startServer } from '../server/start-server.ts';
import type { As } from '../server/test-server.ts';

async function command(variables: Readonly<Record<string, string>>, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/cli/main.ts', ...args], {
    env: { PATH: process.env.PATH, ...variables },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

const FAR = '2027-12-31T00:00:00.000Z';

/** Whoever was signed in signs in anew after a restore; here with what they showed before. */
function signedIn(credentials: Record<'officer' | 'province-admin', As>) {
  const { cookie = '', 'x-dvc-csrf': csrf = '' } = credentials['province-admin'];
  return [
    insertPersonToken('mau', credentials.officer['x-dvc-person'] ?? '', 'may-1', 'CB-01', FAR),
    insertSession('mau', cookie.replace('dvc_session=', ''), 'province-admin', csrf, FAR),
  ];
}

test('a backup taken under load holds everything acknowledged before it began, and who sends again is taken in once', async () => {
  const { folder, variables, credentials, look, remove } = await seededFolder();
  const settings = { ...variables, BACKUP_DIR: join(folder, 'sao-luu') };
  const load = mixedLoad(credentials);
  for (let round = 1; round <= 3; round += 1) {
    const { url, child, ended } = await startServer(settings);
    const goal = load.seen.acknowledged + 100;
    await load.run(url, () => load.seen.acknowledged >= goal);
    while (!(await load.settle(url)));
    const before = load.known();
    load.seen.slowestMs = 0;

    // More is sent, changed and erased all the while the backup is taken.
    let taken: { code: number; said: string } | null = null;
    const start = performance.now();
    const taking = command(settings, 'backup').then((result) => {
      taken = result;
    });
    await load.run(url, () => taken !== null, 8);
    await taking;
    expect(taken).toMatchObject({ code: 0, said: expect.stringContaining('Đã sao lưu và kiểm tra') });
    const ms = Math.round(performance.now() - start);
    console.info(`sao lưu ${ms} ms, trả lời chậm nhất ${Math.round(load.seen.slowestMs)} ms`);

    const refused = await command(settings, 'restore', '--replace', join(settings.BACKUP_DIR, 'x.db'));
    expect(refused.code).toBe(1);
    child.kill('SIGKILL');
    await ended;
    const name = readdirSync(settings.BACKUP_DIR).sort().at(-1) ?? '';
    const restored = await command(settings, 'restore', '--replace', join(settings.BACKUP_DIR, name));
    expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('Đã phục hồi')]);
    await look(async ({ db }) => {
      await holds(db, before);
      await db.batch(signedIn(credentials));
    });

    // Everybody who still has what they sent sends it again, as a browser and a portal do.
    const again = await startServer(settings);
    await load.resend(again.url);
    while (!(await load.settle(again.url)));
    again.child.kill('SIGTERM');
    await again.ended;
    await look(({ db }) => load.check(db));
  }
  console.info(
    `xác nhận ${load.seen.acknowledged}, không được trả lời ${load.seen.unanswered}, chưa nhận lúc ấy ${load.seen.put}`,
  );
  remove();
});
