import { useState } from 'preact/hooks';
import type { PublicReply } from '#wire/public-reply.ts';
import { useAdmin } from '../../admin-context.ts';
import { issueOf } from '../../api.ts';
import { useDesk } from '../../desk.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FaultText } from '../../parts/fault-text.tsx';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { LongField } from '../../parts/long-field.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

interface PublicReplyFormProps {
  period: string;
  /** `null` = a new one. */
  reply: PublicReply | null;
  onClose: () => void;
  onSaved: () => void;
}

/** What many said and what was done, of one office or of the province. */
export function PublicReplyForm({ period, reply, onClose, onSaved }: PublicReplyFormProps) {
  const { api, session } = useAdmin();
  const { units } = useDesk();
  const [unit, setUnit] = useState(reply ? (reply.unit ?? '') : (session.unit ?? ''));
  const [tag, setTag] = useState(reply?.tag ?? '');
  const [said, setSaid] = useState(reply?.said ?? '');
  const [done, setDone] = useState(reply?.done ?? '');
  const save = useAction(async () => {
    await api.putPublicReply({ period, unit: unit || null, tag, said, done });
    onSaved();
    onClose();
  });
  const issue = (path: string) => issueOf(save.fault, path);
  return (
    <Dialog
      title={text(reply ? 'replies.change' : 'replies.new')}
      closeButton={false}
      must={save.busy}
      onClose={onClose}
    >
      <Form fault={save.fault} onSubmit={() => save.run()}>
        {reply ? (
          <p>
            <strong>{reply.tag}</strong>
          </p>
        ) : (
          <>
            <UnitSelect
              none={session.unit === null ? text('app.whole') : text('field.choose')}
              units={units}
              value={unit}
              onValue={setUnit}
              error={issue('unit')}
            />
            <Field label={text('replies.tag')} value={tag} onValue={setTag} error={issue('tag')} />
          </>
        )}
        <LongField
          label={text('replies.said')}
          value={said}
          onValue={setSaid}
          help={text('replies.said.help')}
          error={issue('said')}
        />
        <LongField
          label={text('replies.done')}
          value={done}
          onValue={setDone}
          help={text('replies.done.help')}
          error={issue('done')}
        />
        {save.fault && <FaultText fault={save.fault} />}
        <div class="actions">
          <WorkButton label={text('replies.save')} busyLabel={text('state.saving')} busy={save.busy} />
          {!save.busy && (
            <button type="button" class="button" onClick={onClose}>
              {text('action.cancel')}
            </button>
          )}
        </div>
      </Form>
    </Dialog>
  );
}
