import type { PackMeaning } from '#rules/packs/host-pack.ts';
import { countSentence } from '../../health-words.ts';
import type { Trial, TriedField } from '../../teach-messages.ts';
import { meaningSay, say } from './teach-words.ts';

const names = (meanings: readonly PackMeaning[]): string => meanings.map((each) => meaningSay(each)).join(', ');

function Field({ field }: { field: TriedField }) {
  if (field.text !== null) return <>✓ {field.text}</>;
  return <>? {field.raw ? say('unread', { raw: field.raw }) : say('empty')}</>;
}

/** Step 3: five rows as they would be read, and how many of the list. */
export function ReadOut({ trial }: { trial: Trial }) {
  const { count, rows, missing, personal, detail } = trial;
  const columns = rows[0]?.map(({ meaning }) => meaning) ?? [];
  return (
    <section aria-labelledby="day-3">
      <h2 id="day-3">{say('step3')}</h2>
      <div role="status">
        <p>{count ? `${countSentence(count)}.` : detail ? say('detailRead') : say('noList')}</p>
        {missing.length > 0 && <p>{say('missing', { columns: names(missing) })}</p>}
        {personal.length > 0 && <p>{say('personalNow', { columns: names(personal) })}</p>}
      </div>
      {detail && (
        <ul class="plain">
          {detail.map((field) => (
            <li key={field.meaning}>
              {meaningSay(field.meaning)}: <Field field={field} />
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reached by the keyboard
        <section class="scrolls" tabIndex={0} aria-label={say('rows')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('row')}</th>
                {columns.map((meaning) => (
                  <th key={meaning} scope="col">
                    {meaningSay(meaning)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((fields, i) => (
                <tr key={i}>
                  <th scope="row">{i + 1}</th>
                  {fields.map((field) => (
                    <td key={field.meaning}>
                      <Field field={field} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
