import type { PanelWork, Seen } from '../features/feature.ts';
import { FEATURES } from '../features/index.ts';
import { runFeatures } from '../features/run-features.ts';
import type { PanelState } from '../messages.ts';
import { askDo } from './ask.ts';
import { DossierHead } from './dossier-view.tsx';

/** The panels of the features for one dossier; today that is the self-score (E5). */
export function ScoreView({ state, seen, reload }: { state: PanelState; seen: Seen; reload: () => Promise<void> }) {
  const { code } = seen.reading;
  const work: PanelWork = {
    person: state.person?.label ?? null,
    record: state.scores.find((record) => record.code === code) ?? null,
    confirm: async (values) => {
      const problem = await askDo({ type: 'panel.score', code, values });
      await reload();
      return problem;
    },
  };
  return (
    <>
      <DossierHead seen={seen} />
      {!work.person && <p class="note">Chưa rõ ai đang chấm. Bấm Đổi người và nhập mã PIN.</p>}
      {runFeatures(FEATURES, 'panel', (feature) => feature.panel?.(seen, work))}
    </>
  );
}
