import { Explanation } from '../features/explanation.tsx';
import type { Seen } from '../features/feature.ts';
import { FEATURES } from '../features/index.ts';
import { runFeatures } from '../features/run-features.ts';
import { StatusIcon } from '../ui/status-icon.tsx';

/** The dossier's head: code and where it stands. */
export function DossierHead({ seen }: { seen: Seen }) {
  const { reading } = seen;
  const [mark] = runFeatures(FEATURES, 'mark', (feature) => feature.mark?.(seen));
  return (
    <header class="dossier-head">
      <h2>{reading.code}</h2>
      {reading.procedureName && <p>{reading.procedureName}</p>}
      {mark && (
        <p class={`badge ${mark.status}`}>
          <StatusIcon status={mark.status} size={14} /> {mark.full}
        </p>
      )}
    </header>
  );
}

/** One dossier: dates, how its time was counted, and what is owed (E4). */
export function DossierView({ seen, onScore }: { seen: Seen; onScore: () => void }) {
  return (
    <>
      <DossierHead seen={seen} />
      <Explanation seen={seen} />
      {seen.reading.source === 'list' && <p class="meta">Mở chi tiết hồ sơ để đọc thêm ngày có kết quả, ngày trả.</p>}
      <button type="button" onClick={onScore}>
        Tự chấm
      </button>
    </>
  );
}
