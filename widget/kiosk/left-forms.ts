import { get, put, putAll } from './database.ts';
import { ask } from './server.ts';

/** Addresses of `POST /v1/left/…`, one for each form left; the oldest go when a tablet is without a line for very long. */
const MOST = 500;
/** Sent after one sign of life. */
const AT_ONCE = 50;

/**
 * Forms that were left unsent: which survey and question, and the day. Told after a sign of life was answered, so with a line that works,
 * and each at most once: one whose answer got lost is not told again, for it would count twice.
 */
export class LeftForms {
  #waiting: readonly string[] = [];
  #sending = false;

  async start(): Promise<void> {
    this.#waiting = [...((await get<string[]>('self', 'left')) ?? []), ...this.#waiting];
  }

  async add(address: string): Promise<void> {
    // In order of their words, so that nothing tells which was left before which.
    this.#waiting = [...this.#waiting, address].sort().slice(-MOST);
    await put('self', 'left', this.#waiting);
  }

  async send(key: string): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let n = 0; n < AT_ONCE && this.#sending && this.#waiting.length > 0; n += 1) {
      const [address = '', ...rest] = this.#waiting;
      await this.#keep(rest);
      const { status } = await ask('POST', address, key, {});
      // Told to come back later: it was not counted.
      const later = status !== null && (status === 429 || status >= 500);
      if (later) await this.#keep([address, ...this.#waiting]);
      if (later || status === null) break;
    }
    this.#sending = false;
  }

  /** The tablet was erased: what was being told does not come back. */
  clear(): void {
    this.#waiting = [];
    this.#sending = false;
  }

  async #keep(waiting: readonly string[]): Promise<void> {
    if (!this.#sending) return;
    this.#waiting = waiting;
    await putAll('self', new Map([['left', waiting]]), 'there');
  }
}
