import { useState } from 'preact/hooks';
import { useAdmin } from '../../admin-context.ts';
import { issueOf } from '../../api.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

/** The number that was drawn in public, and where. */
export function DrawForm({ period, onDrawn }: { period: string; onDrawn: () => void }) {
  const { api } = useAdmin();
  const [number, setNumber] = useState('');
  const [source, setSource] = useState('');
  const draw = useAction(async () => {
    await api.drawSample({ period, number, source });
    setNumber('');
    setSource('');
    onDrawn();
  });
  return (
    <Form fault={draw.fault} onSubmit={() => void draw.run()}>
      {draw.fault && <FaultText beside fault={draw.fault} />}
      <p>{text('sample.draw.help')}</p>
      <Field
        label={text('sample.draw.number')}
        value={number}
        onValue={setNumber}
        error={issueOf(draw.fault, 'number')}
      />
      <Field
        label={text('sample.draw.source')}
        value={source}
        onValue={setSource}
        error={issueOf(draw.fault, 'source')}
      />
      <div class="actions">
        <WorkButton label={text('sample.draw')} busyLabel={text('sample.drawing')} busy={draw.busy} />
      </div>
    </Form>
  );
}
