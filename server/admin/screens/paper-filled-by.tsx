import type { PaperResponse } from '#wire/paper-response.ts';
import { Field } from '../parts/field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { text } from '../text.ts';

/** Who filled a sheet in, as ticked on it; '' = not told. */
export interface Helper {
  readonly assisted: '' | NonNullable<PaperResponse['assisted']>;
  readonly way: '' | NonNullable<PaperResponse['way']>;
  readonly helper: string;
}
export const NOBODY: Helper = { assisted: '', way: '', helper: '' };

const WHO = ['', 'self', 'relative', 'volunteer', 'officer'] as const;
const WAYS = ['', 'counter', 'phone', 'home'] as const;

/** What of it is sent: a way only with somebody who helped, a code only of an officer. */
export function toldOf({ assisted, way, helper }: Helper): Partial<PaperResponse> {
  const helped = assisted !== '' && assisted !== 'self';
  return {
    ...(assisted !== '' && { assisted }),
    ...(helped && way !== '' && { way }),
    ...(assisted === 'officer' && helper.trim() && { helper: helper.trim() }),
  };
}

interface PaperFilledByProps {
  told: Helper;
  onTold: (told: Helper) => void;
  error: (path: string) => string | undefined;
}

/** Asks who filled the sheet in; how they met and which officer only where there was one. */
export function PaperFilledBy({ told, onTold, error }: PaperFilledByProps) {
  return (
    <>
      <SelectField
        label={text('paper.assisted')}
        help={text('paper.assisted.help')}
        value={told.assisted}
        onValue={(value) => onTold({ ...told, assisted: value as Helper['assisted'] })}
        options={WHO.map((value) => ({ value, label: text(`paper.assisted.${value || 'untold'}`) }))}
        error={error('assisted')}
      />
      {told.assisted !== '' && told.assisted !== 'self' && (
        <SelectField
          label={text('paper.way')}
          value={told.way}
          onValue={(value) => onTold({ ...told, way: value as Helper['way'] })}
          options={WAYS.map((value) => ({ value, label: text(`paper.way.${value || 'untold'}`) }))}
          error={error('way')}
        />
      )}
      {told.assisted === 'officer' && (
        <Field
          label={text('paper.helper')}
          help={text('paper.helper.help')}
          value={told.helper}
          onValue={(helper) => onTold({ ...told, helper })}
          error={error('helper')}
        />
      )}
    </>
  );
}
