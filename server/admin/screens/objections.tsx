import { useState } from 'preact/hooks';
import { formatDate } from '#rules/format.ts';
import type { Objection } from '#wire/objection.ts';
import type { Period } from '#wire/results.ts';
import { actorName } from '../actor-name.ts';
import { useAdmin } from '../admin-context.ts';
import { useDesk } from '../desk.ts';
import { filterBy } from '../filter-by.ts';
import { Paged } from '../parts/paged.tsx';
import { PeriodPick } from '../parts/period-unit.tsx';
import { SelectField } from '../parts/select-field.tsx';
import type { Place } from '../place.ts';
import { text } from '../text.ts';
import { usePages } from '../use-pages.ts';
import { when } from '../when.ts';
import { AnswerObjection } from './answer-objection.tsx';
import { ObjectionOwner } from './objection-owner.tsx';
import { RaiseObjection } from './raise-objection.tsx';

const STATES = ['new', 'accepted', 'declined'] as const;

interface ItemProps {
  objection: Objection;
  unitName: string;
  /** `null` = the signed-in person does not answer objections. */
  onAnswer: (() => void) | null;
  onChanged: () => void;
}

function ObjectionItem({ objection: o, unitName, onAnswer, onChanged }: ItemProps) {
  return (
    <li class="finding-item">
      <p>
        <strong>
          {text('objections.about', {
            unit: unitName,
            officer: o.officer ?? text('objections.unitSelf'),
            dossier: o.dossier ?? text('objections.whole'),
            indicator: o.indicator === null ? text('objections.whole') : text('objections.index', { i: o.indicator }),
          })}
        </strong>
      </p>
      <p>{o.text}</p>
      <p class="small muted">
        {text('objections.raised', { by: actorName(o.raisedBy), at: when(o.raisedAt), due: formatDate(o.due) })}.{' '}
        {text('objections.owner', { owner: o.owner ?? text('objections.owner.none') })}
      </p>
      {o.answer !== null && (
        <>
          <p>{o.answer}</p>
          {o.changed !== null && <p>{text('objections.changed', { changed: o.changed })}</p>}
          <p class="small muted">
            {text('objections.answered', {
              state: text(`objections.state.${o.state}`),
              by: actorName(o.answeredBy ?? ''),
              at: when(o.answeredAt ?? ''),
            })}
          </p>
        </>
      )}
      {onAnswer && o.state === 'new' && (
        <>
          <ObjectionOwner objection={o} onDone={onChanged} />
          <button type="button" class="button" onClick={onAnswer}>
            {text('objections.answer')}
          </button>
        </>
      )}
    </li>
  );
}

function OfPeriod({ period, place }: { period: Period; place: Place }) {
  const { api, session } = useAdmin();
  const state = STATES.find((each) => each === place.query.get('hien')) ?? '';
  const [cite, setCite] = useState('');
  const { units } = useDesk();
  const nameOf = (unit: string) => units.find((each) => each.unit === unit)?.name ?? unit;
  const [answering, setAnswering] = useState<Objection | null>(null);
  const pages = usePages(`${period.period} ${state}`, async (after) => {
    const got = await api.objections({ period: period.period, ...(state && { state }), ...(after && { after }) });
    setCite(got.dueCite);
    return { rows: got.objections, next: got.next };
  });
  const answers = session.role === 'reviewer' || session.role === 'province-admin';
  return (
    <>
      {cite && <p>{text('objections.intro', { cite })}</p>}
      {session.role === 'unit-admin' && period.state === 'closed' && (
        <RaiseObjection key={period.period} period={period} onSent={pages.again} />
      )}
      <SelectField
        label={text('objections.state')}
        value={state}
        onValue={(hien) => filterBy(place, { hien })}
        options={[
          { value: '', label: text('objections.state.all') },
          ...STATES.map((value) => ({
            value,
            label: text(`objections.state.${value}`),
          })),
        ]}
      />
      <Paged of={pages} none={text('objections.none')}>
        {(rows) => (
          <ol class="findings">
            {rows.map((objection) => (
              <ObjectionItem
                key={objection.id}
                objection={objection}
                unitName={nameOf(objection.unit)}
                onChanged={pages.again}
                onAnswer={answers ? () => setAnswering(objection) : null}
              />
            ))}
          </ol>
        )}
      </Paged>
      {answering && <AnswerObjection objection={answering} onDone={pages.again} onClose={() => setAnswering(null)} />}
    </>
  );
}

/** What officers and units hold against provisional results, and the answers: `#/y-kien?hien=<state>`. */
export function Objections({ place }: { place: Place }) {
  return (
    <>
      <h1 tabIndex={-1}>{text('objections.title')}</h1>
      <PeriodPick>{(period) => <OfPeriod key={period.period} period={period} place={place} />}</PeriodPick>
    </>
  );
}
