import { useState } from 'preact/hooks';
import type { WebhookIssued, WebhookKind } from '#wire/webhook.ts';
import { useAdmin } from '../../admin-context.ts';
import { issueOf } from '../../api.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

const KINDS: readonly WebhookKind[] = ['responses.weekly', 'period.closed', 'period.published'];

/** A new address and what it is told. */
export function WebhookForm({ onAdded }: { onAdded: (issued: WebhookIssued) => void }) {
  const { api } = useAdmin();
  const [url, setUrl] = useState('');
  const [kinds, setKinds] = useState<readonly WebhookKind[]>(KINDS);
  const [tried, setTried] = useState(false);
  const add = useAction(async () => {
    const issued = await api.addWebhook({ url: url.trim(), kinds: [...kinds] });
    setUrl('');
    setTried(false);
    onAdded(issued);
  });
  const unchosen = tried && kinds.length === 0;
  return (
    <Form
      fault={add.fault}
      onSubmit={() => {
        setTried(true);
        if (url.trim() && kinds.length) void add.run();
      }}
    >
      {add.fault && <FaultText beside fault={add.fault} />}
      <Field
        label={text('webhooks.url')}
        help={text('webhooks.url.help')}
        value={url}
        onValue={setUrl}
        error={tried && !url.trim() ? text('field.needed') : issueOf(add.fault, 'url')}
      />
      <fieldset aria-describedby={unchosen ? 'gui-tin-loai' : undefined}>
        <legend>{text('webhooks.kinds')}</legend>
        {unchosen && (
          <p class="error" id="gui-tin-loai">
            {text('webhooks.kinds.needed')}
          </p>
        )}
        {KINDS.map((kind) => (
          <label key={kind} class="option">
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              aria-invalid={unchosen || undefined}
              onChange={(event) =>
                setKinds(KINDS.filter((each) => (each === kind ? event.currentTarget.checked : kinds.includes(each))))
              }
            />
            {text(`webhooks.kind.${kind}`)}
          </label>
        ))}
      </fieldset>
      <div class="actions">
        <WorkButton label={text('webhooks.add')} busyLabel={text('webhooks.adding')} busy={add.busy} />
      </div>
    </Form>
  );
}
