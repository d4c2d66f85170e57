import { useState } from 'preact/hooks';
import { formatTenths } from '#rules/format.ts';
import type { Appraisals as AppraisalRows } from '#wire/appraisal.ts';
import type { Period } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { ApiFault, issueOf } from '../api.ts';
import { filterBy } from '../filter-by.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PeriodUnit } from '../parts/period-unit.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { linkTo, type Place } from '../place.ts';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { AppraisalHistory } from './appraisal-history.tsx';

type Row = AppraisalRows['rows'][number];

/** The option that takes an appraisal back. */
const BACK = 'back';

interface RowProps {
  period: Period;
  unit: Unit;
  /** '' = the unit as a whole. */
  dossier: string;
  row: Row;
  onSaved: () => void;
}

/** Points for one indicator with their reason. */
function GiveForm({ period, unit, dossier, row: { indicator, allowed, appraised }, onSaved }: RowProps) {
  const { api } = useAdmin();
  const [points, setPoints] = useState(appraised === null ? '' : String(appraised));
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    if (points === '') {
      const message = text('appraisals.points.none');
      throw new ApiFault(422, { code: 'body.invalid', message, issues: [{ path: 'points', message }] });
    }
    const given = points === BACK ? null : Number(points);
    const told = { period: period.period, unit: unit.unit, indicator, points: given, reason };
    await api.appraise(dossier ? { ...told, dossier } : told);
    setSaved(true);
    setReason('');
    onSaved();
  });
  const options = allowed.map((each) => ({ value: String(each), label: formatTenths(each) }));
  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        setSaved(false);
        void save.run();
      }}
    >
      {save.fault && <FaultText beside fault={save.fault} />}
      <SelectField
        label={text('appraisals.points', { i: indicator })}
        value={points}
        onValue={setPoints}
        error={issueOf(save.fault, 'points')}
        options={[
          ...(appraised === null ? [{ value: '', label: text('appraisals.points.choose') }] : []),
          ...options,
          ...(appraised === null ? [] : [{ value: BACK, label: text('appraisals.back') }]),
        ]}
      />
      <Field
        label={text('appraisals.reason')}
        value={reason}
        onValue={setReason}
        error={issueOf(save.fault, 'reason')}
      />
      <div class="actions">
        <WorkButton
          label={text('appraisals.save', { i: indicator })}
          busyLabel={text('state.saving')}
          busy={save.busy}
        />
      </div>
      <p role="status">{saved && text('appraisals.saved', { i: indicator })}</p>
    </Form>
  );
}

function IndicatorRow({ may, ...props }: RowProps & { may: boolean }) {
  const { indicator, label, replaces, blind, citizen, computed, self, appraised, history } = props.row;
  const points = (value: number | null | undefined) => formatTenths(value ?? null);
  return (
    <section aria-labelledby={`chi-so-${indicator}`}>
      <h2 id={`chi-so-${indicator}`}>{text('appraisals.row', { i: indicator, label })}</h2>
      <p>
        {blind
          ? text('appraisals.blind', { appraised: points(appraised) })
          : text(props.dossier ? 'appraisals.series.dossier' : 'appraisals.series', {
              citizen: points(citizen?.points),
              computed: points(computed?.points),
              self: points(self?.points),
              appraised: points(appraised),
            })}
      </p>
      <p class="small muted">{text(replaces ? 'appraisals.replaces' : 'appraisals.beside')}</p>
      {may && <GiveForm {...props} />}
      {history.length > 0 && (
        <details>
          <summary>{text('appraisals.history', { n: history.length })}</summary>
          <AppraisalHistory history={history} />
        </details>
      )}
    </section>
  );
}

function OfUnit({ period, unit, place }: { period: Period; unit: Unit; place: Place }) {
  const { api, session } = useAdmin();
  const dossier = place.query.get('ho-so') ?? '';
  const [typed, setTyped] = useState(dossier);
  const known = useLoad(`appraisals ${period.period} ${unit.unit} ${dossier}`, (signal) =>
    api.appraisals(period.period, unit.unit, dossier, signal),
  );
  const unsealed = period.state === 'open' || period.state === 'closed';
  const may = unsealed && (session.role === 'reviewer' || session.role === 'province-admin');
  return (
    <>
      {!unsealed && <p class="note">{text('appraisals.sealed')}</p>}
      {dossier && (
        <p>
          <a href={linkTo(['mau-tham-dinh'], { ky: period.period, 'don-vi': unit.unit })}>
            {text('appraisals.sample')}
          </a>
        </p>
      )}
      {period.state !== 'open' && !dossier && (
        <p>
          <a href={linkTo(['ket-qua', period.period, unit.unit])}>{text('appraisals.evidence')}</a>
        </p>
      )}
      <Form fault={null} onSubmit={() => filterBy(place, { 'ho-so': typed.trim() })}>
        <Field label={text('appraisals.dossier')} value={typed} onValue={setTyped} />
        <div class="actions">
          <button type="submit" class="button">
            {text('appraisals.show')}
          </button>
        </div>
      </Form>
      <Loaded of={known}>
        {({ rows }) => (
          <>
            {dossier && <p>{text('appraisals.ofDossier', { dossier })}</p>}
            {rows.map((row) => (
              <IndicatorRow
                key={`${dossier} ${row.indicator}`}
                dossier={dossier}
                may={may}
                period={period}
                unit={unit}
                row={row}
                onSaved={known.again}
              />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

/** What a reviewer gives each indicator of a unit, beside the three series: `#/tham-dinh?don-vi=&ho-so=`. */
export function Appraisals({ place }: { place: Place }) {
  return (
    <>
      <h1 tabIndex={-1}>{text('appraisals.title')}</h1>
      <p>{text('appraisals.intro')}</p>
      <PeriodUnit place={place}>
        {(period, unit) => <OfUnit key={`${period.period} ${unit.unit}`} period={period} unit={unit} place={place} />}
      </PeriodUnit>
    </>
  );
}
