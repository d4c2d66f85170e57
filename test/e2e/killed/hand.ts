/** What somebody in front of the page sees: options chosen and the comment, by name; empty ones left out. */
export type Seen = Readonly<Record<string, string>>;

export interface Look {
  readonly heading: string;
  readonly chosen: Seen;
  /** Labels of the buttons in sight. */
  readonly buttons: readonly string[];
}

/** One thing the page said: a heading that appeared, or an event with its id. */
export interface Said {
  readonly what: 'shown' | 'saved' | 'sent' | 'error';
  readonly text: string;
}

/** One answer in the outbox. */
export interface OnItsWay {
  readonly id: string;
  /** Name of its form. */
  readonly form: string;
  readonly is: string;
  readonly comment: string | undefined;
}

/** What a test does in the page, as a person would: it sees what is in sight and touches nothing else. */
export interface Hand {
  look(): Look | null;
  /** Chooses an option in sight; which one is told by `a` and `b`, both in [0, 1). */
  choose(a: number, b: number): Look | null;
  write(comment: string): Look | null;
  /** What is chosen when the button is pressed; `null` = no such button in sight. */
  press(label: string): Look | null;
  /** The draft the disk has of the form whose name holds `part`: asked for in a transaction, which waits for those before it. */
  draft(part: string): Promise<Seen | null>;
  /** Everything the disk has on its way. */
  outbox(): Promise<OnItsWay[]>;
}

/** Runs in the page before its scripts, so it is whole in itself: `hand` for the test, each `Said` as JSON to it. `ahead`: how far the clock is off, in ms. */
export function putHand(ahead: number): void {
  const page = globalThis as unknown as { hand: Hand; said(said: string): void };
  const real = Date.now.bind(Date);
  Date.now = () => real() + ahead;
  const root = () => document.querySelector('dvc-survey')?.shadowRoot;
  const inSight = <E extends HTMLElement>(selector: string) =>
    [...(root()?.querySelectorAll<E>(selector) ?? [])].filter((element) => !element.closest('[hidden]'));
  const look = (): Look | null => {
    const heading = root()?.querySelector('[part=title], [role=alert]')?.textContent ?? '';
    if (!heading || root()?.querySelector('.loading')) return null;
    const given = [...inSight<HTMLInputElement>('input:checked'), ...inSight<HTMLTextAreaElement>('textarea')];
    return {
      heading,
      chosen: Object.fromEntries(given.flatMap(({ name, value }) => (value ? [[name, value]] : []))),
      buttons: inSight('button').map(({ textContent }) => textContent ?? ''),
    };
  };
  const read = <T>(shelf: string) =>
    new Promise<Map<string, T>>((resolve) => {
      const opening = indexedDB.open('dvc-survey', 1);
      // Only the survey makes its own store.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = () => resolve(new Map());
      opening.onsuccess = () => {
        const values = opening.result.transaction(shelf).objectStore(shelf);
        const [keys, all] = [values.getAllKeys(), values.getAll()];
        all.onsuccess = () => {
          resolve(new Map(keys.result.map((key, i) => [`${key}`, all.result[i]])));
          opening.result.close();
        };
      };
    });
  page.hand = {
    look,
    choose(a, b) {
      const groups = inSight('fieldset');
      const options = groups[Math.floor(a * groups.length)]?.querySelectorAll<HTMLElement>('input') ?? [];
      options[Math.floor(b * options.length)]?.click();
      return look();
    },
    write(comment) {
      const [area] = inSight<HTMLTextAreaElement>('textarea');
      if (!area) return null;
      area.value = comment;
      area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      return look();
    },
    press(label) {
      const button = inSight('button').find(({ textContent }) => textContent === label);
      const before = look();
      button?.click();
      return button ? before : null;
    },
    draft: async (part) => [...(await read<Seen>('drafts'))].find(([name]) => name.includes(part))?.[1] ?? null,
    outbox: async () =>
      [...(await read<OnItsWay & { state: { is: string }; body?: { comment: string } }>('outbox')).values()].map(
        ({ id, form, state, body }) => ({ id, form, is: state.is, comment: body?.comment }),
      ),
  };
  for (const what of ['saved', 'sent', 'error'] as const)
    document.addEventListener(`dvc-survey-${what}`, (event) => {
      const { id = '', code = '' } = (event as CustomEvent<{ id?: string; code?: string }>).detail;
      page.said(JSON.stringify({ what, text: id || code }));
    });
  void customElements.whenDefined('dvc-survey').then(() => {
    let before = '';
    new MutationObserver(() => {
      const now = look()?.heading ?? '';
      if (now && now !== before) page.said(JSON.stringify({ what: 'shown', text: now }));
      before = now;
    }).observe(root() as ShadowRoot, { childList: true, subtree: true, characterData: true });
  });
}
