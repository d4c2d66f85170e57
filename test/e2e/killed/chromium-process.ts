import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findChromium } from '../find-chromium.ts';

const QUIET = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-sync',
  '--enable-logging',
];
/** Its own word that it took its database for corrupt, emptied it and why. */
const EMPTIED = /Got corruption for .*\}, (.*)/;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: { readonly payload: string };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface OpenPage {
  /** The value of `expression`, waited for if it is a promise; fails when the browser is gone. */
  run<T>(expression: string): Promise<T>;
}

/** Messages over a pair of pipes, each ended by a zero byte. No library in between takes the death of a browser calmly. */
function talk(out: Writable, input: Readable) {
  const waiting = new Map<number, (answer: Message) => void>();
  const hearers = new Map<string, (payload: string) => void>();
  let [last, rest, gone] = [0, '', false];
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const text of messages) {
      const message = JSON.parse(text) as Message;
      if (message.id) waiting.get(message.id)?.(message);
      else if (message.method === 'Runtime.bindingCalled')
        hearers.get(message.sessionId ?? '')?.(message.params?.payload ?? '');
    }
  });
  out.on('error', () => {});
  return {
    hearers,
    send<T>(method: string, params: object, sessionId?: string): Promise<T> {
      last += 1;
      const id = last;
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as T);
        });
        if (gone) waiting.get(id)?.({ error: { message: 'gone' } });
        else out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
    hangUp() {
      gone = true;
      for (const answer of waiting.values()) answer({ error: { message: 'gone' } });
    },
  };
}

/** Chromium on a profile that outlives it, all its processes in one group. @param extension folder of the one it runs with. */
export function startChromium(profile: string, extension?: string) {
  const log = join(profile, 'chromium.log');
  const extensions = extension
    ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
    : ['--disable-extensions'];
  const own = [...extensions, '--remote-debugging-pipe', `--user-data-dir=${profile}`, `--log-file=${log}`];
  const child = spawn(findChromium(), [...QUIET, ...own], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  let told = false;
  const ended = once(child, 'exit');
  const end = () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  // A test that failed leaves nobody behind.
  process.once('exit', end);
  const { hearers, send, hangUp } = talk(child.stdio[3] as Writable, child.stdio[4] as Readable);
  void ended.then(hangUp);
  return {
    /** A tab in which `script` runs before those of the page; what it gives to `said(…)`, a text, comes to `hear`. */
    async open(url: string, script: string, hear: (said: string) => void): Promise<OpenPage> {
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
      hearers.set(sessionId, hear);
      const ask = <T>(method: string, params: object = {}) => send<T>(method, params, sessionId);
      await ask('Runtime.enable');
      await ask('Page.enable');
      await ask('Runtime.addBinding', { name: 'said' });
      await ask('Page.addScriptToEvaluateOnNewDocument', { source: script });
      await ask('Page.navigate', { url });
      return {
        async run<T>(expression: string) {
          const { result, exceptionDetails } = await ask<{ result: { value: T }; exceptionDetails?: object }>(
            'Runtime.evaluate',
            { expression, awaitPromise: true, returnByValue: true },
          );
          if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
          return result.value;
        },
      };
    },
    /** Why it emptied the store of its pages when they first asked for it in this life; told once, `null` = it did not. */
    emptied(): string | null {
      const why = told || !existsSync(log) ? null : (EMPTIED.exec(readFileSync(log, 'utf8'))?.[1] ?? null);
      told ||= why !== null;
      return why;
    },
    /** SIGKILL for every process of it at once: nothing is tidied up. */
    async kill(): Promise<void> {
      end();
      process.off('exit', end);
      await ended;
    },
  };
}
export type ChromiumProcess = ReturnType<typeof startChromium>;
