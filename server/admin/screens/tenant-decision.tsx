import { citationText } from '#rules/law.ts';
import { POINTS_RULESETS, rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset, PointsRulesetId } from '#rules/rulesets/ruleset.ts';
import { Field } from '../parts/field.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { text } from '../text.ts';

export interface DecisionTyped {
  readonly kept: boolean;
  readonly act: string;
  readonly ruleset: PointsRulesetId;
  readonly from: string;
  /** Last day, or empty while it holds. */
  readonly last: string;
}

interface TenantDecisionProps {
  value: DecisionTyped;
  onValue: (value: DecisionTyped) => void;
  tried: boolean;
  errorOf: (part: 'act' | 'ruleset' | 'from' | 'to') => string | undefined;
}

/** The province's own decision on how to evaluate, without which nothing is graded after 30/6/2025. */
export function TenantDecision({ value, onValue, tried, errorOf }: TenantDecisionProps) {
  const needed = (typed: string) => (tried && typed.trim() === '' ? text('field.needed') : undefined);
  const { caveats } = rulesetById<PointsRuleset>(value.ruleset);
  return (
    <>
      <RadioField
        legend={text('tenant.decision')}
        help={text('tenant.decision.help')}
        value={value.kept ? 'yes' : 'no'}
        onValue={(kept) => onValue({ ...value, kept: kept === 'yes' })}
        options={[
          { value: 'no', label: text('tenant.decision.no') },
          { value: 'yes', label: text('tenant.decision.yes') },
        ]}
      />
      {value.kept && (
        <div class="follow-up">
          <Field
            label={text('tenant.act')}
            help={text('tenant.act.help')}
            value={value.act}
            onValue={(act) => onValue({ ...value, act })}
            error={needed(value.act) ?? errorOf('act')}
          />
          <SelectField
            label={text('tenant.ruleset')}
            help={text('tenant.ruleset.help')}
            value={value.ruleset}
            onValue={(id) => onValue({ ...value, ruleset: id as PointsRulesetId })}
            options={POINTS_RULESETS.map(({ id, title }) => ({ value: id, label: title }))}
            error={errorOf('ruleset')}
          />
          {caveats.map((caveat) => (
            <p key={caveat.text} class="note">
              {caveat.text} <span class="small">{citationText(caveat.cite)}</span>
            </p>
          ))}
          <Field
            date
            label={text('tenant.from')}
            value={value.from}
            onValue={(from) => onValue({ ...value, from })}
            error={needed(value.from) ?? errorOf('from')}
          />
          <Field
            date
            label={text('tenant.last')}
            help={text('tenant.last.help')}
            value={value.last}
            onValue={(last) => onValue({ ...value, last })}
            error={errorOf('to')}
          />
        </div>
      )}
    </>
  );
}
