import { useState } from 'preact/hooks';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { Undo, useStanding } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

/** `https://a.vn/` and blank lines as people type them → the list as it is sent. */
function typedOrigins(typed: string): string[] {
  return typed
    .split(/[\s,;]+/)
    .map((line) => line.replace(/\/+$/, ''))
    .filter(Boolean);
}

type Origins = readonly string[];

interface OriginFieldsProps {
  origins: Origins;
  onTry: () => void;
  onSave: (origins: Origins) => Promise<void>;
}

function OriginFields({ origins, onTry, onSave }: OriginFieldsProps) {
  const [typed, setTyped] = useState(origins.join('\n'));
  const save = useAction(async () => {
    await onSave(typedOrigins(typed));
  });
  const wrong = typedOrigins(typed).map((_, i) => issueOf(save.fault, `origins.${i}`));
  const first = wrong.findIndex((issue) => issue !== undefined);
  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        onTry();
        void save.run();
      }}
    >
      {save.fault && <FaultText beside fault={save.fault} />}
      <LongField
        label={text('origins.label')}
        help={text('origins.help')}
        value={typed}
        onValue={setTyped}
        error={
          first < 0 ? issueOf(save.fault, 'origins') : text('origins.wrong', { i: first + 1, what: wrong[first] ?? '' })
        }
      />
      <div class="actions">
        <WorkButton label={text('origins.save')} busyLabel={text('state.saving')} busy={save.busy} />
      </div>
    </Form>
  );
}

/** Sites that may show the page without script in a frame, one a line; saved as a whole. */
export function PortalOriginsForm({ origins }: { origins: Origins }) {
  const { api } = useAdmin();
  const put = async (next: Origins): Promise<Origins> => (await api.putPortalOrigins([...next])).origins;
  const { stands, key, save, done, onTry } = useStanding(origins, put, text('origins.done'));
  return (
    <>
      <OriginFields key={`${key} ${stands.join(' ')}`} origins={stands} onTry={onTry} onSave={save} />
      <Undo done={done} />
    </>
  );
}
