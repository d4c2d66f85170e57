import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const SHADOW = 'shadow-6066-11e4-a52e-4f735466cecf';
const LOOK_MS = 100;
const PATIENCE_MS = 15_000;

type Reference = Readonly<Record<string, string>>;

/** Firefox's own remote control: messages `length:json` over one socket, `[0, id, command, parameters]` out, `[1, id, error, result]` back. */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, { done: (result: unknown) => void; fail: (error: Error) => void }>();
  #rest = Buffer.alloc(0);
  #sent = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#read(chunk));
    const end = (): void => {
      for (const { fail } of this.#waiting.values()) fail(new Error('Firefox closed the connection.'));
      this.#waiting.clear();
    };
    socket.on('close', end).on('error', end);
  }

  /** Connects and opens a session. */
  static async open(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((done, fail) => {
      socket.once('connect', () => done());
      socket.once('error', fail);
    });
    const marionette = new Marionette(socket);
    await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    return marionette;
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const colon = this.#rest.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#rest.subarray(0, colon).toString());
      if (this.#rest.length < end) return;
      const message: unknown = JSON.parse(this.#rest.subarray(colon + 1, end).toString());
      this.#rest = this.#rest.subarray(end);
      // The greeting is no list.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message as [number, number, { error: string; message: string } | null, unknown];
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.fail(new Error(`${error.error}: ${error.message}`));
      else waiting?.done(result);
    }
  }

  send(command: string, parameters: object = {}): Promise<unknown> {
    this.#sent += 1;
    const id = this.#sent;
    const text = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail });
      this.#socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
    });
  }

  /** Runs the body of an async function in the page, or with `chrome` in the browser itself; its `return` comes back as JSON. */
  async run<T>(body: string, args: readonly unknown[] = [], context: 'content' | 'chrome' = 'content'): Promise<T> {
    if (context === 'chrome') await this.send('Marionette:SetContext', { value: 'chrome' });
    try {
      const script = `const done = arguments[arguments.length - 1];
        (async (...args) => {${body}})(...arguments).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const answer = (await this.send('WebDriver:ExecuteAsyncScript', { script, args, sandbox: null })) as {
        value: { value?: T; error?: string };
      };
      if (answer.value.error) throw new Error(answer.value.error);
      return answer.value.value as T;
    } finally {
      if (context === 'chrome') await this.send('Marionette:SetContext', { value: 'content' });
    }
  }

  go(url: string): Promise<unknown> {
    return this.send('WebDriver:Navigate', { url });
  }

  /** Opens another tab and goes on there; the one before stays. */
  async inNewTab(): Promise<void> {
    const { handle } = (await this.send('WebDriver:NewWindow', { type: 'tab' })) as { handle: string };
    await this.send('WebDriver:SwitchToWindow', { handle, focus: true });
  }

  async #find(xpath: string): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    for (;;)
      try {
        const found = await this.send('WebDriver:FindElement', { using: 'xpath', value: xpath });
        return (found as { value: Reference }).value[ELEMENT] ?? '';
      } catch (error) {
        if (Date.now() > end) throw error;
        await wait(LOOK_MS);
      }
  }

  /** An attribute, or a computed style, of each element `css` finds in the shadow root of `host`, closed or not; empty without a host. */
  async inShadow(
    host: string,
    css: string,
    what: { readonly attribute: string } | { readonly style: string },
  ): Promise<string[]> {
    try {
      const found = await this.send('WebDriver:FindElement', { using: 'css selector', value: host });
      const root = await this.send('WebDriver:GetShadowRoot', { id: (found as { value: Reference }).value[ELEMENT] });
      const elements = (await this.send('WebDriver:FindElementsFromShadowRoot', {
        shadowRoot: (root as { value: Reference }).value[SHADOW],
        using: 'css selector',
        value: css,
      })) as Reference[];
      const answers = elements.map((each) =>
        'style' in what
          ? this.send('WebDriver:GetElementCSSValue', { id: each[ELEMENT], propertyName: what.style })
          : this.send('WebDriver:GetElementAttribute', { id: each[ELEMENT], name: what.attribute }),
      );
      return (await Promise.all(answers)).map((answer) => (answer as { value: string | null }).value ?? '');
    } catch (error) {
      if (error instanceof Error && /^(no such element|stale element)/.test(error.message)) return [];
      throw error;
    }
  }

  /** A real press: the browser counts it as the officer's own. */
  async press(xpath: string): Promise<void> {
    await this.send('WebDriver:ElementClick', { id: await this.#find(xpath) });
  }

  async fill(xpath: string, text: string): Promise<void> {
    const id = await this.#find(xpath);
    await this.send('WebDriver:ElementClear', { id });
    await this.send('WebDriver:ElementSendKeys', { id, text });
  }

  close(): void {
    this.#socket.destroy();
  }
}
