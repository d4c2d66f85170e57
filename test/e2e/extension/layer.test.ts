import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fixtureOf } from '../../extension/fixtures/index.ts';
import { serveFixtures } from '../../extension/fixtures/serve.ts';
import { AXE } from '../axe.ts';
import { openWalk, type Walk } from './walk-pages.ts';

const WIDE = fixtureOf('opencps/wide');
const SETTLE = { timeout: 15_000 };

let served: Awaited<ReturnType<typeof serveFixtures>>;
let walk: Walk;

/** Rows that bear the mark of their own code, of all rows. */
const paired = async () => {
  const rows = await walk.rows(WIDE.rowSelector);
  return [
    rows.filter(({ text, marks }) => marks.length === 1 && text.includes(marks[0]?.code ?? '-')).length,
    rows.length,
  ];
};
const settled = () => expect.poll(paired, SETTLE).toEqual([15, 15]);
const marks = () => walk.world().ask(() => layer()?.querySelectorAll('.mark').length ?? 0);
const focused = () => walk.world().ask(() => (layer()?.activeElement as HTMLElement | null)?.dataset.code ?? null);
const card = () => walk.world().ask(() => layer()?.querySelector<HTMLElement>('.card')?.dataset.code ?? null);
const host = (act: string) => walk.page.evaluate(act);
const codeAt = async (at: number) => (await walk.rows(WIDE.rowSelector))[at]?.marks[0]?.code ?? null;
/** Marks that lie over a text of the host. */
const overText = () =>
  walk.world().ask(() => {
    const boxes = [...(layer()?.querySelectorAll('.mark') ?? [])].map((mark) => mark.getBoundingClientRect());
    const range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const over: string[] = [];
    while (texts.nextNode()) {
      if (!texts.currentNode.nodeValue?.trim()) continue;
      range.selectNodeContents(texts.currentNode);
      for (const { left, right, top, bottom } of range.getClientRects())
        if (
          boxes.some(
            (box) => box.left < right - 1 && box.right > left + 1 && box.top < bottom - 4 && box.bottom > top + 4,
          )
        )
          over.push(texts.currentNode.nodeValue);
    }
    return over;
  });

beforeAll(async () => {
  served = await serveFixtures();
  walk = await openWalk(served.url);
  expect(await walk.enable(true)).toEqual({ ok: true });
});
afterAll(async () => {
  await walk?.close();
  await served?.stop();
});
beforeEach(async () => {
  await walk.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await walk.goto(WIDE);
  await walk.setClock(WIDE.now);
  await settled();
});

it("what the host's script does to the layer is not the officer's: nothing opens, nothing hides, the layer comes back", async () => {
  expect(await host("document.querySelector('dvc-overlay').shadowRoot")).toBeNull();
  const at = await walk.world().ask(() => {
    const { left, top } = layer()?.querySelector('.mark')?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return [left + 4, top + 8] as const;
  });
  const pages = walk.browser.context.pages().length;
  const id = new URL(walk.browser.extension).host;
  await walk.page.evaluate(
    ([x, y, id]) => {
      const target = document.elementFromPoint(x, y) as HTMLElement;
      if (target.tagName !== 'DVC-OVERLAY') throw new Error(`the mark is not on top: ${target.tagName}`);
      target.click();
      for (const type of ['mouseenter', 'mouseover', 'pointerdown', 'click', 'focusin'])
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }));
      for (const code of ['KeyM', 'KeyJ'])
        document.dispatchEvent(new KeyboardEvent('keydown', { code, altKey: true, bubbles: true }));
      // By which the framework tells a script that a newer one took its place.
      const newer = { detail: { contentScriptName: 'overlay', messageId: 'newer' } };
      for (const script of ['overlay', 'shared'])
        document.dispatchEvent(new CustomEvent(`${id}:${script}:wxt:content-script-started`, newer));
    },
    [...at, id] as const,
  );
  for (const act of [
    "document.querySelector('dvc-overlay').remove()",
    "document.body.prepend(document.querySelector('dvc-overlay'))",
    "document.body.append(document.querySelector('dvc-overlay').cloneNode(true))",
  ]) {
    await host(act);
    await settled();
  }
  expect(await card()).toBeNull();
  expect(walk.browser.context.pages()).toHaveLength(pages);
});

it('a row forged with the code of another leaves both without a mark until it is gone', async () => {
  await host(
    "globalThis.forged = document.querySelector('#table-dossier tbody tr').cloneNode(true); document.querySelector('#table-dossier tbody').append(forged)",
  );
  await expect.poll(paired, SETTLE).toEqual([14, 16]);
  await host('forged.remove()');
  await settled();
});

it('a host that writes its whole list anew every second: no painted frame without marks, the keyboard stays where it was', async () => {
  await walk.world().ask(() => layer()?.querySelector<HTMLElement>('.mark[tabindex="0"]')?.focus());
  const code = await focused();
  await walk.world().run(`{
    globalThis.bare = 0;
    const painted = new MessageChannel();
    let list = null;
    const next = () => {
      list = document.querySelector('#table-dossier');
      painted.port2.postMessage(null);
    };
    painted.port1.onmessage = () => {
      // What the host did after the paint is not to be seen yet.
      const same = list === document.querySelector('#table-dossier');
      if (same && !layer()?.querySelector('.mark')?.getBoundingClientRect().height) bare += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }`);
  for (let i = 0; i < 3; i += 1) {
    await host(
      "{ const list = document.querySelector('#table-dossier').parentElement; list.innerHTML = list.innerHTML.replaceAll('<dvc-overlay></dvc-overlay>', ''); }",
    );
    await walk.page.waitForTimeout(1000);
  }
  await settled();
  expect(await walk.world().ask(() => (globalThis as unknown as { bare: number }).bare)).toBe(0);
  expect(await focused()).toBe(code);
});

it('by the keyboard alone: one stop, arrows, Enter, Esc, and one key that hides and shows', async () => {
  const [first, second, last] = [await codeAt(0), await codeAt(1), await codeAt(14)];
  await walk.page.bringToFront();
  await host(
    "document.querySelector('#table-dossier').tabIndex = -1; document.querySelector('#table-dossier').focus()",
  );
  await walk.page.keyboard.press('Tab');
  expect(await focused()).toBe(first);
  await walk.page.keyboard.press('ArrowDown');
  expect([await focused(), await card()]).toEqual([second, second]);
  await walk.page.keyboard.press('End');
  expect(await focused()).toBe(last);
  await walk.page.keyboard.press('Enter');
  expect(await walk.world().ask(() => layer()?.activeElement?.closest('.card') !== null)).toBe(true);
  await walk.page.keyboard.press('Escape');
  expect([await focused(), await card()]).toEqual([last, null]);
  await walk.page.keyboard.press('Alt+m');
  await expect.poll(marks, SETTLE).toBe(0);
  await walk.page.keyboard.press('Alt+m');
  await settled();
});

it('at every zoom, from right to left, under a head that stays, in scrollers within scrollers: each mark on its row, none on a text', async () => {
  for (const zoom of [0.5, 0.8, 1, 1.5, 2]) {
    await host(`document.body.style.zoom = ${zoom}`);
    await walk.page.setViewportSize({
      width: Math.round(1440 * Math.max(1, zoom)),
      height: Math.round(1600 * Math.max(1, zoom)),
    });
    await settled();
    await expect.poll(overText, SETTLE).toEqual([]);
  }
  await host("document.body.style.zoom = ''; document.documentElement.dir = 'rtl'");
  await settled();
  await expect.poll(overText, SETTLE).toEqual([]);
  await host(`document.documentElement.dir = '';
    document.querySelector('.v-table__overflow').style.cssText = 'height: 260px; overflow: auto';
    document.querySelector('#table-dossier').style.cssText = 'height: 200px; overflow: auto';
    for (const th of document.querySelectorAll('thead th')) th.style.cssText = 'position: sticky; top: 0; background: #fff';`);
  for (const top of [0, 37, 141, 60]) {
    await host(
      `document.querySelector('.v-table__overflow').scrollTop = ${top}; document.querySelector('#table-dossier').scrollTop = ${top / 3}`,
    );
    await expect
      .poll(async () => {
        const [right, all] = await paired();
        return right === all && right !== 0;
      }, SETTLE)
      .toBe(true);
    const outside = () =>
      walk.world().ask(() => {
        const { bottom } = document.querySelector('#table-dossier')?.getBoundingClientRect() ?? { bottom: 0 };
        const head = document.querySelector('thead th')?.getBoundingClientRect().bottom ?? 0;
        const boxes = [...(layer()?.querySelectorAll('.mark') ?? [])].map((mark) => mark.getBoundingClientRect());
        return boxes.filter((box) => (box.top + box.bottom) / 2 > bottom || (box.top + box.bottom) / 2 < head).length;
      });
    await expect.poll(outside, SETTLE).toBe(0);
  }
});

it('where no cell has room and something stands beside the list, its marks lie over none of it', async () => {
  await host(`{
    const list = document.querySelector('#table-dossier');
    list.parentElement.style.cssText = 'display: flex; align-items: start; width: 1400px';
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = '#table-dossier { flex: none; width: max-content } #table-dossier table { width: auto } #table-dossier td, #table-dossier th { padding: 0 2px; white-space: nowrap; font-size: 8px } #table-dossier th i { display: none }';
    for (const each of list.parentElement.children) if (each !== list) each.style.display = 'none';
    const notes = document.createElement('p');
    notes.textContent = 'Ghi chú của trang chủ. '.repeat(900);
    list.after(notes);
  }`);
  await settled();
  await expect.poll(overText, SETTLE).toEqual([]);
});

it('axe finds nothing in the layer, light, dark and in forced colours', async () => {
  await walk.world().ask(() => layer()?.querySelector<HTMLElement>('.mark')?.focus());
  await expect.poll(card, SETTLE).not.toBeNull();
  await walk
    .world()
    .run(
      `Object.defineProperty(Element.prototype, 'shadowRoot', { get() { return this instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(this) : null; } });\n${AXE}`,
    );
  for (const look of [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const) {
    await walk.page.emulateMedia(look);
    const found = await walk.world().ask(async () => {
      const { axe } = globalThis as unknown as {
        axe: {
          run: (
            where: object,
          ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }>;
        };
      };
      const { violations, passes } = await axe.run({ include: ['dvc-overlay'] });
      return { passes: passes.length, violations: violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`) };
    });
    expect(found.passes).toBeGreaterThan(10);
    expect([look, found.violations]).toEqual([look, []]);
  }
});

it('the layer is gone within a second after the extension is', async () => {
  const [worker] = walk.browser.context.serviceWorkers();
  await worker?.evaluate('chrome.management.uninstallSelf()').catch(() => null);
  await walk.page.waitForFunction(() => !document.querySelector('dvc-overlay'), null, { timeout: 1000, polling: 20 });
});
