import { formatCount } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { OfficerPage as Page } from '#wire/officer-page.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Figure } from '../../parts/figure.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { linkTo } from '../../place.ts';
import { language, text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { RulesetNote } from '../ruleset-note.tsx';
import { SnapshotLine } from '../snapshot-line.tsx';
import { FlagSection } from './flag-section.tsx';
import { OfficerEvidence } from './officer-evidence.tsx';
import { SeriesHeads } from './series-heads.tsx';

const SERIES = ['citizen', 'computed', 'self', 'official'] as const;

function IndexCell({ of, none }: { of: Page['rows'][number]['official']; none: string }) {
  if (of === null) return <span class="muted">{none}</span>;
  return (
    <>
      <Figure of={of} />
      {of.low !== null && <span class="below whole">{printFigure(of, 'interval', language())}</span>}
      {of.value !== null && (
        <span class="small muted">
          {printFigure(of, 'n', language())}
          {of.few && ` · ${text('results.few')}`}
        </span>
      )}
    </>
  );
}

function OfficerTable({ rows }: Pick<Page, 'rows'>) {
  return (
    <table class="cards indicators">
      <caption class="unseen">{text('officer.indicators')}</caption>
      <SeriesHeads series={SERIES} />
      <tbody>
        {rows
          .filter((row) => SERIES.some((series) => row[series] !== null))
          .map((row) => (
            <tr key={row.indicator}>
              <th scope="row">
                {row.indicator}. <span lang="vi">{row.label}</span>
              </th>
              {SERIES.map((series) => (
                <td key={series} class="number" data-label={text(`series.${series}`)}>
                  <div>
                    <IndexCell
                      of={row[series]}
                      none={text(series === 'official' ? 'officer.notHis' : 'officer.nothing')}
                    />
                  </div>
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** One officer in one period. Personal level: each look at it is on record, and the page says so. */
export function OfficerPage({ unit, officer }: { unit: string; officer: string }) {
  const { api } = useAdmin();
  const { period } = useDesk();
  const load = useLoad(period && `officer ${period.period} ${officer}`, (signal) =>
    api.officerPage(period?.period ?? '', officer, signal),
  );
  return (
    <>
      <p>
        <a href={linkTo(['ket-qua', period?.period ?? '', unit])}>{text('officer.back')}</a>
      </p>
      <h1 tabIndex={-1}>{text('officer.title', { officer })}</h1>
      <p class="muted">{text('officer.logged')}</p>
      <Loaded of={load}>
        {(page) => (
          <>
            <p>{[page.label ?? page.officer, page.unitName].join(' · ')}</p>
            <p class="verdict">
              {page.total.value !== null && (
                <strong data-figure={page.total.id}>{printFigure(page.total, 'over', language())}</strong>
              )}
              {page.completionLabel && <strong lang="vi">{page.completionLabel}</strong>}
            </p>
            {page.total.low !== null && (
              <p class="muted">{text('unit.range', { interval: printFigure(page.total, 'interval', language()) })}</p>
            )}
            <section aria-labelledby="cach-tinh">
              <h2 id="cach-tinh">{text('unit.way')}</h2>
              <p lang="vi">
                {page.because} ({page.cite})
              </p>
              <RulesetNote period={page.period} />
            </section>
            <section aria-labelledby="chi-so-can-bo">
              <h2 id="chi-so-can-bo">{text('officer.indicators')}</h2>
              {page.rows.length > 0 ? <OfficerTable rows={page.rows} /> : <p class="note">{text('officer.noSums')}</p>}
              {page.intervals && (
                <p class="small muted">
                  {text('unit.interval')} <span lang="vi">{page.intervals}</span>
                </p>
              )}
              <SnapshotLine snapshot={page.snapshot} period={page.period} />
            </section>
            {page.units.length > 0 && (
              <section aria-labelledby="noi-lam">
                <h2 id="noi-lam">{text('officer.units')}</h2>
                <ul>
                  {page.units.map((at) => (
                    <li key={at.unit}>
                      {text('officer.unit', { unit: at.name, n: formatCount(at.dossiers, language()) })}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <FlagSection period={page.period.period} flags={page.flags} />
            <OfficerEvidence page={page} />
          </>
        )}
      </Loaded>
    </>
  );
}
