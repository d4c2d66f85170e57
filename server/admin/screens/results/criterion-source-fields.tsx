import type { ParRatioView } from '#wire/par-criteria.ts';
import { Field } from '../../parts/field.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { text } from '../../text.ts';
import type { TypedCriterion } from './criterion-typed.ts';

interface CriterionSourceFieldsProps {
  typed: TypedCriterion;
  ratios: readonly ParRatioView[];
  onTyped: (change: Partial<TypedCriterion>) => void;
  errorOf: (field: keyof TypedCriterion) => string | undefined;
}

/** Where the points of a criterion come from: a ratio and how it becomes points, or what the province declares with its paper. */
export function CriterionSourceFields({ typed, ratios, onTyped, errorOf }: CriterionSourceFieldsProps) {
  const { way, kind, bounds, declared, evidence } = typed;
  return (
    <>
      <SelectField
        label={text('par.edit.way')}
        value={way}
        onValue={(next) => onTyped({ way: next })}
        options={[
          { value: '', label: text('par.edit.way.none') },
          { value: 'declared', label: text('par.edit.way.declared') },
          ...ratios.map(({ id, label }) => ({ value: id as string, label })),
        ]}
      />
      {way !== '' && way !== 'declared' && (
        <>
          <SelectField
            label={text('par.edit.kind')}
            value={kind}
            onValue={(next) => onTyped({ kind: next as TypedCriterion['kind'] })}
            options={(['steps', 'linear'] as const).map((value) => ({ value, label: text(`par.edit.kind.${value}`) }))}
          />
          <Field
            label={text('par.edit.bounds')}
            value={bounds}
            onValue={(next) => onTyped({ bounds: next })}
            help={text('par.edit.bounds.help')}
            error={errorOf('bounds')}
          />
        </>
      )}
      {way === 'declared' && (
        <>
          <Field
            label={text('qd766.points')}
            value={declared}
            onValue={(next) => onTyped({ declared: next })}
            help={text('par.points.help')}
            error={errorOf('declared')}
          />
          <Field
            label={text('par.evidence')}
            value={evidence}
            onValue={(next) => onTyped({ evidence: next })}
            help={text('par.evidence.help')}
            error={errorOf('evidence')}
          />
        </>
      )}
    </>
  );
}
