import { useState } from 'preact/hooks';
import { addDays, isIsoDate } from '#rules/calendar/date.ts';
import { formatDate } from '#rules/format.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { PasteRows } from '../parts/paste-rows.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { type Done, Undo } from '../parts/undo.tsx';
import { pastedDay } from '../pasted-day.ts';
import { text } from '../text.ts';
import type { SetUpPartProps } from './set-up.tsx';
import { UnitForm } from './unit-form.tsx';
import { UnitSpans } from './unit-spans.tsx';
import { UnitSuccessors } from './unit-successors.tsx';

/** How the levels are written in a spreadsheet. */
const LEVELS: Readonly<Record<string, Unit['level']>> = { tỉnh: 'province', xã: 'commune', huyện: 'district' };

const columns = () => ({
  unit: text('units.code'),
  name: text('units.name'),
  level: text('units.levels'),
  parent: text('units.col.parent'),
  from: text('units.from'),
  to: text('units.last'),
});

const levelOf = (cell: string) => LEVELS[cell.toLowerCase().replace(/^cấp /, '')];

/** Code, name, level, parent, first day, last day. */
function unitOf([unit, name, level = '', parent, from, last]: readonly string[]) {
  const lastDay = pastedDay(last);
  return {
    unit,
    name,
    level: levelOf(level) ?? level,
    parent: parent || null,
    from: pastedDay(from),
    to: lastDay && isIsoDate(lastDay) ? addDays(lastDay, 1) : lastDay || null,
  };
}

/** A level that is none is told in the words of the spreadsheet. */
function unread(field: string, [, , level = '']: readonly string[]): string | undefined {
  return field === 'level' && !levelOf(level) ? text('units.level.unread') : undefined;
}

/** The province's tree: who is graded, from when until when. */
export function SetUpUnits({ units, onUnits }: SetUpPartProps) {
  const { api } = useAdmin();
  const [changing, setChanging] = useState<Unit | null>(null);
  const [added, setAdded] = useState('');
  const [done, setDone] = useState<Done | null>(null);
  /** A change can be taken back; a new unit cannot, it would have to be ended. */
  const saved = (code: string, before: Unit | null) => {
    setChanging(null);
    onUnits();
    const said = text('units.saved', { unit: code });
    if (before === null) {
      setAdded(code);
      setDone({ said });
      return;
    }
    const back = async () => {
      await api.putUnit(before);
      onUnits();
      setDone({ said: text('undo.done') });
    };
    setDone({ said, back });
  };
  const nameOf = (code: string | null) => units.find((unit) => unit.unit === code)?.name ?? code ?? '';

  return (
    <>
      <p>{text('units.intro')}</p>
      <UnitForm key={`new ${added} ${units.length}`} unit={null} units={units} onSaved={(code) => saved(code, null)} />
      <Undo done={done} />
      <PasteRows columns={columns()} item={unitOf} why={unread} send={api.putUnits} onDone={onUnits} />
      {units.length > 0 && <UnitSpans units={units} onSaved={onUnits} />}
      {units.some(({ to }) => to !== null) && <UnitSuccessors units={units} />}
      {units.length === 0 ? (
        <p>{text('units.none')}</p>
      ) : (
        <SortableTable
          caption={text('units.list', { n: units.length })}
          rows={units}
          rowKey={(unit) => unit.unit}
          columns={[
            { key: 'name', label: text('units.name'), by: (u) => u.name, cell: (u) => u.name },
            { key: 'code', label: text('units.code'), by: (u) => u.unit, cell: (u) => u.unit },
            { key: 'level', label: text('units.level'), by: (u) => u.level, cell: (u) => text(`level.${u.level}`) },
            {
              key: 'parent',
              label: text('units.parent'),
              by: (u) => nameOf(u.parent),
              cell: (u) => nameOf(u.parent) || '—',
            },
            {
              key: 'days',
              label: text('units.days'),
              by: (u) => u.from,
              cell: (u) =>
                u.to
                  ? text('units.until', { from: formatDate(u.from), last: formatDate(addDays(u.to, -1)) })
                  : text('units.since', { from: formatDate(u.from) }),
            },
            {
              key: 'change',
              label: text('action.change'),
              cell: (u) => (
                <button
                  type="button"
                  class="button"
                  aria-label={text('units.change', { name: u.name })}
                  onClick={() => setChanging(u)}
                >
                  {text('action.change')}
                </button>
              ),
            },
          ]}
        />
      )}
      {changing && (
        <Dialog title={text('units.change', { name: changing.name })} onClose={() => setChanging(null)}>
          <p class="muted">{text('units.change.help')}</p>
          <UnitForm unit={changing} units={units} onSaved={(code) => saved(code, changing)} />
        </Dialog>
      )}
    </>
  );
}
