import { type ComponentChild, type ComponentChildren, type ComponentType, render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import type { Session } from '#wire/access.ts';
import type { Period } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';
import { AdminContext } from '../../server/admin/admin-context.ts';
import { type Api, createApi } from '../../server/admin/api.ts';
import { type Desk, DeskContext } from '../../server/admin/desk.ts';
import { type Place, usePlace } from '../../server/admin/place.ts';
import { screens } from '../../server/admin/screens/index.ts';
import { SESSION, UNIT } from './sample.ts';

/** One request the screen made. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly csrf: string | undefined;
}
type Answers = Record<string, Answer | (() => Answer)>;
const known = new WeakMap<Api, Answers>();
type Answer = { readonly status?: number; readonly body?: unknown };

/** A server of prepared answers, by `METHOD /path`; whatever is not prepared is a 404. */
export function fakeServer(answers: Answers): { api: Api; sent: Sent[] } {
  const sent: Sent[] = [];
  const api = createApi(async (path, init) => {
    const method = init?.method ?? 'GET';
    const headers = init?.headers as Record<string, string> | undefined;
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ method, path, body, csrf: headers?.['x-dvc-csrf'] });
    const prepared = answers[`${method} ${path}`] ?? {
      status: 404,
      body: { code: 'not.found', message: 'Không có địa chỉ này.' },
    };
    const { status = 200, body: answer = {} } = typeof prepared === 'function' ? prepared() : prepared;
    return new Response(status === 204 ? null : JSON.stringify(answer), { status });
  });
  known.set(api, answers);
  return { api, sent };
}

/** Lets promises, effects and queued events (a change of the hash) run until nothing more happens. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 4; i += 1) await act(() => new Promise<void>((done) => setTimeout(done)));
}

/** Has the chunk of every screen here, so that opening one takes no longer than an answer of the server. */
export async function loadScreens(): Promise<void> {
  await Promise.all(screens.map(({ load }) => load()));
}

/** Renders into the page and waits for the first answers. */
export async function show(node: ComponentChild): Promise<void> {
  document.body.innerHTML = '<div id="app"></div>';
  await act(async () => render(node, document.getElementById('app') as HTMLElement));
  await settle();
}

export function hide(): void {
  const root = document.getElementById('app');
  if (root) render(null, root);
  location.hash = '';
}

/** A screen at the place the address names, which its filters change. */
export function Here({ of: Screen }: { of: ComponentType<{ place: Place }> }) {
  return <Screen place={usePlace()} />;
}

/** What the shell would have loaded: the periods and units the server of prepared answers knows. */
function deskOf(api: Api): Pick<Desk, 'periods' | 'units' | 'survey'> {
  const prepared = <T,>(path: string): T | undefined => {
    const answer = known.get(api)?.[`GET ${path}`];
    return (typeof answer === 'function' ? answer() : answer)?.body as T | undefined;
  };
  return {
    periods: prepared<{ periods: Period[] }>('/v1/periods')?.periods ?? [],
    units: prepared<{ units: Unit[] }>('/v1/units')?.units ?? [UNIT],
    survey: { id: 'danhgia-2026', version: 1 },
  };
}

function WithDesk({ api, desk, children }: { api: Api; desk: Partial<Desk>; children: ComponentChildren }) {
  const [served, setServed] = useState(() => deskOf(api));
  const period = served.periods[0] ?? null;
  const again = () => setServed(deskOf(api));
  const value = { ...served, period, choosePeriod: () => {}, again, ...desk };
  return <DeskContext.Provider value={value}>{children}</DeskContext.Provider>;
}

/** As somebody signed in, at a desk of what is prepared for `/v1/periods` and `/v1/units` unless `desk` says otherwise. */
export function signedIn(api: Api, node: ComponentChild, desk: Partial<Desk> = {}, session: Session = SESSION) {
  return (
    <AdminContext.Provider value={{ api, session, admitted: session.csrf, onSession: () => {} }}>
      <WithDesk api={api} desk={desk}>
        {node}
      </WithDesk>
    </AdminContext.Provider>
  );
}

export function pageText(): string {
  return (document.body.textContent ?? '').replace(/\s+/g, ' ');
}

/** The last button with these words: of a dialog rather than of what lies under it. */
export function button(words: string): HTMLButtonElement {
  const all = [...document.querySelectorAll('button')];
  const found = all.filter((b) => (b.getAttribute('aria-label') ?? b.textContent?.trim()) === words).at(-1);
  if (!found) throw new Error(`no button «${words}» among: ${all.map((b) => b.textContent).join(' | ')}`);
  return found;
}

export async function press(target: HTMLElement): Promise<void> {
  await act(async () => target.click());
  await settle();
}

/** Unfolds what stands under these words, as a press on them does. */
export async function unfold(words: string): Promise<void> {
  const found = [...document.querySelectorAll('details')].find(
    (details) => details.querySelector('summary')?.textContent === words,
  );
  if (!found) throw new Error(`nothing folded under «${words}»`);
  await act(async () => {
    found.open = true;
    found.dispatchEvent(new Event('toggle'));
  });
  await settle();
}

export function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].filter((l) => l.textContent?.trim() === label).at(-1);
  const input = found && document.getElementById(found.getAttribute('for') ?? '');
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field «${label}»`);
  return input;
}

export async function type(label: string, value: string): Promise<void> {
  const input = field(label);
  await act(async () => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Fills in the field of several lines with this label. */
export async function write(label: string, value: string): Promise<void> {
  const found = [...document.querySelectorAll('label')].filter((l) => l.textContent?.trim() === label).at(-1);
  const area = document.getElementById(found?.getAttribute('for') ?? '');
  if (!(area instanceof HTMLTextAreaElement)) throw new Error(`no lines «${label}»`);
  await act(async () => {
    area.value = value;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Picks an option of the list with this label. */
export async function choose(label: string, value: string): Promise<void> {
  const found = [...document.querySelectorAll('label')].find((l) => l.textContent?.trim() === label);
  const select = document.getElementById(found?.getAttribute('for') ?? '');
  if (!(select instanceof HTMLSelectElement)) throw new Error(`no list «${label}»`);
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

/** Picks the option with these words in the group with this legend. */
export async function pick(legend: string, words: string): Promise<void> {
  const group = [...document.querySelectorAll('fieldset')].find(
    (f) => f.querySelector('legend')?.textContent === legend,
  );
  const option = [...(group?.querySelectorAll('label') ?? [])].find((l) => l.textContent === words);
  const input = option?.querySelector('input');
  if (!input) throw new Error(`no option «${words}» of «${legend}»`);
  await press(input);
}

/** The answer to a list of one whose item is refused for this field. */
export function refusedBecause(path: string, message: string) {
  const problem = { code: 'body.invalid', message, issues: [{ path, message }] };
  return { body: { outcomes: [{ outcome: 'refused', id: 'x', status: 422, problem }] } };
}
