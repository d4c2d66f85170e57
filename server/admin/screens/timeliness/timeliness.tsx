import type { Period } from '#wire/results.ts';
import type { Timeliness as Time, TimeBy } from '#wire/timeliness.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { goTo, linkTo, type Place } from '../../place.ts';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import { when } from '../../when.ts';
import { HoursMap } from './hours-map.tsx';
import { StatisticsTable } from './statistics-table.tsx';
import { TimeDossiers } from './time-dossiers.tsx';
import { TimeSummary } from './time-summary.tsx';
import { TimeTable } from './time-table.tsx';

const BY: readonly TimeBy[] = ['unit', 'procedure', 'officer', 'course', 'step'];
/** Long enough for what was begun to be counted in most provinces. */
const LOOK_AGAIN_MS = 3000;

/** Of an open period: when it was counted, and the way to count it anew. */
function Counted({ time, onCounted }: { time: Time; onCounted: () => void }) {
  const { api, session } = useAdmin();
  const count = useAction(async () => {
    await api.countTimeliness(time.period);
    setTimeout(onCounted, LOOK_AGAIN_MS);
  });
  if (time.state === 'notKept') return <p class="note">{text('timeliness.notKept')}</p>;
  if (time.snapshot) return <p class="muted">{text('timeliness.closed', { snapshot: time.snapshot })}</p>;
  const { units, of } = time.counted;
  return (
    <>
      <p class="note">
        {time.countedAt === null
          ? text('timeliness.notCounted')
          : text('timeliness.running', { at: when(time.countedAt) })}
        {units > 0 && units < of && ` ${text('timeliness.partly', { units, of })}`}
      </p>
      {session.role === 'province-admin' && (
        <p class="actions">
          <button type="button" class="button" aria-disabled={count.busy} onClick={() => void count.run()}>
            {text('timeliness.count')}
          </button>
        </p>
      )}
      {count.fault && <FaultText fault={count.fault} />}
    </>
  );
}

function None() {
  const { session } = useAdmin();
  const enters = session.role === 'province-admin' || session.role === 'unit-admin';
  return (
    <p>
      {text('timeliness.none')} {enters && <a href={linkTo(['nhap'])}>{text('timeliness.import')}</a>}
    </p>
  );
}

interface Asked {
  readonly unit: string;
  readonly by: TimeBy;
  readonly key: string;
  readonly part: string;
}

function askedIn({ query }: Place): Asked {
  const unit = query.get('don-vi') ?? '';
  const by = BY.find((each) => each === query.get('theo')) ?? 'unit';
  return { unit, by, key: query.get('khoa') ?? '', part: query.get('phan') ?? '' };
}

function Filters({ asked, period, choose }: { asked: Asked; period: Period; choose: (next: Partial<Asked>) => void }) {
  const { units } = useDesk();
  const own = asked.unit || (units.length === 1 ? (units[0]?.unit ?? '') : '');
  return (
    <div class="actions" key={period.period}>
      {units.length > 1 && (
        <UnitSelect
          none={text('due.anyUnit')}
          units={units}
          value={asked.unit}
          onValue={(unit) => choose({ unit, key: '', ...(!unit && asked.by === 'officer' && { by: 'unit' }) })}
        />
      )}
      <SelectField
        label={text('timeliness.by')}
        value={asked.by}
        onValue={(by) => choose({ by: by as TimeBy, key: '' })}
        options={BY.filter((each) => each !== 'officer' || own).map((value) => ({
          value,
          label: text(`timeliness.by.${value}`),
        }))}
      />
      {asked.key && (
        <button type="button" class="button" onClick={() => choose({ key: '' })}>
          {text('timeliness.withoutKey', { key: asked.key })}
        </button>
      )}
    </div>
  );
}

function OfPeriod({ period, place }: { period: Period; place: Place }) {
  const { api } = useAdmin();
  const { units } = useDesk();
  const asked = askedIn(place);
  const { unit, by, key, part } = asked;
  // By officer within one unit: the only one there is goes without saying.
  const only = units.length === 1 ? (units[0]?.unit ?? '') : '';
  const query = { by, ...((unit || only) && { unit: unit || only }), ...(key && { key }) };
  const load = useLoad(`time ${period.period} ${JSON.stringify(query)}`, (signal) =>
    api.timeliness(period.period, query, signal),
  );
  const choose = (next: Partial<Asked>) => {
    const wanted = { ...asked, ...next };
    const parts = { ky: period.period, 'don-vi': wanted.unit, theo: wanted.by, khoa: wanted.key, phan: wanted.part };
    goTo(['tien-do'], Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== '')));
  };
  return (
    <>
      <Filters asked={asked} period={period} choose={choose} />
      <Loaded of={load}>
        {(time) => (
          <>
            <Counted time={time} onCounted={load.again} />
            {time.state === 'counted' && time.total.value === 0 && time.statistics.rows[0]?.cells[0]?.value === 0 && (
              <None />
            )}
            {time.state === 'counted' && (time.total.value !== 0 || time.statistics.rows[0]?.cells[0]?.value !== 0) && (
              <>
                <TimeSummary time={time} />
                <TimeTable time={time} />
                <HoursMap time={time} />
                <StatisticsTable time={time} />
              </>
            )}
            <TimeDossiers time={time} part={part} onPart={(next) => choose({ part: next })} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** How the time of dossiers was kept: `#/tien-do?ky=&don-vi=&theo=&khoa=&phan=`. What is chosen stays in the address. */
export function Timeliness({ place }: { place: Place }) {
  const { period } = useDesk();
  return (
    <>
      <h1 tabIndex={-1}>{text('timeliness.title')}</h1>
      {period ? <OfPeriod period={period} place={place} /> : <p>{text('pick.noPeriod')}</p>}
    </>
  );
}
