import { formatCount, formatDate } from '#rules/format.ts';
import type { CaseLine, CaseList as CaseListBody } from '#wire/case.ts';
import { useAdmin } from '../admin-context.ts';
import { dayOrMonth } from '../case-words.ts';
import { useDesk } from '../desk.ts';
import { Fold } from '../parts/fold.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { goTo, linkTo, type Place } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { ReplyDays } from './reply-days.tsx';
import { WithheldCases } from './withheld-cases.tsx';

const STATES = ['open', 'late', 'new', 'taken', 'answered', 'closed', 'all'] as const;

function Due({ it }: { it: CaseLine }) {
  return (
    <>
      {formatDate(it.due)} {it.late && <strong class="error">{text('cases.late')}</strong>}
    </>
  );
}

function Lines({ list, state }: { list: CaseListBody; state: string }) {
  if (list.cases.length === 0) return <p>{text(state === 'open' ? 'cases.none.open' : 'cases.none')}</p>;
  return (
    <SortableTable
      caption={text('cases.title')}
      rows={list.cases}
      rowKey={(it) => it.id}
      columns={[
        { key: 'due', label: text('cases.due'), cell: (it) => <Due it={it} />, by: (it) => it.due },
        { key: 'topic', label: text('cases.topic'), cell: (it) => it.topic && text(`topic.${it.topic}`) },
        { key: 'unit', label: text('cases.unit'), cell: (it) => it.unitName, by: (it) => it.unitName },
        { key: 'asked', label: text('cases.asked'), cell: (it) => dayOrMonth(it.asked), by: (it) => it.asked },
        { key: 'state', label: text('cases.stands'), cell: (it) => text(`cases.state.${it.state}`) },
        { key: 'owner', label: text('cases.owner'), cell: (it) => it.owner ?? text('cases.nobody') },
        {
          key: 'open',
          label: text('cases.act'),
          cell: (it) => <a href={linkTo(['gop-y', 'ca', it.id])}>{text('cases.open')}</a>,
        },
      ]}
    />
  );
}

/** The oldest deadline first; what is chosen above stays in the address. */
export function CaseList({ place }: { place: Place }) {
  const { api, session } = useAdmin();
  const state = place.query.get('hien') ?? 'open';
  const unit = place.query.get('don-vi') ?? '';
  const after = place.query.get('sau') ?? '';
  const list = useLoad(`cases ${state} ${unit} ${after}`, (signal) => api.cases({ state, unit, after }, signal));
  const { units } = useDesk();
  const choose = (more: Readonly<Record<string, string>>) => {
    const query = { hien: state, 'don-vi': unit, ...more };
    goTo(['gop-y'], Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));
  };
  return (
    <>
      <p>{text('cases.intro')}</p>
      <div class="actions">
        <SelectField
          label={text('cases.state')}
          value={state}
          onValue={(hien) => choose({ hien })}
          options={STATES.map((value) => ({ value, label: text(`cases.state.${value}`) }))}
        />
        <UnitSelect
          label={text('cases.unit')}
          none={text('cases.anyUnit')}
          units={units}
          value={unit}
          onValue={(chosen) => choose({ 'don-vi': chosen })}
        />
      </div>
      <Loaded of={list}>
        {(found) => (
          <>
            <p role="status">
              {text('cases.counts', {
                open: formatCount(found.counts.new + found.counts.taken),
                late: formatCount(found.late),
                answered: formatCount(found.counts.answered),
                closed: formatCount(found.counts.closed),
              })}
            </p>
            <Lines list={found} state={state} />
            {found.next && (
              <button type="button" class="button" onClick={() => choose({ sau: found.next ?? '' })}>
                {text('cases.more')}
              </button>
            )}
          </>
        )}
      </Loaded>
      {session.role === 'province-admin' && (
        <>
          <Fold summary={text('cases.withheld')}>
            <WithheldCases />
          </Fold>
          <Fold summary={text('cases.days')}>
            <ReplyDays />
          </Fold>
        </>
      )}
    </>
  );
}
