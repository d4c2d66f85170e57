import { formatDate } from '#rules/format.ts';
import type { CaseView } from '#wire/case.ts';
import { dayOrMonth } from '../case-words.ts';
import { text } from '../text.ts';

/** What the citizen said, in the words of the form, and where and by when a reply was promised. */
export function CaseSaid({ it }: { it: CaseView }) {
  return (
    <section aria-labelledby="da-noi">
      <p>
        {text('case.place', { unit: it.unitName ?? '', asked: dayOrMonth(it.asked), due: formatDate(it.due) })}{' '}
        {it.late && <strong class="error">{text('cases.late')}</strong>}
        {it.procedure && (
          <>
            <br />
            {it.procedureName ?? it.procedure}
          </>
        )}
      </p>
      <h2 id="da-noi">{text('case.said')}</h2>
      {it.said.length === 0 ? (
        <p class="note">{text('case.said.gone')}</p>
      ) : (
        <>
          <dl class="evidence">
            {it.said.map(({ question, answer }) => (
              <div key={question}>
                <dt>{question}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
          <h3>{text('case.comment')}</h3>
          {it.comment === null ? (
            <p class="muted">{text('case.comment.none')}</p>
          ) : (
            <blockquote>{it.comment}</blockquote>
          )}
        </>
      )}
    </section>
  );
}
