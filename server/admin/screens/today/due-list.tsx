import { useState } from 'preact/hooks';
import { formatCount, formatDateTime, formatWorkingTime } from '#rules/format.ts';
import type { DueDossier, DueDossiersPage, DueKind } from '#wire/today.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Paged } from '../../parts/paged.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { language, text } from '../../text.ts';
import { usePages } from '../../use-pages.ts';
import { ApologyDialog } from '../apology-dialog.tsx';

type Head = Omit<DueDossiersPage, 'dossiers' | 'next'>;

/** The running dossiers behind a line of today, the longest delay first. */
export function DueList({ kind, unit }: { kind: DueKind; unit: string }) {
  const { api, session } = useAdmin();
  const { units } = useDesk();
  const [head, setHead] = useState<Head | null>(null);
  const [letters, setLetters] = useState<string | null>(null);
  const pages = usePages(`${kind} ${unit}`, async (after) => {
    const { dossiers, next, ...rest } = await api.dueDossiers({ kind, ...(unit && { unit }), ...(after && { after }) });
    setHead(rest);
    return { rows: dossiers, next };
  });
  const nameOf = (code: string) => units.find((each) => each.unit === code)?.name ?? code;
  const time = (at: string | null) => (at === null ? text('due.unknown') : formatDateTime(at));
  const delay = ({ minutes }: DueDossier) =>
    minutes === null ? '' : formatWorkingTime(minutes, head?.dayMinutes ?? 480, { lang: language() });
  const enters = session.role === 'province-admin' || session.role === 'unit-admin';
  return (
    <>
      {head && pages.rows.length > 0 && (
        <p role="status">
          {text(head.whole ? 'due.n' : 'due.atLeast', { n: formatCount(head.n), at: formatDateTime(head.at) })}
        </p>
      )}
      <Paged of={pages} none={text('due.none')}>
        {(rows) => (
          <SortableTable
            caption={text(`today.key.${kind}`)}
            rows={rows}
            rowKey={(row) => row.dossier}
            columns={[
              { key: 'code', label: text('due.dossier'), cell: (row) => <span class="code">{row.dossier}</span> },
              {
                key: 'unit',
                label: text('field.unit'),
                cell: (row) => nameOf(row.unit),
                by: (row) => nameOf(row.unit),
              },
              {
                key: 'officer',
                label: text('due.officer'),
                cell: (row) => row.officer ?? text('due.unknown'),
                by: (row) => row.officer,
              },
              { key: 'due', label: text('due.due'), cell: (row) => time(row.due), by: (row) => row.due },
              {
                key: 'delay',
                label: text(kind === 'dueSoon' ? 'due.left' : 'due.late'),
                cell: delay,
                by: (row) => row.minutes,
                number: true,
              },
              ...(kind === 'letter'
                ? [
                    {
                      key: 'letter',
                      label: text('due.letterBy'),
                      cell: (row: DueDossier) => (
                        <>
                          {time(row.letter)}{' '}
                          {enters && (
                            <button type="button" class="button" onClick={() => setLetters(row.dossier)}>
                              {text('duties.letter', { dossier: row.dossier })}
                            </button>
                          )}
                        </>
                      ),
                      by: (row: DueDossier) => row.letter,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Paged>
      {letters !== null && (
        <ApologyDialog
          dossier={letters}
          onClose={(changed) => {
            setLetters(null);
            if (changed) pages.again();
          }}
        />
      )}
    </>
  );
}
