import { formatDateTime } from '#rules/format.ts';
import type { TimedDossier, Timeliness } from '#wire/timeliness.ts';
import { useAdmin } from '../../admin-context.ts';
import { Paged } from '../../parts/paged.tsx';
import { SaveFiles } from '../../parts/save-files.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { text } from '../../text.ts';
import { usePages } from '../../use-pages.ts';

const PARTS = ['overdue', 'unknown', 'onTime', 'early'] as const;

function Rows({ period, query }: { period: string; query: Readonly<Record<string, string>> }) {
  const { api } = useAdmin();
  const pages = usePages(`${period} ${JSON.stringify(query)}`, async (after) => {
    const got = await api.timedDossiers(period, { ...query, ...(after && { after }) });
    return { rows: got.dossiers, next: got.next };
  });
  const time = (at: string | null) => (at === null ? text('due.unknown') : formatDateTime(at));
  return (
    <Paged of={pages} none={text('due.none')}>
      {(rows: readonly TimedDossier[]) => (
        <SortableTable
          caption={text('timeliness.dossiers')}
          rows={rows}
          rowKey={(row) => row.dossier}
          columns={[
            { key: 'code', label: text('due.dossier'), cell: (row) => <span class="code">{row.dossier}</span> },
            {
              key: 'officer',
              label: text('due.officer'),
              cell: (row) => row.officer ?? text('due.unknown'),
              by: (row) => row.officer,
            },
            { key: 'due', label: text('due.due'), cell: (row) => time(row.due), by: (row) => row.due },
            { key: 'ended', label: text('timeliness.ended'), cell: (row) => time(row.ended), by: (row) => row.ended },
            { key: 'because', label: text('timeliness.because'), cell: (row) => <span lang="vi">{row.because}</span> },
          ]}
        />
      )}
    </Paged>
  );
}

/** The dossiers of one unit behind its figures, asked for when they are opened: looking at them is logged. */
export function TimeDossiers({
  time,
  part,
  onPart,
}: {
  time: Timeliness;
  part: string;
  onPart: (part: string) => void;
}) {
  const { api } = useAdmin();
  const { period, unit, snapshot, by, key } = time;
  const step = by === 'course' ? key : null;
  const query = { ...(unit && { unit }), ...(part && { part }), ...(step && { step }) };
  return (
    <section aria-labelledby="ho-so">
      <h2 id="ho-so">{text('timeliness.dossiers')}</h2>
      {unit === null ? (
        <p>{text('timeliness.dossiers.unit')}</p>
      ) : (
        <>
          {snapshot && <p class="muted">{text('timeliness.dossiers.now')}</p>}
          {step && <p class="muted">{text('timeliness.course.chosen', { step })}</p>}
          <SelectField
            label={text('timeliness.part')}
            value={part}
            onValue={onPart}
            options={[
              { value: '', label: text('timeliness.part.none') },
              ...PARTS.map((value) => ({ value, label: text(`punctuality.${value}`) })),
            ]}
          />
          <SaveFiles address={(format) => api.evidenceAddress(period, format, query)} />
          {part && <Rows period={period} query={query} />}
        </>
      )}
    </section>
  );
}
