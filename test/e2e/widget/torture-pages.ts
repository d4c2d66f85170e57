import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { type HostPage, type Hosts, script, tag } from './host-page.ts';

/** A page that makes life hard for whatever is embedded in it. */
export interface Torture {
  readonly page: HostPage;
  /** What the page does to the survey between two answers. */
  readonly between?: (page: Page) => Promise<unknown>;
}

const packaged = (path: string): string => readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');

/** What Prototype 1.6, MooTools 1.2 and polyfills of their years leave on every page that still loads them. */
const OLD_LIBRARIES = `
for (const name of ['each', 'inject', 'pluck', 'invoke', 'flatten', 'without', 'toJSON', 'extend'])
  Array.prototype[name] = function () { return '[' + this.length + ']'; };
Object.prototype.inherited = function () {};
Array.prototype.find = function (iterator, context) {
  for (let i = 0; i < this.length; i += 1) if (iterator.call(context, this[i], i)) return this[i];
};
Array.prototype.entries = Array.prototype.toArray = function () { return this.slice(); };
Array.prototype.reduce = ((native) => function (fn, ...rest) {
  return typeof fn === 'function' ? native.call(this, fn, ...rest) : this.length > 1 ? this : this[0];
})(Array.prototype.reduce);
Array.from = function (iterable) { return iterable ? [].slice.call(iterable) : []; };
String.prototype.toJSON = Number.prototype.toJSON = function () { return '"' + this + '"'; };
String.prototype.startsWith = function (pattern) { return this.lastIndexOf(pattern, 0) === 0; };
Function.prototype.bind = function (self, ...bound) {
  const fn = this;
  return function (...args) { return fn.apply(self, bound.concat(args)); };
};
Element.prototype.show = Element.prototype.hide = Element.prototype.update = function () { return this; };
window.$ = (id) => document.getElementById(id);
`;

/** A promise of its own making, later than the browser's and without \`finally\` or \`any\`. */
const OWN_PROMISE = `
const Native = Promise;
window.Promise = class OldPromise {
  constructor(run) { this.inner = new Native(run); this.inner.catch(() => {}); }
  then(done, failed) { return new OldPromise((resolve, reject) => setTimeout(() => this.inner.then(done, failed).then(resolve, reject))); }
  catch(failed) { return this.then(undefined, failed); }
  static resolve(value) { return new OldPromise((resolve) => resolve(value)); }
  static reject(error) { return new OldPromise((_, reject) => reject(error)); }
  static all(values) { return new OldPromise((resolve, reject) => Native.all(values).then(resolve, reject)); }
};
`;

/** What monitoring and single sign-on put around requests: the body is read first and another answer handed on. */
const OWN_FETCH = `
const send = window.fetch;
window.fetch = function (url, options) {
  return send.call(this, url, options).then((answer) => answer.text().then((text) =>
    new Response(text, { status: answer.status, headers: answer.headers })));
};
const stringify = JSON.stringify, parse = JSON.parse;
JSON.stringify = function (value, replacer, space) { return stringify(value, replacer, space === undefined ? 2 : space); };
JSON.parse = function (text, reviver) { return parse(text, reviver); };
`;

/** Senna's way of going from page to page, AUI's globals, a base address and the form that Liferay puts around portlets. */
const LIFERAY = `
window.Liferay = { SPA: { app: {} }, on() {}, fire() {} };
window.AUI = () => ({ use(...names) { names.at(-1)(this); }, on() {}, one: () => null });
const go = (content) => { history.pushState({}, '', content); };
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[href]');
  if (link) { event.preventDefault(); go(link.href); }
}, true);
document.addEventListener('submit', (event) => { event.preventDefault(); window.sentByHost = true; }, true);
document.addEventListener('keypress', (event) => {
  if (event.key === 'Enter' && event.target.form) event.target.form.submit();
});
`;

/** Shortcuts of the portal: a key pressed anywhere but in a field is the portal's. */
const SHORTCUTS = `
jQuery(document).on('keydown keypress', function (event) {
  if (!jQuery(event.target).is('input, textarea, select')) { window.taken = (window.taken || 0) + 1; return false; }
});
jQuery(document).on('click', 'input, label', function () { return false; });
jQuery(function ($) {
  $(':input').val('').prop('disabled', true);
  $('dvc-survey').hide().fadeIn(0).css('zoom', 1);
  $('form').on('submit', function () { return false; });
});
`;

const inline = (code: string) => `<script>${code}</script>`;

/** Every torture page by what it does. */
export function torturePages(hosts: Hosts): Readonly<Record<string, Torture>> {
  const { dvc } = hosts;
  const plain = script(dvc) + tag(dvc);
  const jquery = hosts.file('jquery.js', packaged('jquery/dist/jquery.min.js'));
  const lit = hosts.file('lit-html.js', packaged('lit-html'));
  const other = hosts.file(
    'other-build.js',
    `${readFileSync('.output/widget/widget.js', 'utf8')}\nglobalThis.secondBuild = true;`,
  );
  const move = (page: Page) =>
    page.evaluate(() => {
      const survey = document.querySelector('dvc-survey') as HTMLElement;
      const box = document.createElement('section');
      document.body.append(box);
      box.append(survey);
    });
  return {
    'unsets every style': { page: { head: '<style>* { all: unset !important }</style>', body: plain } },
    'hands down odd styles': {
      page: {
        head: `<style>body { font: italic 900 7px/0 monospace; letter-spacing: 1em; word-spacing: 2em; text-indent: 5em; text-align: right;
          text-transform: uppercase; white-space: nowrap; color: #fff; cursor: none; user-select: none; word-break: break-all;
          text-shadow: 0 0 9px red; list-style: none; tab-size: 99; writing-mode: horizontal-tb; -webkit-text-fill-color: #fff }</style>`,
        body: plain,
      },
    },
    'was written before 2000': {
      page: {
        quirks: true,
        body: `<center><font size="1" color="red"><table width="390"><tr align="right"><td nowrap>${plain}</td></tr></table></font></center>`,
      },
    },
    'writes from right to left': { page: { html: 'dir="rtl"', body: plain } },
    'moves the node between two answers': { page: { body: plain }, between: move },
    'draws all around it anew between two answers': {
      page: { body: `<main><h1>Hồ sơ</h1>${plain}<p>Tin</p></main>` },
      between: (page) =>
        page.evaluate(() => {
          const survey = document.querySelector('dvc-survey') as HTMLElement;
          const main = document.querySelector('main') as HTMLElement;
          main.innerHTML = `<h1>Hồ sơ ${Math.random()}</h1><div></div><p>Tin</p>`;
          main.querySelector('div')?.replaceWith(survey);
        }),
    },
    'carries old libraries that changed arrays, objects and text': {
      page: { head: inline(OLD_LIBRARIES), body: plain },
    },
    'has a promise of its own': { page: { head: inline(OWN_PROMISE), body: plain } },
    'has put its own around requests and JSON': { page: { head: inline(OWN_FETCH), body: plain } },
    'runs jQuery 1.12 and takes keys and clicks': {
      page: { head: `<script src="${jquery}"></script>${inline(SHORTCUTS)}`, body: `<form>${plain}</form>` },
    },
    'moves and shows it by jQuery 1.12': {
      page: { head: `<script src="${jquery}"></script>`, body: `${plain}<div id="tab"></div>` },
      between: (page) =>
        page.evaluate(() => {
          const { jQuery } = window as unknown as { jQuery(what: string): Record<string, (by?: string) => void> };
          jQuery('dvc-survey').appendTo?.('#tab');
          jQuery('dvc-survey').hide?.();
          jQuery('dvc-survey').wrap?.('<span></span>');
          jQuery('dvc-survey').show?.();
        }),
    },
    'is like one of Liferay: base address, links and keys taken, a form around': {
      page: {
        head: `<base href="/web/guest/">${inline(LIFERAY)}`,
        body: `<form action="/trang/gui" method="post"><input name="p_auth" value="1">${plain}<button>Tìm</button></form>`,
      },
    },
    'holds it in the shadow tree of a component of its own': {
      page: {
        body: `${script(dvc)}<cong-the></cong-the>${inline(`customElements.define('cong-the', class extends HTMLElement {
          connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(tag(dvc))}; }
        });`)}`,
      },
    },
    'draws it with a copy of Lit of its own, again and again': {
      page: {
        head: `<script type="module">import { html, render } from '${lit}';
          let n = 0; window.draw = () => render(html\`<p>\${(n += 1)}</p><dvc-survey server="${dvc}" tenant="mau" .unit=\${'so-a'}></dvc-survey>\`, document.querySelector('main'));
          draw();</script>`,
        body: `<main></main>${script(dvc)}`,
      },
      between: (page) => page.evaluate(() => (window as unknown as { draw(): void }).draw()),
    },
    'loads the script in two builds': {
      page: { body: `${script(dvc)}<script type="module" src="${other}"></script>${tag(dvc)}` },
    },
    'loads the script in two builds, ours last': {
      page: { body: `<script type="module" src="${other}"></script>${script(dvc)}${tag(dvc)}` },
    },
  };
}
