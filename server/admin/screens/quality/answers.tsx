import type { Look } from '#rules/drawing/drawing.ts';
import { levelBars } from '#rules/drawing/level-bars.ts';
import { qualityId } from '#rules/figure-id.ts';
import { formatN, formatPercent } from '#rules/format.ts';
import type { QualityQuestion, SurveyQuality } from '#wire/survey-quality.ts';
import { Chart } from '../../parts/chart.tsx';
import { Figure } from '../../parts/figure.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { language, text } from '../../text.ts';

/** Five levels, best first, and those who said none. */
const LEVELS: readonly (readonly [option: string, look: Look])[] = [
  ['s5', 'lv-5'],
  ['s4', 'lv-4'],
  ['s3', 'lv-3'],
  ['s2', 'lv-2'],
  ['s1', 'lv-1'],
  ['unknown', 'lv-none'],
];

/** The levels of satisfaction as one bar, for the question that has them. */
function Levels({ survey, n, options }: QualityQuestion) {
  const levels = LEVELS.flatMap(([code, look]) => {
    const option = options.find((each) => each.option === code);
    return option ? [{ label: option.text, look, figure: { ...option.figure, unit: 'count' as const } }] : [];
  });
  const given = (codes: readonly string[]) =>
    options.reduce((sum, { option, figure }) => sum + (codes.includes(option) ? (figure.value ?? 0) : 0), 0);
  const share = formatPercent(given(['s5', 's4']), n - given(['unknown']), language());
  return (
    <Chart
      drawing={levelBars({
        id: qualityId(survey, 'levels'),
        title: text('quality.satisfied', { share }),
        head: text('quality.form'),
        levels,
        rows: [{ label: survey, parts: levels.map(({ figure }) => figure), note: formatN(n, language()) }],
        lang: language(),
      })}
    />
  );
}

function Question(question: QualityQuestion) {
  const { survey, question: code, text: asked, n, options } = question;
  return (
    <details>
      <summary>
        <strong>{code}</strong> <span lang="vi">{asked}</span> <span class="muted">{formatN(n, language())}</span>
      </summary>
      <SortableTable
        caption={`${survey} · ${code}`}
        rows={options}
        rowKey={({ option }) => option}
        columns={[
          { key: 'option', label: text('quality.option'), cell: (option) => <span lang="vi">{option.text}</span> },
          { key: 'share', label: text('quality.share'), number: true, cell: ({ figure }) => <Figure of={figure} /> },
          {
            key: 'interval',
            label: text('quality.range'),
            number: true,
            cell: ({ figure }) => <Figure of={figure} show="interval" />,
          },
          {
            key: 'n',
            label: text('quality.forms'),
            number: true,
            cell: ({ figure }) => <Figure of={{ ...figure, unit: 'count' }} />,
            by: ({ figure }) => figure.value,
          },
        ]}
      />
    </details>
  );
}

/** How each question was answered. */
export function Answers({ quality: { questions } }: { quality: NonNullable<SurveyQuality['quality']> }) {
  return (
    <section>
      <h2>{text('quality.answers')}</h2>
      {questions
        .filter(({ options }) => LEVELS.slice(0, 5).every(([code]) => options.some(({ option }) => option === code)))
        .map((question) => (
          <Levels key={`${question.survey} ${question.question}`} {...question} />
        ))}
      {questions.map((question) => (
        <Question key={`${question.survey} ${question.question}`} {...question} />
      ))}
    </section>
  );
}
