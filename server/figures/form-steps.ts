import { figureOf, qualityId } from '#rules/figure-id.ts';
import { medianPace, PACES, type Pace } from '#rules/pace.ts';
import type { Figure } from '#rules/print-figure.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import { channel } from '#wire/response.ts';
import type { QualityStop, SurveyQuality } from '#wire/survey-quality.ts';
import type { StepCount } from '../store/survey-steps.ts';
import { type FormCell, formsBy } from './answered-forms.ts';
import { shareFigure } from './share-figure.ts';
import { SMALLEST_GROUP } from './suppress.ts';

type Quality = NonNullable<SurveyQuality['quality']>;

const FEW = 'Dưới 5 lượt, hoặc không có lượt nào.';

const sum = (counts: readonly StepCount[]) => counts.reduce((total, { n }) => total + n, 0);

/** Counts of units and steps of which there are at least 5, survey by survey. */
function told(counts: readonly StepCount[]): StepCount[] {
  const sizes = new Map<string, number>();
  const name = ({ unit, survey, step }: StepCount) => JSON.stringify([unit, survey, step]);
  for (const count of counts) sizes.set(name(count), (sizes.get(name(count)) ?? 0) + count.n);
  return counts.filter((count) => (sizes.get(name(count)) ?? 0) >= SMALLEST_GROUP);
}

function countFigure(id: string, n: number): Figure {
  return n >= SMALLEST_GROUP ? figureOf(id, 'count', n) : figureOf(id, 'count', null, { because: FEW });
}

/** What was asked, in words; the code itself where the survey is not known any more. */
function questionText(survey: string, question: string): string {
  const known = findSurvey(survey);
  return (known && wordsOf(known, 'vi')[question]) ?? question;
}

/** Where of `whole` forms those of one step stopped, most first; questions with fewer than 5 are not named. */
function stopsOf(scope: string, what: 'left' | 'fault', counts: readonly StepCount[], whole: number): QualityStop[] {
  const sums = new Map<string, { survey: string; question: string; n: number }>();
  for (const { survey, bucket: question, n } of counts) {
    const key = JSON.stringify([survey, question]);
    sums.set(key, { survey, question, n: n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.values()]
    .filter(({ question, n }) => question !== '*' && n >= SMALLEST_GROUP && n <= whole)
    .sort((a, b) => b.n - a.n || (a.question < b.question ? -1 : 1))
    .map(({ survey, question, n }) => ({
      ...{ survey, question, text: questionText(survey, question) },
      figure: shareFigure(qualityId(scope, `${what}-${survey}-${question}`), n, whole),
    }));
}

/** How forms fared on their way. @param invited links made. */
export function formSteps(
  scope: string,
  counts: readonly StepCount[],
  cells: readonly FormCell[],
  invited: number,
): Pick<Quality, 'invited' | 'funnel' | 'left' | 'faults' | 'pace'> {
  const kept = told(counts);
  const of = (step: StepCount['step']) => kept.filter((count) => count.step === step);
  const [opened, left, faults, sent] = [of('opened'), of('left'), of('fault'), of('sent')];
  const sentBy = formsBy(cells, (cell) => cell.channel);
  const all = cells.reduce((total, { n }) => total + n, 0);
  const funnel = channel.options.flatMap((each) => {
    const own = (counted: readonly StepCount[]) => sum(counted.filter((count) => count.channel === each));
    const [openings, stopped, arrived] = [own(opened), own(left), sentBy.get(each) ?? 0];
    if (openings + stopped + arrived === 0) return [];
    const id = (what: string) => qualityId(scope, `${what}-${each}`);
    return {
      channel: each,
      opened: countFigure(id('opened'), openings),
      started: countFigure(id('started'), arrived >= SMALLEST_GROUP ? stopped + arrived : 0),
      sent: countFigure(id('sent'), arrived),
    };
  });
  const paces = new Map<Pace, number>();
  for (const { bucket, n } of sent) {
    const pace = PACES.find((known) => known === bucket);
    if (pace) paces.set(pace, (paces.get(pace) ?? 0) + n);
  }
  const timed = [...paces.values()].reduce((total, n) => total + n, 0);
  const median = timed >= SMALLEST_GROUP ? medianPace(paces) : null;
  return {
    invited: countFigure(qualityId(scope, 'invited'), invited),
    funnel,
    left: stopsOf(scope, 'left', left, sum(left) + all),
    faults: stopsOf(scope, 'fault', faults, sum(faults)),
    pace: median && { ...median, n: timed },
  };
}
