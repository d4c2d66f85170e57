import { useState } from 'preact/hooks';
import { formatCount, formatTenths } from '#rules/format.ts';
import type { Results } from '#wire/results.ts';
import { Loaded } from '../parts/loaded.tsx';
import { linkTo } from '../place.ts';
import { text } from '../text.ts';
import type { Load } from '../use-load.ts';
import { ContinuedBy } from './continued-by.tsx';
import { Findings, type FindingsOf } from './findings.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { RulesetNote } from './ruleset-note.tsx';
import { SnapshotLine } from './snapshot-line.tsx';
import { UnitChoices } from './unit-choices.tsx';
import { UnitEvidence } from './unit-evidence.tsx';
import { UnitOfficers } from './unit-officers.tsx';

/** One unit: the way to its grade, nine indicators in three series, and what stands behind each number. */
export function UnitResult({ period, unit: code, load }: { period: string; unit: string; load: Load<Results> }) {
  const [open, setOpen] = useState<FindingsOf | null>(null);
  const unit = load.value?.units.find((u) => u.unit === code);
  return (
    <>
      <p>
        <a href={linkTo(['ket-qua', period])}>{text('unit.back')}</a>
      </p>
      <h1 tabIndex={-1}>{unit?.name ?? code}</h1>
      <ContinuedBy unit={code} />
      <Loaded of={load}>
        {({ choices, officers, snapshot, period: about }) =>
          unit === undefined ? (
            <p class="note">{text('unit.unknown', { unit: code })}</p>
          ) : (
            <>
              <p class="verdict">
                {unit.total !== null && (
                  <strong>
                    {formatTenths(unit.total)}/{formatCount(unit.max / 10)}
                  </strong>
                )}
                {unit.gradeLabel && <strong>{unit.gradeLabel}</strong>}
                {unit.satisfactionLabel && <strong>{unit.satisfactionLabel}</strong>}
              </p>
              <section aria-labelledby="cach-tinh">
                <h2 id="cach-tinh">{text('unit.way')}</h2>
                <p>
                  {unit.because} ({unit.cite})
                </p>
                {unit.missing.length > 0 && (
                  <p class="note">{text('unit.missing', { missing: unit.missing.join(', ') })}</p>
                )}
                <RulesetNote period={about} />
              </section>
              <section aria-labelledby="chin-chi-so">
                <h2 id="chin-chi-so">{text('unit.indicators')}</h2>
                <p class="muted">{text('unit.press')}</p>
                <IndicatorTable rows={unit.rows} onOpen={setOpen} />
                {snapshot && <SnapshotLine snapshot={snapshot} period={about} />}
              </section>
              <UnitEvidence unit={unit} />
              <UnitOfficers officers={officers.filter((officer) => officer.unit === code)} />
              <UnitChoices choices={choices} />
              {open && <Findings period={period} unit={code} of={open} onClose={() => setOpen(null)} />}
            </>
          )
        }
      </Loaded>
    </>
  );
}
