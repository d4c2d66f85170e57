import { formatCount, formatN } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { QualityStop, SurveyQuality } from '#wire/survey-quality.ts';
import { Figure } from '../../parts/figure.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { language, text } from '../../text.ts';

type Quality = NonNullable<SurveyQuality['quality']>;

function minutes(seconds: number): string {
  return seconds < 60 ? text('quality.seconds', { n: seconds }) : text('quality.minutes', { n: seconds / 60 });
}

function Pace({ pace }: { pace: Quality['pace'] }) {
  if (!pace) return <>{text('quality.pace.none')}</>;
  const { low, high, n } = pace;
  const said =
    high === null
      ? text('quality.pace.over', { low: minutes(low) })
      : low === 0
        ? text('quality.pace.under', { high: minutes(high) })
        : text('quality.pace.between', { low: minutes(low), high: minutes(high) });
  return (
    <>
      {said} <span class="muted">{formatN(n, language())}</span>
    </>
  );
}

function Stops({ title, stops }: { title: string; stops: readonly QualityStop[] }) {
  if (stops.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ol>
        {stops.slice(0, 5).map(({ survey, question, text: words, figure }) => (
          <li key={`${survey} ${question}`}>
            <strong>{question}</strong> <span lang="vi">{words}</span> <Figure of={figure} />{' '}
            <span class="muted">
              {text('quality.ofForms', {
                k: formatCount(figure.value ?? 0, language()),
                n: formatCount(figure.of ?? 0, language()),
              })}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** From the link to the answer sent, channel by channel, and where forms were left on the way. */
export function Funnel({ quality }: { quality: Quality }) {
  const { invited, forms, funnel, left, faults, pace } = quality;
  const worst = left[0];
  return (
    <section>
      <h2>{text('quality.funnel')}</h2>
      <dl class="facts">
        <div>
          <dt>{text('quality.invited')}</dt>
          <dd>
            <Figure of={invited} />
          </dd>
        </div>
        <div>
          <dt>{text('quality.sent')}</dt>
          <dd>
            <Figure of={forms} />
          </dd>
        </div>
        {worst && (
          <div>
            <dt>{text('quality.worst')}</dt>
            <dd>
              {text('quality.worst.at', {
                question: worst.question,
                share: printFigure(worst.figure, 'value', language()),
              })}
            </dd>
          </div>
        )}
        <div>
          <dt>{text('quality.pace')}</dt>
          <dd>
            <Pace pace={pace} />
          </dd>
        </div>
      </dl>
      <SortableTable
        caption={text('quality.funnel.caption')}
        rows={funnel}
        rowKey={({ channel }) => channel}
        columns={[
          { key: 'channel', label: text('quality.channel'), cell: ({ channel }) => text(`quality.channel.${channel}`) },
          { key: 'opened', label: text('quality.opened'), number: true, cell: ({ opened }) => <Figure of={opened} /> },
          {
            key: 'started',
            label: text('quality.started'),
            number: true,
            cell: ({ started }) => <Figure of={started} />,
          },
          { key: 'sent', label: text('quality.sent'), number: true, cell: ({ sent }) => <Figure of={sent} /> },
        ]}
      />
      <p class="small muted">{text('quality.funnel.note')}</p>
      <Stops title={text('quality.left')} stops={left} />
      <Stops title={text('quality.faults')} stops={faults} />
    </section>
  );
}
