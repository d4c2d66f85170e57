import { useState } from 'preact/hooks';
import { formatCount, formatDate, formatTenths, MISSING } from '#rules/format.ts';
import type { KeptTable } from '#wire/kept-table.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { FaultText } from '../../parts/fault-text.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { type Done, Undo } from '../../parts/undo.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { language, text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

type Beside = KeptTable['beside'][number];

const printed = (value: number | null, unit: Beside['unit']) =>
  value === null ? MISSING : unit === 'count' ? formatCount(value, language()) : formatTenths(value, language());

function apart({ theirs, ours, unit }: Beside): string {
  if (theirs === null || ours === null) return MISSING;
  const difference = theirs - ours;
  if (unit === 'tenths') return formatTenths(difference, language(), true);
  return `${difference > 0 ? '+' : ''}${formatCount(difference, language())}`;
}

interface PublishedReportProps {
  kept: KeptTable;
  onChange: () => void;
  onEdit: () => void;
}

/** One earlier report: what does not add up in it, ours beside theirs, and whether the public reads it. */
export function PublishedReport({ kept, onChange, onEdit }: PublishedReportProps) {
  const { api, session } = useAdmin();
  const { periods } = useDesk();
  const [removing, setRemoving] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const { table, state, period, faults, beside } = kept;
  const next = state === 'public' ? 'draft' : 'public';
  const show = useAction(async () => {
    await api.setKeptTableState(table.id, next);
    onChange();
    const back = async () => {
      await api.setKeptTableState(table.id, state);
      onChange();
      setDone({ said: text('undo.done') });
    };
    setDone({ said: text(`published.state.${next}`), back });
  });
  const label = periods.find((each) => each.period === period)?.label ?? period;
  return (
    <section aria-labelledby={`bao-cao-${table.id}`}>
      <h2 id={`bao-cao-${table.id}`} lang="vi">
        {table.title}
      </h2>
      <p class="muted" lang="vi">
        {table.tenantName} · {table.periodText} · {table.source.text}, {formatDate(table.source.date)}
      </p>
      <p>
        <strong>{text(`published.state.${state}`)}</strong>
        {label === null ? '' : ` · ${text('published.beside', { period: label })}`}
      </p>
      {faults.length === 0 ? (
        <p class="done">{text('published.noFault')}</p>
      ) : (
        <ul lang="vi">
          {faults.map(({ message }) => (
            <li key={message} class="fault">
              {message}
            </li>
          ))}
        </ul>
      )}
      {beside.length > 0 && (
        <SortableTable
          caption={text('published.compared', { period: label ?? '' })}
          rows={beside}
          rowKey={(line) => `${line.group}-${line.label}`}
          columns={[
            { key: 'label', label: text('published.line'), cell: (line) => `${line.group}: ${line.label}` },
            { key: 'theirs', label: text('published.theirs'), number: true, cell: (l) => printed(l.theirs, l.unit) },
            { key: 'ours', label: text('published.ours'), number: true, cell: (l) => printed(l.ours, l.unit) },
            { key: 'apart', label: text('published.apart'), number: true, cell: apart },
          ]}
        />
      )}
      {period !== null && beside.length === 0 && <p class="muted">{text('published.nothingBeside')}</p>}
      {show.fault && <FaultText fault={show.fault} />}
      <Undo done={done} />
      {session.role === 'province-admin' && (
        <div class="actions">
          <WorkButton
            label={text(next === 'public' ? 'published.show' : 'published.hide')}
            busyLabel={text('state.saving')}
            busy={show.busy}
            onPress={() => show.run()}
          />
          <button type="button" class="button" onClick={onEdit}>
            {text('action.change')}
          </button>
          <button type="button" class="button" onClick={() => setRemoving(true)}>
            {text('published.remove')}
          </button>
        </div>
      )}
      {removing && (
        <Confirm
          title={text('published.remove.ask', { title: table.title })}
          effect={text('published.remove.effect')}
          verb={text('published.remove')}
          busy={text('state.saving')}
          run={async () => {
            await api.deleteKeptTable(table.id);
            onChange();
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </section>
  );
}
