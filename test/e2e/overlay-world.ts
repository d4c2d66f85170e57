import type { CDPSession, Page } from 'playwright-core';

/**
 * The world of the extension's own script in one tab. The layer's tree is closed to the page and so to a test that asks as the page does;
 * this asks as the script itself could.
 */
export interface OverlayWorld {
  /** Runs `look` there with `argument`; both ways only what JSON can carry. `layer()` gives the open tree, or `null`. */
  readonly ask: <T, A = null>(look: (argument: A) => T, argument?: A) => Promise<Awaited<T>>;
  /** Runs a script there, for what it leaves behind. */
  readonly run: (script: string) => Promise<void>;
}

const worlds = new WeakMap<Page, Promise<OverlayWorld>>();
const WAIT_MS = 15_000;

/** Known in every `look`. */
declare global {
  var layer: () => ShadowRoot | null;
}
const LAYER = `globalThis.__name ??= (it) => it; // What some runners of TypeScript put around a function.
globalThis.layer ??= () => {
  const hosts = [...document.querySelectorAll('dvc-overlay')];
  // A copy the host made of it is empty.
  return hosts.map((host) => chrome.dom.openOrClosedShadowRoot(host)).find((root) => root) ?? null;
};`;

async function enter(page: Page): Promise<OverlayWorld> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  let world: number | null = null;
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://') && context.auxData?.type === 'isolated') world = context.id;
  });
  devtools.on('Runtime.executionContextsCleared', () => {
    world = null;
  });
  await devtools.send('Runtime.enable');

  async function evaluate(expression: string): Promise<unknown> {
    const until = Date.now() + WAIT_MS;
    while (world === null && Date.now() < until) await page.waitForTimeout(10);
    if (world === null) throw new Error(`the extension has no script in ${page.url()}`);
    const options = { contextId: world, awaitPromise: true, returnByValue: true } as const;
    const answer = await devtools.send('Runtime.evaluate', { expression, ...options });
    const problem = answer.exceptionDetails;
    if (problem) throw new Error(problem.exception?.description ?? problem.text);
    return answer.result.value;
  }

  return {
    ask: async (look, argument) =>
      (await evaluate(`(() => { ${LAYER}\n return (${look})(${JSON.stringify(argument ?? null)}); })()`)) as never,
    run: async (script) => {
      await evaluate(`${LAYER}\n${script}\n;undefined`);
    },
  };
}

/** The extension's world in the tab of `page`, whatever page is open there. */
export function overlayWorld(page: Page): Promise<OverlayWorld> {
  const known = worlds.get(page) ?? enter(page);
  worlds.set(page, known);
  return known;
}
