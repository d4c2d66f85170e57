import './results.css';
import { dotLine, SERIES_MARKS } from '#rules/drawing/dot-line.ts';
import { formatBound, formatCount } from '#rules/format.ts';
import type { ProcedurePage as Page } from '#wire/procedure-page.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Chart } from '../../parts/chart.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { linkTo } from '../../place.ts';
import { language, text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { SnapshotLine } from '../snapshot-line.tsx';
import { AnswerTable } from './answer-table.tsx';

const SERIES = ['computed', 'self'] as const;

function IndexChart({ page: { procedure, rows, intervals } }: { page: Page }) {
  return (
    <Chart
      drawing={dotLine({
        id: `procedure-${procedure.procedure}`,
        title: text('byProcedure.chart'),
        head: text('unit.indicator'),
        value: text('results.total'),
        axis: { min: 0, max: 20, ticks: [0, 10, 20].map((at) => ({ at, label: formatBound(at, language()) })) },
        series: SERIES.map((series) => ({ label: text(`series.${series}`), ...SERIES_MARKS[series] })),
        rows: rows
          .filter(({ computed, self }) => computed !== null || self !== null)
          .map((row) => ({
            label: text('compare.index', { i: row.indicator }),
            figures: SERIES.map((series) => row[series]),
          })),
        notes: intervals === null ? [] : [text('unit.interval'), intervals],
        lang: language(),
      })}
    />
  );
}

function Answers({ answers, answersBecause }: Pick<Page, 'answers' | 'answersBecause'>) {
  return (
    <section aria-labelledby="phieu-thu-tuc">
      <h2 id="phieu-thu-tuc">{text('byProcedure.answers')}</h2>
      {answersBecause && (
        <p class="note" lang="vi">
          {answersBecause}
        </p>
      )}
      {answers.map(({ survey, question, text: asked, options }) => (
        <AnswerTable key={`${survey} ${question}`} asked={asked} options={options} />
      ))}
    </section>
  );
}

/** One procedure: by indicator, by unit, and how the province's people answered about it. */
export function ProcedurePage({ procedure }: { procedure: string }) {
  const { api } = useAdmin();
  const { period } = useDesk();
  const load = useLoad(period && `procedure ${period.period} ${procedure}`, (signal) =>
    api.procedurePage(period?.period ?? '', procedure, signal),
  );
  return (
    <>
      <p>
        <a href={linkTo(['thu-tuc', period?.period ?? ''])}>{text('byProcedure.back')}</a>
      </p>
      <h1 tabIndex={-1}>{load.value?.procedure.name ?? procedure}</h1>
      <Loaded of={load}>
        {(page) => (
          <>
            <p class="muted">
              {[procedure, ...(page.procedure.sector ? [page.procedure.sector] : [])].join(' · ')} ·{' '}
              {text('byProcedure.dossiers', { n: formatCount(page.procedure.dossiers, language()) })}
            </p>
            <p>{text('byProcedure.intro')}</p>
            <IndexChart page={page} />
            <SortableTable
              caption={text('byProcedure.units', { n: page.units.length })}
              rows={page.units}
              rowKey={({ unit }) => unit}
              columns={[
                {
                  key: 'unit',
                  label: text('results.unit'),
                  by: ({ name }) => name,
                  cell: ({ unit, name }) => <a href={linkTo(['ket-qua', page.period.period, unit])}>{name}</a>,
                },
                {
                  key: 'dossiers',
                  label: text('results.dossiers'),
                  number: true,
                  by: ({ dossiers }) => dossiers,
                  cell: ({ dossiers }) => formatCount(dossiers, language()),
                },
                ...SERIES.map((series) => ({
                  key: series,
                  label: text(`series.${series}`),
                  number: true,
                  by: (each: Page['units'][number]) => each[series].value,
                  cell: (each: Page['units'][number]) => <Figure of={each[series]} show="over" />,
                })),
              ]}
            />
            <Answers answers={page.answers} answersBecause={page.answersBecause} />
            <SnapshotLine snapshot={page.snapshot} period={page.period} />
          </>
        )}
      </Loaded>
    </>
  );
}
