import type { Place } from '../../place.ts';
import { SecondLooks } from './second-looks.tsx';
import { SurveyQuality } from './survey-quality.tsx';

/** Survey quality `#/chat-luong`, and confirmations that were very fast `#/chat-luong/xac-nhan-nhanh`. */
export function Quality({ place }: { place: Place }) {
  return place.path[1] === 'xac-nhan-nhanh' ? <SecondLooks place={place} /> : <SurveyQuality place={place} />;
}
