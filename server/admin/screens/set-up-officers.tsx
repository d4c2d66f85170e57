import { useState } from 'preact/hooks';
import type { Officer } from '#wire/officer.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import type { Load } from '../use-load.ts';

const EMPTY = { officer: '', label: '', pin: '' };

/** Officers by code and PIN: no full names, nothing that can be read back. */
export function SetUpOfficers({
  units,
  held: officers,
}: {
  units: readonly Unit[];
  held: Load<{ officers: readonly Officer[] }>;
}) {
  const { api } = useAdmin();
  const [unit, setUnit] = useState('');
  const [fields, setFields] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState('');
  const add = useAction(async () => {
    await api.addOfficer({ ...fields, officer: fields.officer.trim(), label: fields.label.trim(), unit });
    setAdded(fields.officer.trim());
    setFields(EMPTY);
    setTried(false);
    officers.again();
  });
  const set = (name: keyof typeof EMPTY) => (value: string) => setFields((before) => ({ ...before, [name]: value }));
  const wrong = (value: string, path: string) =>
    tried && value.trim() === '' ? text('field.needed') : issueOf(add.fault, path);

  return (
    <>
      <p>{text('officers.intro')}</p>
      <Form
        fault={add.fault}
        onSubmit={() => {
          setAdded('');
          setTried(true);
          if (unit && Object.values(fields).every((value) => value.trim() !== '')) void add.run();
        }}
      >
        {add.fault && <FaultText beside fault={add.fault} />}
        <UnitSelect units={units} value={unit} onValue={setUnit} error={wrong(unit, 'unit')} />
        <Field
          label={text('officers.code')}
          value={fields.officer}
          onValue={set('officer')}
          error={wrong(fields.officer, 'officer')}
        />
        <Field
          label={text('officers.label')}
          help={text('officers.label.help')}
          value={fields.label}
          onValue={set('label')}
          error={wrong(fields.label, 'label')}
        />
        <Field
          label={text('officers.pin')}
          help={text('officers.pin.help')}
          secret
          digits
          autocomplete="new-password"
          value={fields.pin}
          onValue={set('pin')}
          error={wrong(fields.pin, 'pin')}
        />
        <div class="actions">
          <WorkButton label={text('officers.add')} busyLabel={text('officers.adding')} busy={add.busy} />
        </div>
        <p role="status">{added && text('officers.added', { officer: added })}</p>
      </Form>
      <Loaded of={officers}>
        {({ officers: list }) =>
          list.length === 0 ? (
            <p>{text('officers.none')}</p>
          ) : (
            <SortableTable
              caption={text('officers.list', { n: list.length })}
              rows={list}
              rowKey={(o) => o.officer}
              columns={[
                { key: 'officer', label: text('officers.code'), by: (o) => o.officer, cell: (o) => o.officer },
                { key: 'label', label: text('officers.label'), by: (o) => o.label, cell: (o) => o.label },
                {
                  key: 'unit',
                  label: text('field.unit'),
                  by: (o) => o.unit,
                  cell: (o) => units.find((u) => u.unit === o.unit)?.name ?? o.unit,
                },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}
