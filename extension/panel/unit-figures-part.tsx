import { formatCount } from '#rules/format.ts';
import type { UnitFigures } from '#wire/unit-figures.ts';
import { language } from '../language.ts';
import { say } from './citizen-words.ts';
import { useAnswer } from './use-answer.ts';

/** Tenths of a percent as the language of the page prints them. */
const percent = (perMille: number): string => {
  const text = (perMille / 10).toFixed(1);
  return language() === 'vi' ? text.replace('.', ',') : text;
};

function Published({ published }: { published: NonNullable<UnitFigures['published']> }) {
  const { label: period, hidden, satisfactionShare: share, gradeLabel, url } = published;
  const sentence = hidden
    ? say('hidden', { period })
    : !share
      ? say('few', { period })
      : say('published', {
          ...{ period, share: percent(share.value), low: percent(share.low), high: percent(share.high) },
          n: formatCount(share.n, language()),
        });
  return (
    <p>
      {sentence} {!hidden && gradeLabel && say('publishedGrade', { grade: gradeLabel })}{' '}
      <a href={url} target="_blank" rel="noreferrer">
        {say('page')}
      </a>
    </p>
  );
}

/** What the browser of a unit may say of its citizens' answers: the count now, shares only as the public reads them. Asked again when `at` changes. */
export function UnitFiguresPart({ unit, at }: { unit: string; at: string }) {
  const { answer } = useAnswer({ type: 'panel.figures' }, at);
  if (!answer) return <p class="loading">{say('loading')}</p>;
  // Without the server there is no figure, and none of yesterday is shown in its place.
  if (!answer.ok) return <p class="meta">{answer.message}</p>;
  const { open, published } = answer.value;
  return (
    <>
      <p>
        {open
          ? say('received', { period: open.label, n: formatCount(open.received, language()), unit })
          : say('noPeriod')}
      </p>
      {published && <Published published={published} />}
    </>
  );
}
