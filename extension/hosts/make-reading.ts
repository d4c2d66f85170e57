import { asLocalTime, type DateOrder, readDate } from '#rules/calendar/printed-date.ts';
import type { Office } from '#rules/calendar/working-time.ts';
import type { DossierState } from '#rules/dossier.ts';
import { labelKey, type Meaning } from '#rules/labels.ts';
import { knownWords, stateOf, stateOfRemaining } from '#rules/state-words.ts';
import { filingOf } from './filing.ts';
import type { DatedField, DossierReading, SiteWords } from './host.ts';
import { onceEach } from './once-each.ts';
import { readProcedureCode } from './read-code.ts';
import { withoutPerson } from './without-person.ts';

const ENDED: ReadonlySet<DossierState> = new Set(['ready', 'returned', 'refused', 'stopped', 'withdrawn']);

const MOST_KNOWN = 500;
const dateOf = {
  dmy: onceEach(MOST_KNOWN, (text) => readDate(text, 'dmy')),
  mdy: onceEach(MOST_KNOWN, (text) => readDate(text, 'mdy')),
};
const commonState = onceEach(MOST_KNOWN, stateOf);
const wordsOf = onceEach(MOST_KNOWN, knownWords);

/** Texts by meaning as a list row or a detail page prints them, and the date order of each column. */
export interface Printed {
  readonly code: string;
  readonly text: (meaning: Meaning) => string | null;
  readonly order: (meaning: Meaning) => DateOrder;
  readonly source: DossierReading['source'];
  /** Words of this site for a state, keyed as `labelKey` writes them; they stand above the common ones. */
  readonly states?: SiteWords['states'];
}

/**
 * Turns printed texts into a reading. A text that is not exactly one date is no date. An end date beside a dossier still in
 * process is a plan or a leftover, and is dropped.
 */
export function makeReading({ code, text, order, source, states }: Printed, office: Office): DossierReading {
  const dateOnly: DatedField[] = [];
  const moment = (field: DatedField, edge: 'opening' | 'closing' = 'closing') => {
    const printed = dateOf[order(field)](text(field) ?? '');
    if (printed?.time === null) dateOnly.push(field);
    return printed && asLocalTime(printed, edge, office);
  };
  const received = moment('received', 'opening');
  const promised = moment('promised');
  const reappointed = moment('reappointed');
  const status = text('status');
  const verdict = text('remaining');
  const ready = moment('ready');
  const returned = moment('returned');
  const said =
    (status && (states?.[labelKey(status)] ?? states?.[labelKey(wordsOf(status))] ?? commonState(status))) ||
    (verdict && !status ? stateOfRemaining(verdict) : null);
  const state = said ?? (returned ? 'returned' : ready ? 'ready' : null);
  const ended = state !== null && ENDED.has(state);
  const procedureName = text('procedure');
  return {
    code,
    procedureName: withoutPerson(procedureName),
    procedure: procedureName && readProcedureCode(procedureName),
    state,
    status: withoutPerson(status && wordsOf(status)),
    received,
    promised,
    reappointed: reappointed && promised && reappointed > promised ? reappointed : null,
    ready: ended ? ready : null,
    returned: ended ? returned : null,
    dateOnly,
    hostVerdict: withoutPerson(verdict),
    supplements: null,
    steps: null,
    ...filingOf(text, order),
    source,
  };
}
