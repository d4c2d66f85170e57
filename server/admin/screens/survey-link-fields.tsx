import { type ApiFault, issueOf } from '../api.ts';
import { useDesk } from '../desk.ts';
import { faultIn, type LinkField, type TypedLinks } from '../links-typed.ts';
import { Field } from '../parts/field.tsx';
import { LongField } from '../parts/long-field.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { text } from '../text.ts';

interface SurveyLinkFieldsProps {
  typed: TypedLinks;
  onTyped: (typed: TypedLinks) => void;
  /** The form was sent once, so what is wrong is said. */
  tried: boolean;
  fault: ApiFault | null;
}

/** Which dossiers, how many, and whose. */
export function SurveyLinkFields({ typed, onTyped, tried, fault }: SurveyLinkFieldsProps) {
  const { units } = useDesk();
  const wrong = tried ? faultIn(typed) : null;
  const set = (field: LinkField) => (value: string) => onTyped({ ...typed, [field]: value });
  const error = (field: LinkField, path: string = field) =>
    wrong?.field === field ? wrong.message : issueOf(fault, path);
  return (
    <>
      <Field
        date
        label={text('links.from')}
        value={typed.from}
        onValue={set('from')}
        error={error('from', 'returned.from')}
      />
      <Field
        date
        label={text('links.lastDay')}
        value={typed.lastDay}
        onValue={set('lastDay')}
        error={error('lastDay', 'returned.lastDay')}
      />
      <UnitSelect
        label={text('links.unit')}
        none={text('links.allUnits')}
        units={units}
        value={typed.unit}
        onValue={set('unit')}
        error={error('unit')}
      />
      <RadioField
        legend={text('links.kind')}
        value={typed.kind}
        onValue={set('kind')}
        options={(['first', 'reminder'] as const).map((value) => ({ value, label: text(`links.kind.${value}`) }))}
      />
      <Field digits label={text('links.limit')} value={typed.limit} onValue={set('limit')} error={error('limit')} />
      <Field digits label={text('links.days')} value={typed.days} onValue={set('days')} error={error('days')} />
      {typed.kind === 'first' && (
        <LongField
          label={text('links.groups')}
          help={text('links.groups.help')}
          value={typed.groups}
          onValue={set('groups')}
          error={error('groups')}
        />
      )}
    </>
  );
}
