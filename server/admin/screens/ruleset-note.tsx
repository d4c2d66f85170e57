import type { Period } from '#wire/results.ts';
import { text } from '../text.ts';

/** By what and on whose authority figures were scored, and what must be known of every one of them: beside each result. */
export function RulesetNote({ period }: { period: Period }) {
  const { rulesetTitle, rulesetCite, caveats, decision } = period;
  return (
    <>
      <p class="muted">
        {text('results.ruleset', { ruleset: rulesetTitle })}
        {decision && ` · ${text('results.rule', { decision })}`}
        {rulesetCite && ` · ${text('results.source', { cite: rulesetCite })}`}
      </p>
      {caveats.map((caveat) => (
        <p key={caveat.text} class="note">
          {caveat.text} <span class="small">{caveat.cite}</span>
        </p>
      ))}
    </>
  );
}
