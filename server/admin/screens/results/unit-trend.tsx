import './results.css';
import { SERIES_MARKS } from '#rules/drawing/dot-line.ts';
import { trendLine } from '#rules/drawing/trend-line.ts';
import { figureOf } from '#rules/figure-id.ts';
import { formatList } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { TrendPoint, UnitPage } from '#wire/unit-page.ts';
import { Chart } from '../../parts/chart.tsx';
import { goTo, type Place } from '../../place.ts';
import { language, text } from '../../text.ts';

const SERIES = ['citizen', 'computed', 'self'] as const;

/** «Kỳ trước → kỳ này» of the last two totals, or that there is one alone. */
function totalTitle(trend: readonly TrendPoint[]): string {
  const known = trend.filter(({ total }) => total.value !== null);
  const [before, now] = [known.at(-2), known.at(-1)];
  if (!before || !now) return text('trend.total.one');
  const values = {
    from: printFigure(before.total, 'value', language()),
    to: printFigure(now.total, 'value', language()),
  };
  const grew = (now.total.value ?? 0) - (before.total.value ?? 0);
  return text(grew > 0 ? 'trend.total.up' : grew < 0 ? 'trend.total.down' : 'trend.total.same', values);
}

interface UnitTrendProps extends Pick<UnitPage, 'trend' | 'apart' | 'rows'> {
  unit: string;
  place: Place;
}

/** The unit over its periods: the total, or one indicator in its series (`?chi-so=`); a tick where rules, readings or form changed. */
export function UnitTrend({ unit, trend, apart, rows, place }: UnitTrendProps) {
  const wanted = Number(place.query.get('chi-so') ?? 0);
  const row = rows.find(({ indicator }) => indicator === wanted);
  const point = ({ label, changed }: TrendPoint) => ({ label, changed });
  const missing = (id: string) => figureOf(id, 'tenths', null);
  const series = row
    ? SERIES.filter((name) => trend.some(({ rows: all }) => all.find((r) => r.indicator === wanted)?.[name])).map(
        (name) => ({
          label: text(`series.${name}`),
          look: SERIES_MARKS[name].look,
          points: trend.map((each) => ({
            ...point(each),
            figure:
              each.rows.find((r) => r.indicator === wanted)?.[name] ??
              missing(`unit/${unit}/${wanted}/${name}/${each.period}`),
          })),
        }),
      )
    : [
        {
          label: text('results.total'),
          look: 'se-computed' as const,
          points: trend.map((each) => ({ ...point(each), figure: each.total })),
        },
      ];
  const pooled = trend.filter((each) => each.pooled.length > 0);
  return (
    <section aria-labelledby="xu-huong" class="trend">
      <h2 id="xu-huong">{text('trend.title')}</h2>
      <div class="filters">
        <label>
          {text('trend.of')}
          <select
            value={row ? String(wanted) : ''}
            onChange={(event) => {
              const { 'chi-so': _, ...rest } = Object.fromEntries(place.query);
              const indicator = event.currentTarget.value;
              goTo(place.path, indicator === '' ? rest : { ...rest, 'chi-so': indicator });
            }}
          >
            <option value="">{text('results.total')}</option>
            {rows.map(({ indicator, label }) => (
              <option key={indicator} value={String(indicator)}>
                {indicator}. {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      {series.length > 0 && (
        <Chart
          drawing={trendLine({
            id: `unit-${unit}-trend`,
            title: row ? text('trend.index', { i: row.indicator, label: row.label }) : totalTitle(trend),
            head: text('results.period'),
            series,
            max: row ? 20 : Math.max(180, ...trend.map(({ total }) => total.of ?? 0)),
            lang: language(),
          })}
        />
      )}
      {pooled.map(({ period, label, pooled: units }) => (
        <p key={period} class="small muted">
          {text('trend.pooled', { period: label, units: formatList(units, language()) })}
        </p>
      ))}
      {apart.map((why) => (
        <p key={why} class="small muted" lang="vi">
          {why}
        </p>
      ))}
    </section>
  );
}
