import { expect, test } from 'vitest';
import { codeOf, repositoryFiles, textOf } from './source-files.ts';

/** Where numbers of the law live, each dated and cited. */
const LAW =
  /^server\/rules\/(rulesets|surveys|calendar|duties)\/|^server\/rules\/(workflow|choices-of-\w+|par\/decisions)\.ts$/;

/** Places and sizes in px and thousandths of a width: a picture of figures, no rule. */
const DRAWING = /^server\/rules\/drawing\//;

/** What is taken as ordinary among offices: no law says it, and every flag carries that it is a reading (`CHECKS_CERTAINTY`). */
const CHECKS = /^server\/rules\/checks\//;

/** Counting from nothing, one, and the half of a whole. */
const PLAIN = new Set(['0', '1', '2']);

/** Numbers that are no rule, by what they are. */
const OTHER: readonly { readonly what: string; readonly in: Readonly<Record<string, string>> }[] = [
  {
    what: 'the indicators are called by number',
    in: {
      finding: '3 4 5 6 7 8 9',
      official: '3 4 5 6 7',
      attribution: '3 4 7',
      'score-tt01': '7',
      'score-dossier-tt01': '3 4 6 7',
      'score-unit-tt01': '5 6 8 9',
      'pooled-facts': '5 6 8 9',
    },
  },
  {
    what: 'percent, decimals and places in a text',
    in: {
      'clopper-pearson': '0.025 0.975 1000',
      denominators: '10 100',
      format: '3 10 11 16 60 100',
      integrity: '3 4 10 100',
      newcombe: '4',
      agreement: '1000',
      'procedure-mix': '1000',
      interval: '4 1000 1.959963984540054',
      'mean-interval': '4',
      'officer-bands': '10000',
      'print-figure': '10 30 1000',
      'par/conversion-text': '100',
      'par/criteria-faults': '10000',
      'punctuality-mark': '11 16',
      'qd766/convert': '100',
      'nd118/score': '1000',
      'score-unit-tt01': '100',
    },
  },
  { what: 'the year, its quarters and the minutes of a day', in: { period: '3 4 5 7 1900 9999', 'qd766/end': '1440' } },
  {
    what: 'how codes are written',
    in: { base32: '5 8 32', 'client-id': '10 50', 'date-checks/dossier-code': '4' },
  },
  {
    what: 'answers of a server and waits in ms',
    in: { outbox: '0.5 200 300 401 408 425 429 500 503 1000 2000 30000 300000 3600000' },
  },
  { what: 'how long a form may have been open, in seconds', in: { pace: '86400' } },
  {
    what: 'how large a file that came from outside may be, and how many of its faults are named',
    in: {
      'packs/field-reader': '20 40',
      'packs/host-pack': '8 20 80 99 100 200 1000000',
      'packs/pack-bundle': '50 200 400 262144 1000000000',
    },
  },
  {
    what: 'which part of a column or of a fingerprint is enough',
    in: { 'packs/personal-column': '4', 'packs/signed-file': '15' },
  },
  { what: 'how many examples are shown', in: { 'choice-effect': '20' } },
  { what: 'how often a text is looked through', in: { 'personal-data': '3' } },
  {
    what: 'how many dossiers are drawn for review or are enough to compare, own reading',
    in: { 'sample/sizes': '5 50', 'sample/frame': '5', 'procedure-mix': '5', agreement: '30 950' },
  },
  {
    what: 'terms no text sets, and calendar days in place of working days past the calendar',
    in: { 'flag-days': '5', 'objection-days': '5', 'reply-deadline': '15 1.5' },
  },
];

function isOther(file: string, number: string): boolean {
  const name = file.slice('server/rules/'.length, -'.ts'.length);
  return OTHER.some((row) => row.in[name]?.split(' ').includes(number));
}

/** Numbers in the code of a file; those inside texts and names are no rule. */
function numbersOf(file: string): string[] {
  const code = codeOf(textOf(file)).replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
  const outside = code.replace(/`(?:[^`\\]|\\.)*`/g, (text) => (text.match(/\$\{[^}]*\}/g) ?? []).join(' '));
  const plain = outside.replace(/\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*/g, '');
  return (plain.match(/(?<![\w$.])\d[\d_]*(?:\.\d+)?(?!\w)/g) ?? []).map((each) => each.replaceAll('_', ''));
}

test('no number of the law stands outside the dated and cited data', () => {
  const faults = repositoryFiles()
    .filter(
      (file) => /^server\/rules\/.*\.ts$/.test(file) && !LAW.test(file) && !DRAWING.test(file) && !CHECKS.test(file),
    )
    .flatMap((file) =>
      numbersOf(file)
        .filter((each) => !PLAIN.has(each) && !isOther(file, each))
        .map((each) => `${file}: ${each}`),
    );
  expect(
    faults,
    'Move it to rulesets/, workflow.ts, surveys/ or calendar/ with its citation, or say here why it is none.',
  ).toEqual([]);
});

test('what is named here as no rule is still there', () => {
  const gone = OTHER.flatMap((row) =>
    Object.entries(row.in).flatMap(([name, numbers]) => {
      const there = numbersOf(`server/rules/${name}.ts`);
      return numbers
        .split(' ')
        .filter((each) => !there.includes(each))
        .map((each) => `${name}.ts: ${each}`);
    }),
  );
  expect(gone).toEqual([]);
});
