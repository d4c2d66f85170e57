import { useEffect, useRef, useState } from 'preact/hooks';
import { useAdmin } from './admin-context.ts';
import { linkTo, type Place } from './place.ts';
import { GROUPS, isOpenTo, screens } from './screens/index.ts';
import { text } from './text.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useLoad } from './use-load.ts';

interface ShellProps {
  place: Place;
  /** Somebody just signed in: the form that had focus is gone. */
  entered: boolean;
  onSignOut: () => void;
}

/** Head, navigation and the screen of the place; focus goes to the screen's heading on entering and after each move. */
export function Shell({ place, entered, onSignOut }: ShellProps) {
  const { api, session } = useAdmin();
  const units = useLoad(session.unit === null ? null : 'units', (signal) => api.units(signal));
  const unitName = units.value?.units.find(({ unit }) => unit === session.unit)?.name ?? session.unit;
  const main = useRef<HTMLElement>(null);
  const seen = useRef<string | null>(null);
  const here = place.path.join('/');
  const [listed, setListed] = useState(false);
  const open = screens.filter((s) => isOpenTo(session.role, s));
  const wanted = place.path[0] ?? '';
  const screen = open.find((s) => s.path === wanted) ?? (wanted === '' ? open[0] : undefined);

  useEffect(() => {
    const heading = main.current?.querySelector<HTMLElement>('h1');
    document.title = `${heading?.textContent ?? ''} · ${text('app.title')}`;
    if (seen.current === null ? entered : seen.current !== here) heading?.focus();
    seen.current = here;
    setListed(false);
  }, [here]);
  useKeptFocus(main);

  return (
    <>
      {/* Not a link: the hash belongs to the router. */}
      <button type="button" class="skip button" onClick={() => main.current?.focus()}>
        {text('app.skip')}
      </button>
      <header class="head">
        <div class="wrap">
          <p class="brand">
            <strong>{text('app.title')}</strong> {session.tenantName}
          </p>
          <p class="who">
            {session.login} · {text(`role.${session.role}`)} · {unitName ?? text('app.whole')}
          </p>
          <button
            type="button"
            class="button menu"
            aria-expanded={listed}
            aria-controls="cac-muc"
            onClick={() => setListed(!listed)}
          >
            {text('app.nav')}
          </button>
          <button type="button" class="button" onClick={onSignOut}>
            {text('app.signOut')}
          </button>
        </div>
      </header>
      <div class="wrap sides">
        <nav id="cac-muc" class={listed ? 'groups listed' : 'groups'} aria-label={text('app.nav')}>
          {GROUPS.map((group) => ({ group, entries: open.filter((s) => s.group === group) }))
            .filter(({ entries }) => entries.length > 0)
            .map(({ group, entries }) => (
              <div key={group}>
                <p id={`muc-${group}`}>{text(`nav.group.${group}`)}</p>
                <ul aria-labelledby={`muc-${group}`}>
                  {entries.map((s) => (
                    <li key={s.path}>
                      <a href={linkTo(s.path ? [s.path] : [])} aria-current={s === screen ? 'page' : undefined}>
                        {text(s.label)}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
        </nav>
        <main ref={main} tabIndex={-1} id="noi-dung">
          {screen ? (
            <screen.Screen key={place.path.slice(0, 1).join()} place={place} />
          ) : (
            <>
              <h1 tabIndex={-1}>{text('page.unknown')}</h1>
              <p>{text('page.unknown.do')}</p>
            </>
          )}
        </main>
      </div>
    </>
  );
}
