import './results.css';
import { formatCount, MISSING } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { ContentsView, ContentView } from '#wire/contents-view.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Loaded } from '../../parts/loaded.tsx';
import type { Place } from '../../place.ts';
import { language, text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { AnswerTable } from './answer-table.tsx';
import { ScopeChoice, useScope } from './scope-choice.tsx';
import { WhyCell } from './why-cell.tsx';

function Favourable({ of: { favourable } }: { of: ContentView }) {
  if (favourable === null) return <span class="muted">{text('contents.noReading')}</span>;
  return (
    <>
      <span data-figure={favourable.id}>{printFigure(favourable, 'value', language())}</span>
      <span class="below whole">{printFigure(favourable, 'interval', language())}</span>
      <span class="small muted">
        {printFigure(favourable, 'n', language())}
        {favourable.few && ` · ${text('results.few')}`}
      </span>
    </>
  );
}

/** The nine contents of one form: how many answered, how many of them well, and below each its questions. */
function Contents({ survey, contents }: ContentsView['surveys'][number]) {
  const asked = contents.filter(({ questions }) => questions.length > 0);
  return (
    <section>
      <table class="cards">
        <caption>{text('contents.caption', { survey })}</caption>
        <thead>
          <tr>
            <th scope="col">{text('contents.content')}</th>
            <th scope="col" class="number">
              {text('byProcedure.count')}
            </th>
            <th scope="col" class="number">
              {text('contents.favourable')}
            </th>
            <th scope="col">{text('qd766.why')}</th>
          </tr>
        </thead>
        <tbody>
          {contents.map((each) => (
            <tr key={each.letter}>
              <th scope="row" lang="vi">
                {each.letter}) {each.heading}
              </th>
              <td class="number" data-label={text('byProcedure.count')}>
                <div>
                  {each.n === null ? MISSING : formatCount(each.n, language())}
                  {each.declined > 0 && (
                    <span class="below">
                      {text('contents.declined', { n: formatCount(each.declined, language()) })}
                    </span>
                  )}
                </div>
              </td>
              <td class="number" data-label={text('contents.favourable')}>
                <div>
                  <Favourable of={each} />
                </div>
              </td>
              <WhyCell because={each.because} evidence={[]}>
                <span class="below">{[each.cite, ...(each.favourable?.cites ?? [])].join(' · ')}</span>
              </WhyCell>
            </tr>
          ))}
        </tbody>
      </table>
      {asked.map((each) => (
        <details key={each.letter}>
          <summary lang="vi">
            {each.letter}) {each.heading}
          </summary>
          {each.questions.map((question) => (
            <AnswerTable key={question.question} asked={question.text} options={question.options} />
          ))}
        </details>
      ))}
    </section>
  );
}

/** What citizens said of each content of Điều 33 NĐ 118/2025: shares, no points. `#/noi-dung?don-vi=` */
export function ContentsScreen({ place }: { place: Place }) {
  const { api } = useAdmin();
  const { period } = useDesk();
  const unit = useScope(place);
  const load = useLoad(period && `contents ${period.period} ${unit}`, (signal) =>
    api.contents(period?.period ?? '', unit, signal),
  );
  return (
    <>
      <h1 tabIndex={-1}>{text('contents.title')}</h1>
      <p class="muted">{text('contents.intro')}</p>
      {!period && <p>{text('results.noPeriods')}</p>}
      <ScopeChoice place={place} />
      {period && (
        <Loaded of={load}>
          {(view) => (
            <>
              <p class="muted" lang="vi">
                {view.title} · {view.cite}
              </p>
              {view.caveats.map((caveat) => (
                <p key={caveat} class="note" lang="vi">
                  {caveat}
                </p>
              ))}
              {!view.closed && <p class="note">{text('results.open')}</p>}
              {view.closed && view.surveys.length === 0 && <p class="note">{text('contents.none')}</p>}
              {view.leftOut && <p class="note">{text('contents.leftOut')}</p>}
              {view.surveys.map((survey) => (
                <Contents key={survey.survey} {...survey} />
              ))}
              {view.surveys.length > 0 && <p class="small muted">{text('unit.interval')}</p>}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
