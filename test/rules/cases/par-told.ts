import type { Acts } from '#rules/acts.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { IsoDate } from '#rules/law.ts';
import { countRatios } from '#rules/par/count-ratios.ts';
import { year } from '#rules/period.ts';
import { dossierOf } from '../dossier-of.ts';
import type { LawCase } from './case.ts';

export interface ParGiven {
  readonly dossier: Partial<Dossier>;
  readonly acts?: Acts;
  readonly choices?: Partial<Choices>;
  /** When the data were read; by default after the year. */
  readonly now?: string;
}

/** By ratio: in the numerator, in the rest of the denominator, or not known. A ratio the dossier is apart from is not named. */
export type ParTold = Readonly<Record<string, 'numerator' | 'rest' | 'unknown'>>;

const LEVELS = { 'so-mau': 'province', 'huyen-mau': 'district', 'xa-mau': 'commune' } as const;

/** Where one dossier is counted in the year of `on`. Procedure 1.000001 is toàn trình, 1.000002 is not, others are not known. */
export function parTold(
  { dossier, acts, choices, now = '2030-01-01T00:00' }: ParGiven,
  on: IsoDate,
): Record<string, string> {
  const view = {
    period: year(Number(on.slice(0, 4))),
    now,
    choices: { ...DEFAULT_CHOICES, ...choices },
    officeOf: () => DEFAULT_OFFICE,
    levelOf: (unit: string) => LEVELS[unit as keyof typeof LEVELS] ?? null,
    wholeOnline: (procedure: string) => ({ '1.000001': true, '1.000002': false })[procedure] ?? null,
  };
  const record = { dossier: dossierOf(dossier), ...(acts && { acts }) };
  return Object.fromEntries(
    countRatios([record], view, 1).flatMap(({ id, numerator, denominator, unknown }) => {
      if (numerator > 0) return [[id, 'numerator']];
      if (denominator > 0) return [[id, 'rest']];
      return unknown > 0 ? [[id, 'unknown']] : [];
    }),
  );
}

/** Received before the year so that only punctuality and the duties are told. */
export const carried = { unit: 'xa-mau', received: '2025-12-22T08:00', supplements: 0 } as const;
export const inTime = { ...carried, promised: '2026-01-12T17:00', ready: '2026-01-12T16:00', state: 'ready' } as const;
export const overdue = { ...inTime, ready: '2026-01-13T08:00' } as const;
/** What every dossier of the year without repeats has. */
export const CLEAN = { 'reappointed.again': 'rest', 'supplement.again': 'rest' } as const;
export const LATE_COMMUNE = { 'onTime.commune': 'rest', ...CLEAN } as const;
export const NO_LETTER_KNOWN = { 'apology.inTime': 'unknown', 'apology.sent': 'unknown' } as const;

type Row = LawCase<ParGiven, ParTold>;

/** Cases of 2026 under one article, unless one says otherwise. */
export function parRows(
  article: string,
  cases: readonly (Omit<Row, 'on' | 'article'> & Partial<Row>)[],
): readonly Row[] {
  return cases.map((each) => ({ on: '2026-12-31', article, ...each }));
}
