import { KAPPA_NOTE } from '#rules/agreement.ts';
import type { Stratum } from '#rules/sample/strata.ts';
import type { PublishedSample, SamplesView } from '#wire/sample.ts';
import { givenToDossiers } from '../store/appraisals.ts';
import type { Db } from '../store/db.ts';
import { partsOf, type StoredPeriod } from '../store/periods.ts';
import { type SampledDossier, type StoredSample, sampledDossiers, samplesOf } from '../store/samples.ts';
import { unitsOf } from '../store/units.ts';
import { agreementRows } from './agreement-rows.ts';

/** What may be told of a list to anybody. */
export const publishedOf = (sample: StoredSample): PublishedSample => ({
  number: sample.number,
  source: sample.source,
  frameHash: sample.frameHash,
  seed: sample.seed,
  listHash: sample.listHash,
  size: sample.size,
  whole: sample.whole,
  at: sample.at,
});

const done = (dossiers: readonly SampledDossier[]) => dossiers.filter(({ appraised }) => appraised).length;

function strataOf(dossiers: readonly SampledDossier[]): SamplesView['strata'] {
  return [...new Set(dossiers.map(({ stratum }) => stratum))].sort().map((stratum: Stratum) => {
    const own = dossiers.filter((each) => each.stratum === stratum);
    return { stratum, size: own.length, done: done(own) };
  });
}

/** The list of one unit: in the order drawn, or, for whoever gives points, by code and without what the stratum tells of the others'. */
function listOf(dossiers: readonly SampledDossier[], gives: boolean): SamplesView['dossiers'] {
  const rows = dossiers.map(({ code, stratum, place, appraised }) =>
    gives && !appraised
      ? { code, stratum: null, place: null, done: appraised }
      : { code, stratum, place, done: appraised },
  );
  return gives ? rows.sort((a, b) => (a.code < b.code ? -1 : 1)) : rows;
}

/**
 * The list drawn of a period: by unit and stratum, how many were given points, and how far the sides agree on them.
 * @param own the reader's unit with those below it; `null` = the whole province. @param unit one of them, whose dossiers are named.
 * @param gives whether the reader is one of those who give points.
 */
export async function samplesView(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  own: string | null,
  unit: string | null,
  gives = false,
): Promise<SamplesView> {
  const [newest, ...earlier] = await samplesOf(db, tenant, period.period);
  const names = new Map((await unitsOf(db, tenant, own)).map((each) => [each.unit, each.name]));
  const all = newest ? await sampledDossiers(db, tenant, period.period, newest.sample) : [];
  const seen = all.filter((each) => names.has(each.unit));
  const chosen = unit === null ? seen : seen.filter((each) => each.unit === unit);
  const codes = new Set(chosen.map(({ unit: of, code }) => `${of}|${code}`));
  const given = (newest ? await givenToDossiers(db, tenant, period.period) : []).filter(({ unit: of, dossier }) =>
    codes.has(`${of}|${dossier}`),
  );
  const { snapshot, state } = period;
  const givable = state === 'open' || state === 'closed';
  return {
    period: period.period,
    drawable: period.state === 'closed' && snapshot !== null && partsOf(period).length === 0,
    givable,
    sample: newest
      ? { ...publishedOf(newest), sample: newest.sample, snapshot: newest.snapshot, by: newest.actor, done: done(seen) }
      : null,
    earlier: earlier.map(({ sample, number, at, size }) => ({ sample, number, at, size })),
    units: [...new Set(seen.map((each) => each.unit))].map((code) => {
      const of = seen.filter((each) => each.unit === code);
      return { unit: code, name: names.get(code) ?? code, size: of.length, done: done(of) };
    }),
    unit,
    strata: strataOf(chosen),
    dossiers: unit === null ? [] : listOf(chosen, gives && givable),
    agreement: snapshot ? await agreementRows(db, tenant, snapshot, given, unit ?? own ?? 'all') : [],
    changed: given.filter(({ first, last }) => last !== first).length,
    kappaNote: KAPPA_NOTE,
  };
}
