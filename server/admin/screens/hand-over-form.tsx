import { useState } from 'preact/hooks';
import type { KioskLine } from '#wire/kiosk.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

/** Invites whoever stands at the tablet to rate one dossier. */
export function HandOverForm({ kiosk }: { kiosk: KioskLine }) {
  const { api } = useAdmin();
  const [dossier, setDossier] = useState('');
  const [handed, setHanded] = useState('');
  const hand = useAction(async () => {
    const { tail } = await api.handOver(kiosk.kiosk, dossier.trim(), 'returned');
    setHanded(tail);
    setDossier('');
  });
  return (
    <Form
      fault={hand.fault}
      onSubmit={() => {
        setHanded('');
        if (dossier.trim()) void hand.run();
      }}
    >
      {hand.fault && <FaultText beside fault={hand.fault} />}
      <Field
        label={text('kiosks.handOver.dossier')}
        help={text('kiosks.handOver.help')}
        value={dossier}
        onValue={setDossier}
        error={issueOf(hand.fault, 'dossier')}
      />
      <div class="actions">
        <WorkButton label={text('kiosks.handOver')} busyLabel={text('kiosks.handOver.busy')} busy={hand.busy} />
      </div>
      <p role="status">{handed && text('kiosks.handOver.done', { tail: handed })}</p>
    </Form>
  );
}
