import { useState } from 'preact/hooks';
import { formatDate, formatList } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { UnitPage as Page } from '#wire/unit-page.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { linkTo, type Place } from '../../place.ts';
import { language, text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { RulesetNote } from '../ruleset-note.tsx';
import { SnapshotLine } from '../snapshot-line.tsx';
import { Findings, type FindingsOf } from './findings.tsx';
import { FlagSection } from './flag-section.tsx';
import { IndexTable } from './index-table.tsx';
import { UnitCharts } from './unit-charts.tsx';
import { UnitChoices } from './unit-choices.tsx';
import { UnitEvidence } from './unit-evidence.tsx';
import { UnitMix } from './unit-mix.tsx';
import { UnitOfficers } from './unit-officers.tsx';
import { UnitTrend } from './unit-trend.tsx';

function Continued({ continued }: Pick<Page, 'continued'>) {
  if (continued === null) return null;
  const heirs = continued.successors.map(({ name, share }) =>
    share === null ? name : `${name} (${String(share).replace('.', ',')} %)`,
  );
  const values = { to: formatDate(continued.to), heirs: formatList(heirs, language()) };
  return <p class="note">{text('result.continued', values)}</p>;
}

/** Total with interval, grade, rank and tier: the unit in one line. */
function Verdict({ unit }: { unit: NonNullable<Page['unit']> }) {
  const { total, gradeLabel, satisfactionLabel, rank, tied, tier } = unit;
  return (
    <>
      <p class="verdict">
        {total.value !== null && <strong data-figure={total.id}>{printFigure(total, 'over', language())}</strong>}
        {gradeLabel && <strong lang="vi">{gradeLabel}</strong>}
        {satisfactionLabel && <strong lang="vi">{satisfactionLabel}</strong>}
      </p>
      <p class="muted">
        {[
          ...(total.low === null ? [] : [text('unit.range', { interval: printFigure(total, 'interval', language()) })]),
          ...(rank === null ? [] : [text(tied ? 'unit.rank.tied' : 'unit.rank', { rank })]),
          ...(tier === null ? [] : [text('unit.tier', { tier })]),
        ].join(' · ')}
      </p>
    </>
  );
}

/** One unit: the way to its grade, nine indicators in three series, earlier periods, and what stands behind each number. */
export function UnitPage({ unit: code, place }: { unit: string; place: Place }) {
  const { api } = useAdmin();
  const { period } = useDesk();
  const [open, setOpen] = useState<FindingsOf | null>(null);
  const load = useLoad(period && `unit ${period.period} ${code}`, (signal) =>
    api.unitPage(period?.period ?? '', code, signal),
  );
  const id = period?.period ?? '';
  return (
    <>
      <p>
        <a href={linkTo(['ket-qua', id])}>{text('unit.back')}</a>
      </p>
      <h1 tabIndex={-1}>{load.value?.name ?? code}</h1>
      <Loaded of={load}>
        {(page) => (
          <>
            <Continued continued={page.continued} />
            {page.snapshot === null && <p class="note">{text('results.open')}</p>}
            {page.snapshot !== null && page.unit === null && <p class="note">{text('unit.unknown', { unit: code })}</p>}
            {page.unit && (
              <>
                <Verdict unit={page.unit} />
                <section aria-labelledby="cach-tinh">
                  <h2 id="cach-tinh">{text('unit.way')}</h2>
                  <p lang="vi">
                    {page.unit.because} ({page.cite})
                  </p>
                  {page.unit.missing.length > 0 && (
                    <p class="note">{text('unit.missing', { missing: page.unit.missing.join(', ') })}</p>
                  )}
                  <RulesetNote period={page.period} />
                </section>
                <section aria-labelledby="chin-chi-so">
                  <h2 id="chin-chi-so">{text('unit.indicators')}</h2>
                  <p class="muted">{text('unit.press')}</p>
                  <IndexTable rows={page.rows} flags={page.flags} period={id} onOpen={setOpen} />
                  <UnitCharts unit={code} rows={page.rows} intervals={page.intervals} />
                  {page.intervals === null && <p class="small muted">{text('results.noIntervals')}</p>}
                  {page.snapshot && <SnapshotLine snapshot={page.snapshot} period={page.period} />}
                </section>
              </>
            )}
            <FlagSection period={id} unit={code} unitName={page.name} flags={page.flags} />
            {page.mix.length > 0 && <UnitMix mix={page.mix} />}
            {page.trend.length > 0 && (
              <UnitTrend unit={code} trend={page.trend} apart={page.apart} rows={page.rows} place={place} />
            )}
            <UnitEvidence n={page.n} punctuality={page.punctuality} satisfactionShare={page.satisfactionShare} />
            <UnitOfficers period={id} unit={code} officers={page.officers} bands={page.bands} />
            <UnitChoices choices={page.choices} />
            {open && <Findings period={id} unit={code} of={open} onClose={() => setOpen(null)} />}
          </>
        )}
      </Loaded>
    </>
  );
}
