import { endOf } from '#rules/dossier.ts';
import { Explanation } from '../features/explanation.tsx';
import type { Seen } from '../features/feature.ts';
import { FEATURES } from '../features/index.ts';
import { runFeatures } from '../features/run-features.ts';
import { texts } from '../language.ts';
import type { PanelState } from '../messages.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { say as sayCitizen } from './citizen-words.ts';
import { KioskPart } from './kiosk-part.tsx';
import { SurveyLinkPart } from './survey-link-part.tsx';
import { UnitFiguresPart } from './unit-figures-part.tsx';
import { useOwner } from './use-owner.ts';

const say = texts(
  {
    detail: 'Mở chi tiết hồ sơ để đọc thêm từng bước, ngày có kết quả, ngày trả.',
    score: 'Tự chấm',
  },
  {
    detail: 'Open the dossier’s details to read its steps, the day of the result and the day of return.',
    score: 'Self-score',
  },
);

/** The dossier's head: code and where it stands. */
export function DossierHead({ seen }: { seen: Seen }) {
  const { reading } = seen;
  const [mark] = runFeatures(FEATURES, 'mark', (feature) => feature.mark?.(seen));
  return (
    <header class="dossier-head">
      <h2>{reading.code}</h2>
      {reading.procedureName && <p lang="vi">{reading.procedureName}</p>}
      {mark && (
        <p class={`badge ${mark.status}`}>
          <StatusIcon status={mark.status} size={14} /> {mark.full}
        </p>
      )}
    </header>
  );
}

interface Props {
  readonly state: PanelState;
  readonly seen: Seen;
  readonly onScore: () => void;
}

/** What citizens said of the unit, and the ways to ask the citizen of this dossier. */
function CitizenPart({ state, seen: { reading, dossier } }: Pick<Props, 'state' | 'seen'>) {
  const { device, now } = state;
  // A link and a hand-over are on record in the name of who made them.
  const owner = useOwner(state);
  if (!device) return null;
  const { code } = reading;
  const stage = dossier && endOf(dossier) ? 'returned' : 'submitted';
  return (
    <section class="part" aria-label={sayCitizen('title')}>
      <h3>{sayCitizen('title')}</h3>
      <UnitFiguresPart unit={device.unitName} at={now.slice(0, 15)} />
      <SurveyLinkPart key={`${code} ${owner}`} code={code} stage={stage} />
      <KioskPart key={owner} code={code} stage={stage} />
    </section>
  );
}

/** One dossier: dates, how its time was counted, what is owed, and its citizen (E4). */
export function DossierView({ state, seen, onScore }: Props) {
  const links = runFeatures(FEATURES, 'link', (feature) => feature.link?.(seen));
  return (
    <>
      <DossierHead seen={seen} />
      <Explanation seen={seen} />
      {seen.reading.source === 'list' && <p class="meta">{say('detail')}</p>}
      <p class="choices">
        <button type="button" onClick={onScore}>
          {say('score')}
        </button>
        {links.map(({ href, label }) => (
          <a key={href} class="button" href={href} target="_blank" rel="noreferrer">
            {label}
          </a>
        ))}
      </p>
      <CitizenPart state={state} seen={seen} />
    </>
  );
}
