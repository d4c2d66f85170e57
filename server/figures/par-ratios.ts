import { figureOf } from '#rules/figure-id.ts';
import { NotInForce } from '#rules/law.ts';
import { hasDistricts } from '#rules/par/dossier-in-year.ts';
import { RATIO_IDS, RATIO_LABELS, type RatioCount, type RatioId, ratioSentence } from '#rules/par/ratio.ts';
import { periodLabel, year as yearOf } from '#rules/period.ts';
import type { ParRatioView } from '#wire/par-criteria.ts';
import type { Db } from '../store/db.ts';
import { ratioCounts, type StoredRatioCount } from '../store/par-counts.ts';
import { citeView } from './cite-view.ts';
import { countedRatios } from './par-counted.ts';
import { ratioCite, ratioSupply } from './par-supply.ts';
import { shareFigure } from './share-figure.ts';

/** Ratios of a year as criteria are read from them, and as they are shown; those without a count are absent from the first. */
export interface ParRatios {
  readonly counts: Partial<Record<RatioId, RatioCount>>;
  readonly shown: readonly ParRatioView[];
  readonly periods: readonly string[];
}

const COUNTED_AS: Partial<Record<RatioId, string>> = {
  'petitions.onTime': 'phản ánh, kiến nghị',
  'procedures.published': 'thủ tục',
};

/** What is entered as a count: all of it is known. */
function enteredCount({ numerator, denominator }: StoredRatioCount): RatioCount | null {
  return numerator === null || denominator === null ? null : { numerator, denominator, unknown: 0, silentUnits: 0 };
}

/** A dossier that runs through two periods is counted once, where it ends. */
const ENDED: readonly RatioId[] = ['reappointed.again', 'supplement.again'];

function citeOf(id: RatioId, year: number): string | null {
  try {
    const cite = ratioCite(id, yearOf(year));
    return cite && citeView(cite);
  } catch (error) {
    if (!(error instanceof NotInForce)) throw error;
    return null;
  }
}

/** Every ratio of the PAR index: what the closed periods of `year` counted, else what somebody entered, else why there is none. */
export async function parRatios(db: Db, tenant: string, year: number): Promise<ParRatios> {
  const { counts: counted, periods, notKept } = await countedRatios(db, tenant, year);
  const entered = new Map((await ratioCounts(db, tenant, year)).map((each) => [each.ratio, each]));
  const labels = periods.map(({ period: id, kind, from, to }) => periodLabel({ id, kind, from, to }));
  const counts: { [id in RatioId]?: RatioCount } = {};
  const shown = RATIO_IDS.filter((id) => id !== 'onTime.district' || hasDistricts(yearOf(year))).map(
    (id): ParRatioView => {
      const here = counted[id];
      const own = entered.get(id);
      const given = own ? enteredCount(own) : null;
      const isCounted = here !== undefined && here.denominator > 0;
      const count = isCounted ? here : (given ?? here);
      if (count) counts[id] = count;
      const known = count !== undefined && count.denominator > 0;
      const ended = isCounted && ENDED.includes(id) ? ' Đếm hồ sơ kết thúc trong các kỳ này.' : '';
      const because = count
        ? ratioSentence(id, count, COUNTED_AS[id] ?? 'hồ sơ') + ended
        : `${RATIO_LABELS[id]}: chưa có số liệu.`;
      const figure = `par/${year}/ratio/${id}`;
      return {
        ...{ id, label: RATIO_LABELS[id], because, cite: citeOf(id, year) },
        share: known
          ? shareFigure(figure, count.numerator, count.denominator)
          : figureOf(figure, 'share', null, { because }),
        from: isCounted ? 'counted' : given ? 'entered' : null,
        supply: known ? null : ratioSupply(id, { labels, notKept, counted: here }),
        entered:
          own && given
            ? {
                ...{ numerator: given.numerator, denominator: given.denominator },
                ...{ source: own.source, actor: own.actor, at: own.at },
              }
            : null,
      };
    },
  );
  return { counts, shown, periods: labels };
}
