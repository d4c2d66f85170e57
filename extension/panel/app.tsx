import { useState } from 'preact/hooks';
import { formatDate } from '#rules/format.ts';
import { seenOf } from '../features/seen.ts';
import { texts } from '../language.ts';
import type { PanelState, PanelView } from '../messages.ts';
import { askDo } from './ask.ts';
import { BatchView } from './batch-view.tsx';
import { DossierView } from './dossier-view.tsx';
import { FirstRun, needsFirstRun } from './first-run.tsx';
import { FlagPart } from './flag-part.tsx';
import { HealthNote } from './health-note.tsx';
import { Notices } from './notices.tsx';
import { PersonSwitch } from './person-switch.tsx';
import { ScoreView } from './score-view.tsx';
import { Tabs } from './tabs.tsx';
import { Teach } from './teach/teach.tsx';
import { Today } from './today.tsx';
import { useDrafts } from './use-drafts.ts';
import { usePanelState } from './use-panel-state.ts';

const say = texts(
  {
    opening: 'Đang mở…',
    choose: 'Chọn một dòng hoặc mở một hồ sơ.',
    notEnrolled: 'chưa đăng ký',
    options: 'Thiết lập',
  },
  {
    opening: 'Opening…',
    choose: 'Choose a row or open a dossier.',
    notEnrolled: 'not enrolled',
    options: 'Options',
  },
);

type Open = (code: string | null, view: PanelView) => Promise<void>;

interface ContentProps {
  readonly state: PanelState;
  /** Shows a view and leaves the focus where it is. */
  readonly show: Open;
  /** Shows a view and takes the focus there. */
  readonly open: Open;
  readonly opened: number;
  readonly reload: () => Promise<void>;
}

function Content({ state, show, open, opened, reload }: ContentProps) {
  const { selected, settings, now } = state;
  const chosen = state.seen.find(({ reading }) => reading.code === selected.code);
  const seen = chosen ? seenOf(chosen.reading, settings, now) : null;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { drafts, keep } = useDrafts(state, (draft) => void askDo(draft));
  return (
    <Tabs
      view={selected.view === 'teach' ? 'today' : selected.view}
      onView={(view) => void show(selected.code, view)}
      opened={opened}
    >
      {selected.view === 'today' ? (
        <>
          <Today state={state} onOpen={open} />
          {state.device && <FlagPart state={state} />}
        </>
      ) : selected.view === 'batch' ? (
        <BatchView
          state={state}
          drafts={drafts}
          left={left}
          onLeft={setLeft}
          onOpen={(code) => open(code, 'score')}
          reload={reload}
        />
      ) : !seen ? (
        <p>{say('choose')}</p>
      ) : selected.view === 'dossier' ? (
        <DossierView state={state} seen={seen} onScore={() => open(selected.code, 'score')} />
      ) : (
        <ScoreView
          state={state}
          seen={seen}
          entries={drafts[seen.reading.code] ?? {}}
          onEntries={(entries) => keep(seen.reading.code, entries)}
          reload={reload}
        />
      )}
    </Tabs>
  );
}

/** The side panel; opened as an ordinary tab it is the same page. */
export function App() {
  const { state, reload } = usePanelState();
  const [later, setLater] = useState(false);
  const [opened, setOpened] = useState(0);
  const show: Open = async (code, view) => {
    await askDo({ type: 'panel.select', code, view });
    await reload();
  };
  const open: Open = async (code, view) => {
    await show(code, view);
    setOpened((n) => n + 1);
  };
  if (!state) return <p class="loading">{say('opening')}</p>;
  if (state.selected.view === 'teach') return <Teach state={state} onBack={() => open(state.selected.code, 'today')} />;
  if (needsFirstRun(state) && !later) return <FirstRun state={state} onLater={() => setLater(true)} />;
  return (
    <main>
      <header class="top">
        <h1>Đánh giá DVC</h1>
        <p class="meta">
          {formatDate(state.now)} · {state.device?.unitName ?? say('notEnrolled')} ·{' '}
          <a href="/options.html" target="_blank" rel="noreferrer">
            {say('options')}
          </a>
        </p>
        {state.device && <PersonSwitch state={state} />}
      </header>
      <Notices state={state} onFirstRun={() => setLater(false)} onScore={(code) => open(code, 'score')} />
      <HealthNote sites={state.sites} onTeach={() => open(state.selected.code, 'teach')}>
        <Content state={state} show={show} open={open} opened={opened} reload={reload} />
      </HealthNote>
    </main>
  );
}
