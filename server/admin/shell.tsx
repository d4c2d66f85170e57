import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Desk as ServedDesk } from '#wire/desk.ts';
import { useAdmin } from './admin-context.ts';
import { choosePeriod, chosenPeriod, type PeriodOf, unknownPeriod } from './chosen-period.ts';
import { DeskContext } from './desk.ts';
import { FaultText } from './parts/fault-text.tsx';
import { LanguageChoice } from './parts/language-choice.tsx';
import { Loaded } from './parts/loaded.tsx';
import { Navigation } from './parts/navigation.tsx';
import { PeriodChoice } from './parts/period-choice.tsx';
import { Search } from './parts/search.tsx';
import type { Place } from './place.ts';
import { isOpenTo, periodOf, screens } from './screens/index.ts';
import { text } from './text.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useLanguage } from './use-language.ts';
import { useLoad } from './use-load.ts';
import { useScreen } from './use-screen.ts';

/** Before the desk has come; no screen is shown yet. */
const NOTHING: ServedDesk = { periods: [], units: [], survey: null };
const ANY_PERIOD: PeriodOf = { kind: 'newest', inPath: false };

interface ShellProps {
  place: Place;
  /** Somebody just signed in: the form that had focus is gone. */
  entered: boolean;
  onSignOut: () => void;
}

/** Head, navigation and the screen of the place; focus goes to the screen's heading on entering and after each move. */
export function Shell({ place, entered, onSignOut }: ShellProps) {
  const { api, session } = useAdmin();
  const spoken = useLanguage();
  const desk = useLoad('desk', (signal) => api.desk(signal));
  const main = useRef<HTMLElement>(null);
  const seen = useRef<string | null>(null);
  const here = place.path.join('/');
  const [listed, setListed] = useState(false);
  const open = screens.filter((s) => isOpenTo(session.role, s));
  const wanted = place.path[0] ?? '';
  const entry = open.find((s) => s.path === wanted) ?? (wanted === '' ? open[0] : undefined);
  const { Screen, fault, again } = useScreen(entry);
  const shown = desk.value !== null && (!entry || Screen !== null);

  // Before the screen is painted: a key pressed as soon as it is seen must not lose its control to the heading.
  useLayoutEffect(() => {
    if (!shown) return;
    const heading = main.current?.querySelector<HTMLElement>('h1');
    document.title = `${heading?.textContent ?? ''} · ${text('app.title')}`;
    if (seen.current === null ? entered : seen.current !== here) heading?.focus();
    seen.current = here;
  }, [here, shown, spoken]);
  useEffect(() => setListed(false), [here]);
  useKeptFocus(main);

  const { periods, units, survey } = desk.value ?? NOTHING;
  const unitName = units.find(({ unit }) => unit === session.unit)?.name ?? session.unit;
  const of = entry ? periodOf(entry) : ANY_PERIOD;
  const unknown = unknownPeriod(place, periods, of);
  const value = {
    periods,
    units,
    survey,
    period: chosenPeriod(place, periods, of),
    choosePeriod: (period: string) => choosePeriod(place, of, period),
    again: desk.again,
  };
  return (
    <DeskContext.Provider value={value}>
      {/* Not a link: the hash belongs to the router. */}
      <button type="button" class="skip button" onClick={() => main.current?.focus()}>
        {text('app.skip')}
      </button>
      <header class="head">
        <div class="wrap">
          <p class="brand">
            <strong>{text('app.title')}</strong> {session.tenantName}
          </p>
          <PeriodChoice />
          <p class="who">
            {session.login} · {text(`role.${session.role}`)} · {unitName ?? text('app.whole')}
          </p>
          {session.role !== 'inspector' && <Search />}
          <LanguageChoice />
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
        <Navigation role={session.role} here={entry} listed={listed} />
        <main ref={main} tabIndex={-1} id="noi-dung">
          {!entry && (
            <>
              <h1 tabIndex={-1}>{text('page.unknown')}</h1>
              <p>{text('page.unknown.do')}</p>
            </>
          )}
          {fault && (
            <>
              <FaultText fault={fault} />
              <button type="button" class="button" onClick={again}>
                {text('state.again')}
              </button>
            </>
          )}
          {entry && (
            <Loaded of={desk}>
              {() => (
                <>
                  {/* One that was opened just now comes with the next desk; before the first the screen itself says that there is none. */}
                  {unknown !== null && !desk.loading && value.period && (
                    <p role="status" class="note">
                      {text('period.other', { id: unknown, shown: value.period.label })}
                    </p>
                  )}
                  {Screen && <Screen key={place.path.slice(0, 1).join()} place={place} />}
                </>
              )}
            </Loaded>
          )}
        </main>
      </div>
    </DeskContext.Provider>
  );
}
