import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchHits } from '#wire/search.ts';
import { useAdmin } from '../admin-context.ts';
import { useDesk } from '../desk.ts';
import { linkTo } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { Loaded } from './loaded.tsx';

const WAIT_MS = 200;
const LEAST = 2;

interface Hit {
  readonly key: string;
  readonly to: string;
  readonly label: string;
  readonly kind: string;
}

/** Where each hit leads in the period chosen in the head. */
function hitsOf({ units, officers, procedures, dossier }: SearchHits, period: string | undefined): readonly Hit[] {
  const within = (screen: string, ...path: string[]) => (period ? linkTo([screen, period, ...path]) : linkTo([screen]));
  return [
    ...(dossier
      ? [{ key: dossier.code, to: linkTo(['ho-so', dossier.code]), label: dossier.code, kind: text('search.dossier') }]
      : []),
    ...units.map(({ unit, name }) => ({
      key: `u ${unit}`,
      to: within('ket-qua', unit),
      label: name,
      kind: text('field.unit'),
    })),
    ...officers.map(({ officer, label, unit }) => ({
      key: `o ${officer}`,
      to: within('ket-qua', unit, officer),
      label: `${officer} · ${label}`,
      kind: text('search.officer'),
    })),
    ...procedures.map(({ procedure, name }) => ({
      key: `p ${procedure}`,
      to: within('thu-tuc', procedure),
      label: `${procedure} · ${name}`,
      kind: text('search.procedure'),
    })),
  ];
}

function SearchDialog({ onClose }: { onClose: () => void }) {
  const { api } = useAdmin();
  const { period } = useDesk();
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const asked = wanted.length >= LEAST;
  const field = useRef<HTMLDivElement>(null);
  // The dialog puts focus on its heading; whoever pressed the key is typing already.
  useEffect(() => field.current?.querySelector('input')?.focus(), []);
  const found = useLoad(asked ? `search ${wanted}` : null, (signal) => api.search(wanted, signal));
  return (
    <Dialog title={text('search.title')} onClose={onClose}>
      <div ref={field}>
        <Field label={text('search.field')} help={text('search.help')} value={typed} onValue={setTyped} />
      </div>
      {asked && (
        <Loaded of={found}>
          {(hits) => {
            const list = hitsOf(hits, period?.period);
            return (
              <>
                <p role="status">
                  {list.length === 0 ? text('search.none') : text('search.found', { n: list.length })}
                </p>
                <ul class="choose">
                  {list.map(({ key, to, label, kind }) => (
                    <li key={key}>
                      <a href={to} onClick={onClose}>
                        {label} <span class="small muted">{kind}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        </Loaded>
      )}
    </Dialog>
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);

/** The button `Tìm` and the key `/`, from every screen. */
export function Search() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
        if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
        event.preventDefault();
        setOpen(true);
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, []);
  return (
    <>
      <button type="button" class="button" aria-keyshortcuts="/" onClick={() => setOpen(true)}>
        {text('search.open')} <kbd>/</kbd>
      </button>
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}
