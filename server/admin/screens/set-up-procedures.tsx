import { useState } from 'preact/hooks';
import type { Procedure } from '#wire/procedure.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PasteRows } from '../parts/paste-rows.tsx';
import { type Done, Undo } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { ProcedureTable } from './procedure-table.tsx';

const columns = () => ({
  procedure: text('procedures.code'),
  name: text('procedures.name'),
  sector: text('procedures.sector'),
  limitDays: text('procedures.limit'),
});
const EMPTY = { procedure: '', name: '', sector: '', limit: '' };

/** `10`, `0,5` → days; blank = not known, `null`; anything else is no number and stays as typed, never unknown. */
function daysOf(typed: string): number | null | string {
  if (typed.trim() === '') return null;
  const days = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(days) ? days : typed;
}

function procedureOf({ procedure, name, sector, limit }: typeof EMPTY) {
  return { procedure: procedure.trim(), name: name.trim(), sector: sector.trim() || null, limitDays: daysOf(limit) };
}

/** The province's procedures: what survey and results call them, and the days the law allows. */
export function SetUpProcedures() {
  const { api } = useAdmin();
  const procedures = useLoad('procedures', (signal) => api.procedures(signal));
  const [fields, setFields] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  /** What was written over, as it stood. */
  async function putBack(before: Procedure): Promise<void> {
    await api.putProcedure(before);
    procedures.again();
    setDone({ said: text('undo.done') });
  }
  const save = useAction(async () => {
    const next = procedureOf(fields);
    const before = procedures.value?.procedures.find(({ procedure }) => procedure === next.procedure);
    await api.putProcedure(next);
    const said = text('procedures.saved', { procedure: next.procedure });
    setDone(before ? { said, back: () => putBack(before) } : { said });
    setFields(EMPTY);
    setTried(false);
    procedures.again();
  });
  const set = (name: keyof typeof EMPTY) => (value: string) => setFields((before) => ({ ...before, [name]: value }));
  const wrong = (value: string, path: string) =>
    tried && value.trim() === '' ? text('field.needed') : issueOf(save.fault, path);

  return (
    <>
      <p>{text('procedures.intro')}</p>
      <Form
        fault={save.fault}
        onSubmit={() => {
          setDone(null);
          setTried(true);
          if (fields.procedure.trim() && fields.name.trim()) void save.run();
        }}
      >
        {save.fault && <FaultText beside fault={save.fault} />}
        <Field
          label={text('procedures.code')}
          help={text('procedures.code.help')}
          value={fields.procedure}
          onValue={set('procedure')}
          error={wrong(fields.procedure, 'procedure')}
        />
        <Field
          label={text('procedures.name')}
          value={fields.name}
          onValue={set('name')}
          error={wrong(fields.name, 'name')}
        />
        <Field
          label={text('procedures.sector')}
          value={fields.sector}
          onValue={set('sector')}
          error={issueOf(save.fault, 'sector')}
        />
        <Field
          label={text('procedures.limit')}
          help={text('procedures.limit.help')}
          value={fields.limit}
          onValue={set('limit')}
          error={issueOf(save.fault, 'limitDays')}
        />
        <div class="actions">
          <WorkButton label={text('procedures.save')} busyLabel={text('state.saving')} busy={save.busy} />
        </div>
      </Form>
      <Undo done={done} />
      <PasteRows
        columns={columns()}
        item={([procedure = '', name = '', sector = '', limit = '']) => procedureOf({ procedure, name, sector, limit })}
        send={api.putProcedures}
        onDone={procedures.again}
      />
      <Loaded of={procedures}>{({ procedures: list }) => <ProcedureTable procedures={list} />}</Loaded>
    </>
  );
}
