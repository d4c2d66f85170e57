import { formatCount } from '#rules/format.ts';
import type { SecondLookCount } from '#wire/second-look.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { type Column, SortableTable } from '../../parts/sortable-table.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { goTo, type Place } from '../../place.ts';
import { language, text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { QualityParts } from './quality-parts.tsx';

const COUNTS = ['offered', 'kept', 'looked', 'unanswered', 'confirmed', 'opened'] as const;

/** How often officers confirmed faster than they can read, and what came of the offer: `#/chat-luong/xac-nhan-nhanh?don-vi=…`. */
export function SecondLooks({ place }: { place: Place }) {
  const { api } = useAdmin();
  const { period, units } = useDesk();
  const unit = place.query.get('don-vi') ?? '';
  const id = period?.period ?? null;
  const load = useLoad(id && `looks ${id}`, (signal) => api.secondLooks(id ?? '', signal));
  const nameOf = (code: string) => units.find((each) => each.unit === code)?.name ?? code;
  const columns: Column<SecondLookCount>[] = [
    { key: 'officer', label: text('looks.officer'), cell: ({ officer }) => officer, by: ({ officer }) => officer },
    { key: 'unit', label: text('field.unit'), cell: (row) => nameOf(row.unit), by: (row) => nameOf(row.unit) },
    ...COUNTS.map((count) => ({
      key: count,
      label: text(`looks.${count}`),
      number: true,
      cell: (row: SecondLookCount) => formatCount(row[count], language()),
      by: (row: SecondLookCount) => row[count],
    })),
  ];
  return (
    <>
      <h1 tabIndex={-1}>{text('looks.title')}</h1>
      <QualityParts here="xac-nhan-nhanh" />
      <p>{text('looks.intro')}</p>
      {units.length > 1 && (
        <div class="actions">
          <UnitSelect
            none={text('quality.anyUnit')}
            units={units}
            value={unit}
            onValue={(chosen) =>
              goTo(place.path, { ...(id ? { ky: id } : {}), ...(chosen ? { 'don-vi': chosen } : {}) })
            }
          />
        </div>
      )}
      {id ? (
        <Loaded of={load}>
          {({ officers }) => {
            const shown = officers.filter((row) => unit === '' || row.unit === unit);
            return shown.length === 0 ? (
              <p>{text('looks.none')}</p>
            ) : (
              <SortableTable
                caption={text('looks.caption', { n: shown.length })}
                rows={shown}
                rowKey={(row) => `${row.unit} ${row.officer}`}
                columns={columns}
              />
            );
          }}
        </Loaded>
      ) : (
        <p>{text('quality.noPeriod')}</p>
      )}
    </>
  );
}
