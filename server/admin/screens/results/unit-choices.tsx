import type { Results } from '#wire/results.ts';
import { text } from '../../text.ts';

/** Every place where the text of the law left room, and how it was settled for this result. */
export function UnitChoices({ choices }: { choices: Results['choices'] }) {
  if (choices.length === 0) return null;
  return (
    <details>
      <summary>
        {text('unit.choices')} ({choices.length})
      </summary>
      <p>{text('unit.choices.intro')}</p>
      <dl class="choices" lang="vi">
        {choices.map((choice) => (
          <div key={choice.key}>
            <dt>{choice.label}</dt>
            <dd>
              <strong>{choice.value}</strong>
              <br />
              {choice.reason} <span class="muted">{choice.cite}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
