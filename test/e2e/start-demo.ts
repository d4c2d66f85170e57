import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningDemo {
  readonly url: string;
  /** One-time enrolment code the demo printed. */
  readonly enrolmentCode: string;
  readonly printed: string;
  stop(): Promise<void>;
}

/** Starts the demo as a newcomer does, on a free port and a folder of its own, and waits until it has printed its addresses. */
export function startDemo(): Promise<RunningDemo> {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-demo-'));
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'server/demo/main.ts'], {
    env: { ...process.env, PORT: '0', DATABASE_URL: `file:${folder}/demo.db`, KEY_DIR: `${folder}/keys`, BASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      const code = /mã đăng ký (\S+)/.exec(printed)?.[1];
      if (!url || !code || !printed.includes('Ctrl+C')) return;
      resolve({
        url,
        enrolmentCode: code,
        printed,
        stop: () =>
          new Promise((done) => {
            child.once('exit', () => {
              rmSync(folder, { recursive: true, force: true });
              done();
            });
            child.kill('SIGTERM');
          }),
      });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`Demo ended early (${code}):\n${printed}`)));
  });
}
