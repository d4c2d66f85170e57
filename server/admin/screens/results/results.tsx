import type { Place } from '../../place.ts';
import { OfficerPage } from './officer-page.tsx';
import { RankingScreen } from './ranking-screen.tsx';
import { UnitPage } from './unit-page.tsx';

/** `#/ket-qua/<period>` the ranking, `…/<unit>` one unit, `…/<unit>/<officer>` one officer. */
export function Results({ place }: { place: Place }) {
  const [, , unit, officer] = place.path;
  if (unit && officer) return <OfficerPage officer={officer} unit={unit} />;
  if (unit) return <UnitPage unit={unit} place={place} />;
  return <RankingScreen place={place} />;
}
