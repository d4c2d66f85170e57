import { useState } from 'preact/hooks';
import type { UnitFacts } from '#rules/facts.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import type { Period } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { type TextKey, text } from '../text.ts';
import { countsOf, factsOf, faultIn, GROUPS, type Group, typedFacts } from '../unit-facts-typed.ts';
import { useAction } from '../use-action.ts';

interface UnitFactsFormProps {
  period: Period;
  /** With the level it has in the period. */
  unit: Pick<Unit, 'unit' | 'name' | 'level'>;
  facts: UnitFacts;
  onSaved: () => void;
}

const legend = (indicator: IndicatorId) => text('facts.indicator', { i: indicator, name: INDICATOR_NAMES[indicator] });

/** The four groups of counts of one unit. Left empty, an indicator is not declared, which is never 0. */
export function UnitFactsForm({ period, unit, facts, onSaved }: UnitFactsFormProps) {
  const { api, session } = useAdmin();
  const sealed = period.state === 'sealed';
  const may = period.state === 'open' || period.state === 'closed' || (sealed && session.role === 'province-admin');
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState(() => typedFacts(facts));
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    const told = { unit: unit.unit, period: period.period, facts: factsOf(typed, unit.level) };
    await api.putUnitFacts(sealed ? { ...told, reason } : told);
    setSaved(true);
    onSaved();
  });
  const groups = Object.keys(GROUPS) as Group[];
  const clear = groups.every((group) => countsOf(group).every((name) => faultIn(typed, group, name) === null));

  function counts(group: Group, indicator: IndicatorId) {
    const whole = issueOf(save.fault, `facts.${group}`);
    return (
      <fieldset aria-describedby={whole ? `${group}-loi` : undefined} class={whole ? 'invalid' : undefined}>
        <legend>{legend(indicator)}</legend>
        {whole && (
          <p class="error" id={`${group}-loi`}>
            {text('facts.whole', { why: whole })}
          </p>
        )}
        {countsOf(group).map((name) => {
          const path = `${group}.${name}`;
          const fault = tried ? faultIn(typed, group, name) : null;
          return (
            <Field
              key={name}
              digits
              label={text(`facts.${path}` as TextKey)}
              value={typed.counts[path] ?? ''}
              onValue={(value) => setTyped((before) => ({ ...before, counts: { ...before.counts, [path]: value } }))}
              error={fault ? text(`facts.fault.${fault}`) : issueOf(save.fault, `facts.${path}`)}
            />
          );
        })}
      </fieldset>
    );
  }

  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        setSaved(false);
        setTried(true);
        if (clear) void save.run();
      }}
    >
      {save.fault && <FaultText beside fault={save.fault} />}
      <fieldset class="plain" disabled={!may}>
        {counts('oneStop', 5)}
        <RadioField
          legend={legend(6)}
          value={typed.disclosure}
          onValue={(value) => setTyped((before) => ({ ...before, disclosure: value as typeof before.disclosure }))}
          options={(['', 'both', 'one', 'faulty'] as const).map((value) => ({
            value,
            label: text(value ? `facts.disclosure.${value}` : 'facts.notDeclared'),
          }))}
        />
        {counts('petitions', 8)}
        {counts('online', 9)}
        {sealed && may && (
          <Field
            label={text('facts.reason')}
            value={reason}
            onValue={setReason}
            error={issueOf(save.fault, 'reason')}
          />
        )}
        {may && (
          <div class="actions">
            <WorkButton label={text('facts.save')} busyLabel={text('state.saving')} busy={save.busy} />
          </div>
        )}
      </fieldset>
      {tried && !clear && <p class="error">{text('form.look')}</p>}
      <p role="status">{saved && text('facts.saved', { unit: unit.name })}</p>
    </Form>
  );
}
