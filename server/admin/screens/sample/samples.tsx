import { formatCount } from '#rules/format.ts';
import type { SamplesView } from '#wire/sample.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Fold } from '../../parts/fold.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { linkTo, type Place } from '../../place.ts';
import { language, text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { when } from '../../when.ts';
import { AgreementTables } from './agreement-tables.tsx';
import { DrawForm } from './draw-form.tsx';
import { SampledDossiers } from './sampled-dossiers.tsx';

const PATH = 'mau-tham-dinh';
const count = (n: number) => formatCount(n, language());

/** What anybody can check the list by; the same stands on the public page. */
function Drawn({ sample }: { sample: NonNullable<SamplesView['sample']> }) {
  const rows = [
    ['sample.number', sample.number],
    ['sample.source', sample.source],
    ['sample.size', text('sample.sizeOf', { n: count(sample.size), whole: count(sample.whole) })],
    ['sample.done', text('sample.doneOf', { n: count(sample.done), size: count(sample.size) })],
    ['sample.at', `${when(sample.at)} · ${sample.by.replace(/^user:/, '')} · ${sample.snapshot}`],
  ] as const;
  const hashes = [
    ['sample.frame', sample.frameHash],
    ['sample.seed', sample.seed],
    ['sample.list', sample.listHash],
  ] as const;
  return (
    <>
      <dl class="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{text(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Fold summary={text('sample.check')}>
        <p>{text('sample.check.how')}</p>
        <dl class="facts">
          {hashes.map(([label, value]) => (
            <div key={label}>
              <dt>{text(label)}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      </Fold>
    </>
  );
}

function Units({ view }: { view: SamplesView }) {
  return (
    <SortableTable
      caption={text('sample.units')}
      rows={view.units}
      rowKey={({ unit }) => unit}
      columns={[
        {
          key: 'unit',
          label: text('field.unit'),
          cell: ({ unit, name }) => <a href={linkTo([PATH], { ky: view.period, 'don-vi': unit })}>{name}</a>,
          by: ({ name }) => name,
        },
        {
          key: 'size',
          label: text('sample.units.size'),
          number: true,
          cell: ({ size }) => count(size),
          by: ({ size }) => size,
        },
        {
          key: 'done',
          label: text('sample.units.done'),
          number: true,
          cell: ({ done }) => count(done),
          by: ({ done }) => done,
        },
      ]}
    />
  );
}

function View({ view, unit, onDrawn }: { view: SamplesView; unit: string; onDrawn: () => void }) {
  const { api, session } = useAdmin();
  const { sample, earlier, period, drawable } = view;
  const may = drawable && session.role === 'province-admin';
  if (!sample)
    return (
      <>
        <p>{text(drawable ? 'sample.none' : 'sample.notNow')}</p>
        {may && <DrawForm period={period} onDrawn={onDrawn} />}
      </>
    );
  return (
    <>
      <Drawn sample={sample} />
      <p class="actions">
        <a class="button" href={api.sampleAddress(period, unit)} download>
          {text('sample.csv')}
        </a>
        <button type="button" class="button" onClick={() => print()}>
          {text('sample.print')}
        </button>
      </p>
      {unit ? <SampledDossiers view={view} unit={unit} /> : <Units view={view} />}
      <AgreementTables view={view} />
      {earlier.length > 0 && (
        <section aria-labelledby="mau-truoc">
          <h2 id="mau-truoc">{text('sample.earlier')}</h2>
          <ul>
            {earlier.map((each) => (
              <li key={each.sample}>
                {text('sample.earlier.line', { number: each.number, n: count(each.size), at: when(each.at) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {may && (
        <Fold summary={text('sample.again')}>
          <p>{text('sample.again.note')}</p>
          <DrawForm period={period} onDrawn={onDrawn} />
        </Fold>
      )}
    </>
  );
}

/** The dossiers drawn for review and how far the sides agree on them: `#/mau-tham-dinh?ky=&don-vi=`. */
export function Samples({ place }: { place: Place }) {
  const { api, session } = useAdmin();
  const { period, units } = useDesk();
  const unit = place.query.get('don-vi') ?? '';
  const id = period?.period ?? null;
  const load = useLoad(id && `sample ${id} ${unit}`, (signal) => api.samples(id ?? '', unit, signal));
  const name = units.find((each) => each.unit === unit)?.name ?? unit;
  return (
    <>
      {unit && id && (
        <p>
          <a href={linkTo([PATH], { ky: id })}>{text('sample.back')}</a>
        </p>
      )}
      <h1 tabIndex={-1}>{unit ? text('sample.title.unit', { unit: name }) : text('sample.title')}</h1>
      <p>
        {text('sample.intro')} <a href={`/cong-khai/${session.tenant}/cach-kiem-tra`}>{text('sample.method')}</a>
      </p>
      {id ? (
        <Loaded of={load}>{(view) => <View view={view} unit={unit} onDrawn={load.again} />}</Loaded>
      ) : (
        <p>{text('pick.noPeriod')}</p>
      )}
    </>
  );
}
