import { useState } from 'preact/hooks';
import { formatCount, formatDate, formatPercent } from '#rules/format.ts';
import type { Flag, FlagsPage } from '#wire/flag.ts';
import type { Period } from '#wire/results.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { filterBy } from '../../filter-by.ts';
import { Paged } from '../../parts/paged.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import type { Place } from '../../place.ts';
import { language, text } from '../../text.ts';
import { usePages } from '../../use-pages.ts';
import { askedText, flagLink } from './flag-place.ts';
import { JudgedTable } from './judged-table.tsx';

const STATES = ['new', 'answered', 'accepted', 'verify'] as const;
/** Permille as a whole percent. */
const percent = (permille: number) => formatPercent(permille, 1000, language(), 0);

function Rows({ period, flags }: { period: string; flags: readonly Flag[] }) {
  return (
    <SortableTable
      caption={text('flags.list')}
      rows={flags}
      rowKey={(flag) => flag.id}
      columns={[
        {
          key: 'flag',
          label: text('flags.flag'),
          by: (flag) => flag.name,
          cell: (flag) => (
            <a href={flagLink(period, flag.id)} lang="vi">
              {flag.name}
            </a>
          ),
        },
        { key: 'asked', label: text('flags.asked'), by: askedText, cell: askedText },
        { key: 'seen', label: text('flags.seen'), cell: (flag) => <span lang="vi">{flag.sentence}</span> },
        {
          key: 'state',
          label: text('flags.state'),
          by: (flag) => STATES.indexOf(flag.state),
          cell: (flag) => text(`flags.state.${flag.state}`),
        },
        {
          key: 'due',
          label: text('flags.due'),
          by: (flag) => flag.due,
          cell: (flag) => (flag.due === null ? text('flags.due.none') : formatDate(flag.due)),
        },
      ]}
    />
  );
}

/** The flags of a period by check, unit and state, and what every check had enough of to judge. */
export function FlagList({ period: { period }, place }: { period: Period; place: Place }) {
  const { api } = useAdmin();
  const { units } = useDesk();
  const [about, setAbout] = useState<Pick<FlagsPage, 'snapshot' | 'judged' | 'rates'> | null>(null);
  const [check, unit, state] = ['phep', 'don-vi', 'hien'].map((name) => place.query.get(name) ?? '') as [
    string,
    string,
    string,
  ];
  const query = { period, check, unit, state };
  const pages = usePages(Object.values(query).join(' '), async (after) => {
    const { flags, next, ...rest } = await api.flags({ ...query, after: after ?? '' });
    setAbout(rest);
    return { rows: flags, next };
  });
  const filtered = check !== '' || unit !== '' || state !== '';
  const checked = about?.judged.reduce((sum, { enough }) => sum + enough, 0) ?? 0;
  const none = filtered
    ? text('flags.none.filtered')
    : text('flags.none', { n: formatCount(checked, language()), rate: percent(about?.rates.subject ?? 0) });
  if (about && about.snapshot === null) return <p class="note">{text('flags.open')}</p>;
  if (about && about.judged.length === 0) return <p class="note">{text('flags.unchecked')}</p>;
  return (
    <>
      <div class="actions">
        <SelectField
          label={text('flags.check')}
          value={check}
          onValue={(phep) => filterBy(place, { phep })}
          options={[
            { value: '', label: text('flags.check.all') },
            ...(about?.judged ?? []).map((each) => ({ value: each.check, label: each.name })),
          ]}
        />
        <UnitSelect
          none={text('flags.unit.all')}
          units={units}
          value={unit}
          onValue={(chosen) => filterBy(place, { 'don-vi': chosen })}
        />
        <SelectField
          label={text('flags.state')}
          value={state}
          onValue={(hien) => filterBy(place, { hien })}
          options={[
            { value: '', label: text('flags.state.all') },
            ...STATES.map((value) => ({ value, label: text(`flags.state.${value}`) })),
          ]}
        />
      </div>
      <Paged of={pages} none={none}>
        {(rows) => <Rows period={period} flags={rows} />}
      </Paged>
      {filtered && pages.loaded && pages.rows.length === 0 && (
        <p class="actions">
          <button type="button" class="button" onClick={() => filterBy(place, { phep: '', 'don-vi': '', hien: '' })}>
            {text('flags.clear')}
          </button>
        </p>
      )}
      {about && (
        <>
          <p class="actions">
            {(['csv', 'xlsx'] as const).map((format) => (
              <a key={format} class="button" href={api.flagsAddress(format, query)} download>
                {text('flags.export', { format: format.toUpperCase() })}
              </a>
            ))}
          </p>
          <p class="small muted">
            {text('flags.rates', { subject: percent(about.rates.subject), family: percent(about.rates.family) })}
          </p>
          <JudgedTable judged={about.judged} />
        </>
      )}
    </>
  );
}
