import type { Codes } from './ratio.ts';

/** Codes seen so far: the first `limit` by name, the others by number. */
export class CodeTally {
  readonly #codes: string[] = [];
  #more = 0;

  add(code: string, limit: number): void {
    if (this.#codes.length < limit) this.#codes.push(code);
    else this.#more += 1;
  }

  get count(): number {
    return this.#codes.length + this.#more;
  }

  get shown(): Codes {
    return { codes: this.#codes, more: this.#more };
  }
}
