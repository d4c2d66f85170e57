import { isIsoDate } from '#rules/calendar/date.ts';
import { parseConversion } from '#rules/par/conversion-text.ts';
import type { RatioId } from '#rules/par/ratio.ts';
import type { ParCriterionBody, ParCriterionView } from '#wire/par-criteria.ts';
import { type TextKey, text } from '../../text.ts';

/** A criterion as it is being typed. */
export interface TypedCriterion {
  readonly id: string;
  readonly name: string;
  readonly max: string;
  /** '' = nobody said yet · `declared` · the id of a ratio. */
  readonly way: string;
  readonly kind: 'steps' | 'linear';
  readonly bounds: string;
  readonly declared: string;
  readonly evidence: string;
  readonly act: string;
  readonly from: string;
}

export const NEW_CRITERION: TypedCriterion = {
  ...{ id: '', name: '', max: '', way: '', kind: 'steps', bounds: '' },
  ...{ declared: '', evidence: '', act: '', from: '' },
};

export function typedOf({ id, name, max, source, act, from }: ParCriterionView): TypedCriterion {
  const typed = { ...NEW_CRITERION, id, name, max, act: act ?? '', from: from ?? '' };
  if (source === null) return typed;
  if ('ratio' in source) return { ...typed, way: source.ratio, kind: source.kind, bounds: source.bounds };
  return { ...typed, way: 'declared', declared: source.declared, evidence: source.evidence };
}

const POINTS = /^\d{1,4}([.,]\d{1,2})?$/;
const fits = (value: string, max: number) => value.trim() !== '' && value.trim().length <= max;

/** What is wrong, by field. @param listed the year has a list, whose act stands where none is typed. */
export function wrongFields(
  typed: TypedCriterion,
  year: number,
  listed: boolean,
): Partial<Record<keyof TypedCriterion, string>> {
  const { id, name, max, way, kind, bounds, declared, evidence, act, from } = typed;
  const says = (wrong: boolean, key: TextKey) => (wrong ? text(key, { year }) : undefined);
  const isRatio = way !== '' && way !== 'declared';
  const found = {
    id: says(!fits(id, 40), 'par.edit.id.wrong'),
    name: says(!fits(name, 500), 'par.edit.name.wrong'),
    max: says(!POINTS.test(max.trim()) || !/[1-9]/.test(max), 'par.edit.max.wrong'),
    bounds: says(isRatio && parseConversion(kind, bounds) === null, 'par.edit.bounds.wrong'),
    declared: says(way === 'declared' && !POINTS.test(declared.trim()), 'par.points.wrong'),
    evidence: says(way === 'declared' && !fits(evidence, 300), 'par.evidence.wrong'),
    act: says(!listed && act.trim() === '', 'par.edit.act.wrong'),
    from: says(from !== '' && (!isIsoDate(from) || from > `${year}-12-31`), 'par.edit.from.wrong'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, wrong]) => wrong !== undefined));
}

const decimal = (hundredths: number) => String(hundredths / 100);

function sourceOf({ way, kind, bounds, declared, evidence }: TypedCriterion): ParCriterionBody['source'] {
  if (way === '') return null;
  if (way === 'declared') return { declared: declared.trim(), evidence: evidence.trim() };
  const conversion = parseConversion(kind, bounds);
  if (!conversion) return null;
  const ratio = way as RatioId;
  if (conversion.kind === 'steps') {
    const steps = conversion.steps.map(({ from, points }) => ({ from: decimal(from), points: decimal(points) }));
    return { ratio, conversion: { kind: 'steps', steps } };
  }
  const { below, from, to } = conversion;
  const bound = (at: typeof from) => ({ ratio: decimal(at.ratio), points: decimal(at.points) });
  return { ratio, conversion: { kind: 'linear', below: decimal(below), from: bound(from), to: bound(to) } };
}

/** What is sent of fields nothing is wrong with. */
export function bodyOf(typed: TypedCriterion, year: number): ParCriterionBody {
  const { id, name, max, act, from } = typed;
  return {
    ...{ year, id: id.trim(), name: name.trim(), max: max.trim(), source: sourceOf(typed) },
    ...{ act: act.trim() || null, from: from || null },
  };
}
