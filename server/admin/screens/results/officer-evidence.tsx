import type { OfficerPage } from '#wire/officer-page.ts';
import { useAdmin } from '../../admin-context.ts';
import { SaveFiles } from '../../parts/save-files.tsx';
import { text } from '../../text.ts';

const SERIES = ['computed', 'self'] as const;

/** The files of one unit: the dossiers by their days, and each indicator's findings where there are any. */
function Files({ page, unit }: { page: OfficerPage; unit: string }) {
  const { api } = useAdmin();
  const { officer } = page;
  const { period } = page.period;
  const files = page.rows.flatMap((row) =>
    SERIES.flatMap((series) => (row[series] === null ? [] : [{ series, indicator: row.indicator }])),
  );
  return (
    <>
      <h4>{text('officer.evidence.time')}</h4>
      <SaveFiles address={(format) => api.evidenceAddress(period, format, { unit, officer })} />
      {files.length > 0 && <h4>{text('officer.evidence.findings')}</h4>}
      {files.map(({ series, indicator }) => (
        <SaveFiles
          key={`${series}${indicator}`}
          named={text('officer.evidence.file', { i: indicator, series: text(`series.${series}`) })}
          address={(format) =>
            api.findingsAddress(period, unit, format, { series, indicator: String(indicator), officer })
          }
        />
      ))}
    </>
  );
}

/** What stands behind an officer's result, by unit. Whoever reads one unit is offered that one alone: the server gives no other. */
export function OfficerEvidence({ page }: { page: OfficerPage }) {
  const { session } = useAdmin();
  const units = page.units.filter(({ unit }) => session.unit === null || unit === page.unit);
  if (units.length === 0) return null;
  return (
    <section aria-labelledby="ho-so-can-bo">
      <h2 id="ho-so-can-bo">{text('officer.evidence')}</h2>
      <p class="muted">{text('officer.evidence.note')}</p>
      {units.map(({ unit, name }) => (
        <div key={unit}>
          <h3>{name}</h3>
          <Files page={page} unit={unit} />
        </div>
      ))}
    </section>
  );
}
