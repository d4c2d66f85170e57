import { qualityId } from '#rules/figure-id.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { misreadingNotes, NO_MISREADING } from '#rules/misreading.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import type { QualityMisread } from '#wire/survey-quality.ts';
import type { MisreadingRow } from '../store/snapshot-misreadings.ts';
import { citeView } from './cite-view.ts';
import { shareFigure } from './share-figure.ts';

const isIndicator = (id: number): id is IndicatorId => INDICATOR_IDS.some((known) => known === id);

/** What answers said against the records, a line for each wording; old forms, of which a misreading is known, first. */
export function misreadLines(rows: readonly MisreadingRow[]): QualityMisread[] {
  return rows
    .flatMap(({ survey: id, version, kind, indicator, k, n }): QualityMisread[] => {
      const survey = findSurvey(id, version);
      if (!survey) return [];
      const count =
        kind === 'misread' && isIndicator(indicator)
          ? { ...NO_MISREADING, suspectedMisreading: { [indicator]: { k, n } } }
          : { ...NO_MISREADING, unrecordedSupplement: { k, n } };
      return misreadingNotes(count, survey.misread?.cite ?? survey.cite).map((note) => ({
        ...{ survey: id, version, indicator: note.indicator, because: note.because, cite: citeView(note.cite) },
        figure: shareFigure(qualityId('all', `misread-${id}-${version}-${kind}-${indicator}`), k, n),
      }));
    })
    .sort((a, b) => Number(a.indicator === null) - Number(b.indicator === null));
}
