import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import type { ResponseReceipt } from '#wire/response.ts';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { heldByReceiptOrNull } from '../../server/store/held-responses.ts';
import { counted } from './counts.ts';
import { NOW, responseOf, seed } from './test-server.ts';

const CLIENTS = 24;

/** Starts the server on the database of `variables`; resolves when it listens. */
async function start(variables: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'serve.ts')], {
    // Not this process's own: the test runner sets variables of the same names.
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const early = exited.then(() => Promise.reject(new Error('Máy chủ thử chưa khởi động được.')));
  const [url] = (await Promise.race([once(createInterface(child.stdout), 'line'), early])) as [string];
  return { url, child, exited };
}

test('kill -9 right after an acknowledgement loses nothing, at the first one and amid many', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-kill-'));
  const variables = { DATABASE_URL: `file:${join(folder, 'a.db')}`, KEY_DIR: join(folder, 'keys'), PORT: '0' };
  const env = readEnv(variables);
  const before = await openServices(env, () => NOW);
  await seed(before.db, 'mau');
  await before.close();

  const acknowledged = new Map<string, string>();
  let n = 0;
  for (const killAfter of [1, 150]) {
    const { url, child, exited } = await start(variables);
    const goal = acknowledged.size + killAfter;
    /** Sends one response after another until the server is gone; the acknowledgement that reaches the goal kills it. */
    const client = async () => {
      for (;;) {
        n += 1;
        const body = JSON.stringify(responseOf(n));
        try {
          const answer = await fetch(`${url}/v1/responses`, { method: 'POST', body });
          expect(answer.status).toBe(201);
          const { id, receipt } = (await answer.json()) as ResponseReceipt;
          acknowledged.set(id, receipt);
        } catch (error) {
          if (child.killed) return;
          throw error;
        }
        if (acknowledged.size >= goal) child.kill('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    await exited;
    expect(acknowledged.size).toBeGreaterThanOrEqual(goal);
  }

  const after = await openServices(env, () => NOW);
  for (const [id, receipt] of acknowledged)
    expect(await heldByReceiptOrNull(after.db, after.keys, receipt), id).toMatchObject({ id, state: 'open' });
  // What was stored and never acknowledged is counted as well, once.
  const { rows: total, receipts, overall, byDay } = await counted(after.db);
  expect({ receipts, overall, byDay }).toEqual({ receipts: total, overall: total, byDay: total });
  await after.close();
  rmSync(folder, { recursive: true });
}, 60_000);
