import { Field } from '../parts/field.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { text } from '../text.ts';

export interface DecisionTyped {
  readonly kept: boolean;
  readonly act: string;
  readonly from: string;
  /** Last day, or empty while it holds. */
  readonly last: string;
}

interface TenantDecisionProps {
  value: DecisionTyped;
  onValue: (value: DecisionTyped) => void;
  tried: boolean;
  errorOf: (part: 'act' | 'from' | 'to') => string | undefined;
}

/** The province's own decision on how to evaluate, without which nothing is graded after 30/6/2025. */
export function TenantDecision({ value, onValue, tried, errorOf }: TenantDecisionProps) {
  const needed = (typed: string) => (tried && typed.trim() === '' ? text('field.needed') : undefined);
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
