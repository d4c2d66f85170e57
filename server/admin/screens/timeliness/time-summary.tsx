import { partsBar, STATUS_MARKS } from '#rules/drawing/parts-bar.ts';
import type { Timeliness } from '#wire/timeliness.ts';
import { Chart } from '../../parts/chart.tsx';
import { Figure } from '../../parts/figure.tsx';
import { linkTo } from '../../place.ts';
import { language, text } from '../../text.ts';

const NAMES = ['early', 'onTime', 'overdue', 'unknown', 'otherPeriod'] as const;
const MARKS = { ...STATUS_MARKS, otherPeriod: { look: 'lv-none', form: 'diamond' } } as const;

/** A figure of all late dossiers, with the way to them where one unit is chosen. */
function Behind({ time, query }: { time: Timeliness; query: Readonly<Record<string, string>> }) {
  if (time.unit === null) return <>{text('timeliness.chooseUnit')}</>;
  return (
    <a href={linkTo(['viec-theo-luat'], { ky: time.period, 'don-vi': time.unit, ...query })}>
      {text('timeliness.list')}
    </a>
  );
}

/** Early, on time and late with the sum beside the whole; letters of apology; dates that were moved. */
export function TimeSummary({ time }: { time: Timeliness }) {
  const { parts, total, fits, letters, moved } = time;
  const shown = NAMES.flatMap((name, i) => {
    const figure = parts[i];
    return figure ? [{ label: text(`punctuality.${name}`), ...MARKS[name], figure }] : [];
  });
  return (
    <section aria-labelledby="tong-hop">
      <h2 id="tong-hop">{text('timeliness.summary')}</h2>
      <Chart
        drawing={partsBar({
          ...{ id: 'time', title: text('timeliness.parts'), head: text('timeliness.part') },
          ...{ parts: shown, whole: total, lang: language() },
        })}
      />
      {fits === true && <p class="small muted">✓ {text('timeliness.fits')}</p>}
      {fits === false && <p class="error">{text('timeliness.differs')}</p>}
      <dl class="facts">
        <div>
          <dt>{text('timeliness.letters')}</dt>
          <dd>
            <Figure of={letters.inTime} show="over" />. {text('timeliness.letters.rest')}:{' '}
            {text('timeliness.letters.late')} <Figure of={letters.late} />, {text('timeliness.letters.none')}{' '}
            <Figure of={letters.none} />, {text('timeliness.letters.unknown')} <Figure of={letters.unknown} />.{' '}
            <Behind time={time} query={{ viec: 'apology' }} />
          </dd>
        </div>
        <div>
          <dt>{text('timeliness.moved')}</dt>
          <dd>
            <Figure of={moved.afterExpiry} />. {text('timeliness.moved.all')}: <Figure of={moved.moved} />.{' '}
            <Behind time={time} query={{ hien: 'doubt' }} />
          </dd>
        </div>
      </dl>
    </section>
  );
}
