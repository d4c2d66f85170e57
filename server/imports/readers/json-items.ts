import { PassOver, scanItem } from './json-scan.ts';

/**
 * One item of a JSON list as text, with the number of names written in it; or what stands where an item should: `bad` no JSON,
 * `long` above 1 MiB, `deep` nested more than 20 deep, `cut` the file ends within it. `unclosed` the file ends before its list does,
 * `lost` nothing behind the last broken item can be told apart.
 */
export type JsonItem =
  | { readonly text: string; readonly names: number; readonly listed: boolean }
  | { readonly broken: 'bad' | 'long' | 'deep' | 'cut' | 'unclosed' | 'lost' };

const LONGEST = 1_048_576;
/** Characters of broken items read a second time, over the whole file: a file of open brackets would else take for ever. */
const READ_AGAIN = 64 * LONGEST;

/** Text that comes in pieces; only what lies before `at` is let go. */
class Held {
  text = '';
  at = 0;
  readonly #pieces: AsyncIterator<string>;

  constructor(pieces: AsyncIterator<string>) {
    this.#pieces = pieces;
  }

  /** Lets the part before `at` go and waits until what is held has doubled, so that reading it again costs no more than twice. */
  async more(): Promise<boolean> {
    const parts = [this.text.slice(this.at)];
    const wanted = parts[0]!.length;
    let got = 0;
    while (got === 0 || got < wanted) {
      const next = await this.#pieces.next();
      if (next.done) break;
      parts.push(next.value);
      got += next.value.length;
    }
    this.text = parts.join('');
    this.at = 0;
    return got > 0;
  }

  /** Goes on behind the bracket that closes the last of `open` ones. */
  async passOver(open: number): Promise<boolean> {
    const over = new PassOver(open);
    for (;;) {
      const end = over.take(this.text.slice(this.at));
      if (end >= 0) {
        this.at += end;
        return true;
      }
      this.at = this.text.length;
      if (!(await this.more())) return false;
    }
  }

  /** Goes to the next line that starts an item as the broken one did, behind `at`; `false` = there is none. */
  async nextLine(indent: string, within: boolean): Promise<boolean> {
    const start = new RegExp(`\\n${indent}(?:,\\s*)?(?=\\{)`, 'g');
    for (;;) {
      start.lastIndex = this.at + 1;
      if (start.exec(this.text)) {
        this.at = start.lastIndex;
        return true;
      }
      if (within) return false;
      this.at = Math.max(this.at, this.text.length - 200);
      if (!(await this.more())) return false;
    }
  }
}

/**
 * The items of a JSON text, in constant memory: the members of a list, objects one after the other (NDJSON), or the list within an
 * envelope such as `{ "total": 2, "data": [ … ] }`. One broken item does not end the reading: the next item that starts on a line of its
 * own, indented alike, is found again.
 */
export async function* jsonItems(pieces: AsyncIterable<string>): AsyncGenerator<JsonItem> {
  const held = new Held(pieces[Symbol.asyncIterator]());
  /** Objects open around the items. */
  let envelopes = 0;
  let inList = false;
  let indent = '';
  let again = 0;
  for (;;) {
    const sign = held.text[held.at];
    if (sign === undefined) {
      if (await held.more()) continue;
      if (inList || envelopes) yield { broken: 'unclosed' };
      return;
    }
    if (sign === '\n') indent = '';
    else if (sign === ' ' || sign === '\t') indent = indent.length < 100 ? indent + sign : '';
    if (/[\s,\ufeff]/.test(sign)) {
      held.at += 1;
    } else if (sign === ']' && inList) {
      held.at += 1;
      inList = false;
      if (envelopes && (await held.passOver(envelopes))) envelopes = 0;
    } else if (sign === '[' && !inList) {
      held.at += 1;
      inList = true;
    } else if (sign === '{' || sign === '[') {
      const scanned = scanItem(held.text, held.at, !inList);
      if (typeof scanned === 'object' && 'inside' in scanned) {
        held.at = scanned.inside;
        envelopes += 1;
      } else if (typeof scanned === 'object' && 'end' in scanned) {
        const text = held.text.slice(held.at, scanned.end);
        held.at = scanned.end;
        if (scanned.deep) yield { broken: 'deep' };
        else if (text.length > LONGEST) yield { broken: 'long' };
        else yield { text, names: scanned.names, listed: inList || envelopes > 0 };
        // The lone item of an envelope ends it.
        if (envelopes && !inList && (await held.passOver(envelopes))) envelopes = 0;
      } else {
        const open = scanned === 'more';
        const short = open && held.text.length - held.at <= LONGEST;
        if (short && (await held.more())) continue;
        again += (open ? held.text.length : scanned.bad) - held.at;
        const found = await held.nextLine(indent, open);
        yield { broken: !open || (short && found) ? 'bad' : short ? 'cut' : 'long' };
        if (found && again < READ_AGAIN) continue;
        if (short) return;
        if (open && !found && (await held.passOver(0))) continue;
        yield { broken: 'lost' };
        return;
      }
    } else {
      yield { broken: 'bad' };
      const rest = /[,\]\n{]/g;
      rest.lastIndex = held.at + 1;
      while (!rest.exec(held.text)) {
        held.at = held.text.length;
        if (!(await held.more())) return;
        rest.lastIndex = 0;
      }
      held.at = rest.lastIndex - 1;
    }
  }
}
