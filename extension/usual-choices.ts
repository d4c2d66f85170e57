import type { Choices } from '#rules/choices.ts';

/**
 * The default choices of the rules as plain data: with their labels and reasons they would weigh as much as the rest of the rules in
 * the script that runs in a host's page. A test holds them to the rules.
 */
export const USUAL_CHOICES: Choices = {
  'index1.source': 'survey',
  'index1.onSpot': 'missing',
  'index1.unfinishedOverdue': 'zeroOnce',
  'index2.citizen': 'leaveOut',
  'index2.agencies': 'own',
  'index3.fault': 'drop',
  'index4.reading': 'circular',
  'index4.contacts': 'survey',
  'index4.oneOther': 'zero',
  'index4.exclude': 'services',
  'index6.source': 'unit',
  'index7.scale': 'law',
  'index7.lateNoPetition': 'zero',
  'index9.gap': 'one',
  'index9.levels': 'wholeAndPart',
  compareWith: 'promised',
  granularity: 'day',
  clockAfterSupplement: 'restart',
  'period.membership': 'ended',
  'citizen.evidence': 'verified',
  denominator: 'withValue',
  rounding: 'halfUp',
  total: 'sumOfRounded',
  'year.pool': 'dossiers',
  'officer.attribution': 'byStep',
  'officer.total': 'own',
  appraised: 'declaredOnly',
  gradeAsIs: 'no',
  notEvaluated: 'noGrade',
  'satisfaction.label': 'none',
  'ruleset.straddle': 'ask',
};
