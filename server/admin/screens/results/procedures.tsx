import { formatCount, MISSING } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { ListedProcedure } from '#wire/procedure-page.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Figure } from '../../parts/figure.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { linkTo, type Place } from '../../place.ts';
import { language, text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { SnapshotLine } from '../snapshot-line.tsx';
import { ProcedurePage } from './procedure-page.tsx';

const nameOf = ({ procedure, name }: ListedProcedure) =>
  procedure === '' ? text('byProcedure.unnamed') : (name ?? procedure);

function ProcedureTable({ period, procedures }: { period: string; procedures: readonly ListedProcedure[] }) {
  return (
    <SortableTable
      caption={text('byProcedure.caption', { n: procedures.length })}
      rows={procedures}
      rowKey={({ procedure }) => procedure}
      columns={[
        {
          key: 'procedure',
          label: text('byProcedure.procedure'),
          by: nameOf,
          cell: (each) =>
            each.procedure === '' ? (
              nameOf(each)
            ) : (
              <>
                <a href={linkTo(['thu-tuc', period, each.procedure])}>{nameOf(each)}</a>
                {each.name && <span class="below code">{each.procedure}</span>}
              </>
            ),
        },
        {
          key: 'sector',
          label: text('results.sector'),
          by: ({ sector }) => sector,
          cell: ({ sector }) => sector ?? MISSING,
        },
        {
          key: 'dossiers',
          label: text('results.dossiers'),
          number: true,
          by: ({ dossiers }) => dossiers,
          cell: ({ dossiers }) => formatCount(dossiers, language()),
        },
        ...(['computed', 'self'] as const).map((series) => ({
          key: series,
          label: text(`series.${series}`),
          number: true,
          by: (each: ListedProcedure) => each[series].value,
          cell: (each: ListedProcedure) => (
            <>
              <Figure of={each[series]} show="over" />
              {each[series].low !== null && (
                <span class="below whole">{printFigure(each[series], 'interval', language())}</span>
              )}
            </>
          ),
        })),
      ]}
    />
  );
}

/** What systems and officers gave the dossiers of each procedure: `#/thu-tuc/<period>`, `…/<procedure>`. */
export function Procedures({ place }: { place: Place }) {
  const procedure = place.path[2];
  return procedure ? <ProcedurePage procedure={procedure} /> : <ProcedureListScreen />;
}

function ProcedureListScreen() {
  const { api } = useAdmin();
  const { period } = useDesk();
  const load = useLoad(period && `procedures ${period.period}`, (signal) =>
    api.procedureList(period?.period ?? '', signal),
  );
  return (
    <>
      <h1 tabIndex={-1}>{text('byProcedure.title')}</h1>
      <p class="muted">{text('byProcedure.intro')}</p>
      {!period && <p>{text('results.noPeriods')}</p>}
      {period && (
        <Loaded of={load}>
          {(page) => (
            <>
              {page.snapshot === null && <p class="note">{text('results.open')}</p>}
              {page.snapshot && page.procedures.length === 0 && <p class="note">{text('byProcedure.none')}</p>}
              {page.procedures.length > 0 && (
                <ProcedureTable period={page.period.period} procedures={page.procedures} />
              )}
              {page.intervals && (
                <p class="small muted">
                  {text('unit.interval')} <span lang="vi">{page.intervals}</span>
                </p>
              )}
              {page.snapshot && <SnapshotLine snapshot={page.snapshot} period={page.period} />}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
