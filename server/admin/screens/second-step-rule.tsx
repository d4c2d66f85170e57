import { useState } from 'preact/hooks';
import type { SecondStepFor } from '#wire/second-step.ts';
import type { User } from '#wire/user.ts';
import { useAdmin } from '../admin-context.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Undo, useStanding } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';

const ASKED: readonly SecondStepFor[] = ['nobody', 'admins', 'everyone'];

/** Accounts that would have to turn it on before the next thing they do. */
function lacking(users: readonly User[], askedOf: SecondStepFor): number {
  const asked = (role: User['role']) => askedOf === 'everyone' || role === 'province-admin' || role === 'unit-admin';
  if (askedOf === 'nobody') return 0;
  return users.filter((user) => user.active && !user.secondStep && asked(user.role)).length;
}

interface RuleFieldProps {
  askedOf: SecondStepFor;
  users: readonly User[];
  onTry: () => void;
  onSave: (askedOf: SecondStepFor) => Promise<void>;
}

function RuleField({ askedOf, users, onTry, onSave }: RuleFieldProps) {
  const [chosen, setChosen] = useState(askedOf);
  const save = useAction(() => onSave(chosen));
  const without = lacking(users, chosen);
  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        onTry();
        void save.run();
      }}
    >
      {save.fault && <FaultText fault={save.fault} />}
      <SelectField
        label={text('second.rule.of')}
        help={text('second.rule.help')}
        value={chosen}
        onValue={(value) => setChosen(ASKED.find((each) => each === value) ?? 'nobody')}
        options={ASKED.map((value) => ({ value, label: text(`second.rule.${value}`) }))}
      />
      {without > 0 && <p class="note">{text('second.rule.lack', { n: without })}</p>}
      <div class="actions">
        <WorkButton label={text('second.rule.save')} busyLabel={text('state.saving')} busy={save.busy} />
      </div>
    </Form>
  );
}

function Rule({ askedOf, users }: { askedOf: SecondStepFor; users: readonly User[] }) {
  const { api } = useAdmin();
  const put = async (next: SecondStepFor) => (await api.putSecondStepRule(next)).askedOf;
  const { stands, key, save, done, onTry } = useStanding(askedOf, put, text('second.rule.done'));
  return (
    <>
      <RuleField key={`${key} ${stands}`} askedOf={stands} users={users} onTry={onTry} onSave={save} />
      <Undo done={done} />
    </>
  );
}

/** Whom the province asks for a second step, and how many of them have none yet. */
export function SecondStepRule({ users }: { users: readonly User[] }) {
  const { api } = useAdmin();
  const rule = useLoad('second-step-rule', (signal) => api.secondStepRule(signal));
  return <Loaded of={rule}>{({ askedOf }) => <Rule askedOf={askedOf} users={users} />}</Loaded>;
}
