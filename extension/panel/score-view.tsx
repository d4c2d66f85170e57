import type { PanelWork, Seen } from '../features/feature.ts';
import { panelFeatures } from '../features/panel-features.ts';
import { runFeatures } from '../features/run-features.ts';
import type { Entries } from '../features/score-entries.ts';
import { texts } from '../language.ts';
import type { PanelState } from '../messages.ts';
import { askDo } from './ask.ts';
import { DossierHead } from './dossier-view.tsx';
import { ObjectionPart } from './objection-part.tsx';
import { StandingPart } from './standing-part.tsx';
import { useSeenSeconds } from './use-seen-seconds.ts';

const say = texts(
  { nobody: 'Chưa rõ ai đang chấm. Bấm Đổi người và nhập mã PIN.' },
  { nobody: 'It is not known who is scoring. Press Switch person and enter the PIN.' },
);

interface Props {
  readonly state: PanelState;
  readonly seen: Seen;
  readonly entries: Entries;
  /** Keeps what was typed; `null` = it was confirmed. */
  readonly onEntries: (entries: Entries | null) => void;
  readonly reload: () => Promise<void>;
}

/** The panels of the features for one dossier, and what the officer holds against a score of it (E5). */
export function ScoreView({ state, seen, entries, onEntries, reload }: Props) {
  const { code } = seen.reading;
  const seconds = useSeenSeconds(code);
  const work: PanelWork = {
    person: state.person?.label ?? null,
    record: state.scores.find((record) => record.code === code) ?? null,
    stopped: null,
    entries,
    onEntries,
    confirm: async (values) => {
      const problem = await askDo({ type: 'panel.score', code, values, seconds: seconds() });
      if (!problem) onEntries(null);
      await reload();
      return problem;
    },
  };
  return (
    <>
      <DossierHead seen={seen} />
      {!work.person && <p class="note">{say('nobody')}</p>}
      <StandingPart key={code} state={state} seen={seen} entries={entries}>
        {(stopped) => runFeatures(panelFeatures(), 'panel', (feature) => feature.panel?.(seen, { ...work, stopped }))}
      </StandingPart>
      {state.device && <ObjectionPart key={code} state={state} code={code} />}
    </>
  );
}
