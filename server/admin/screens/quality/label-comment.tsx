import { useState } from 'preact/hooks';
import type { CommentLine } from '#wire/comment.ts';
import { useAdmin } from '../../admin-context.ts';
import { issueOf } from '../../api.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { type Done, Undo } from '../../parts/undo.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

interface LabelCommentProps {
  period: string;
  line: CommentLine & { readonly comment: string };
  /** Labels in use, to be put on by one press. */
  known: readonly string[];
  onChanged: () => void;
}

/** The labels of one comment: shown, put on or taken off, and the last change taken back for a while. */
export function LabelComment({ period, line: { unit, comment, tags }, known, onChanged }: LabelCommentProps) {
  const { api } = useAdmin();
  const [typed, setTyped] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const label = (next: readonly string[]) => api.labelComment({ period, unit, comment, tags: [...next] });
  const save = useAction(async (next: readonly string[]) => {
    await label(next);
    setTyped(null);
    setDone({
      said: text('tags.saved'),
      back: async () => {
        await label(tags);
        setDone(null);
        onChanged();
      },
    });
    onChanged();
  });
  const wanted = (typed ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  const offered = known.filter((tag) => !wanted.includes(tag)).slice(0, 6);
  return (
    <>
      {tags.length > 0 && typed === null && (
        <p>
          {text('tags.on')}: <strong>{tags.join(', ')}</strong>
        </p>
      )}
      {save.fault && <FaultText fault={save.fault} />}
      <Undo done={done} />
      {typed === null ? (
        <p class="actions">
          <button type="button" class="button" onClick={() => setTyped(tags.join(', '))}>
            {text(tags.length > 0 ? 'tags.change' : 'tags.put')}
          </button>
        </p>
      ) : (
        <Form fault={save.fault} onSubmit={() => save.run(wanted)}>
          <Field
            label={text('tags.field')}
            value={typed}
            onValue={setTyped}
            help={text('tags.help')}
            error={wanted.flatMap((_, i) => issueOf(save.fault, `tags.${i}`) ?? [])[0] ?? issueOf(save.fault, 'tags')}
          />
          {offered.length > 0 && (
            <p class="actions">
              {offered.map((tag) => (
                <button key={tag} type="button" class="button" onClick={() => setTyped([...wanted, tag].join(', '))}>
                  + {tag}
                </button>
              ))}
            </p>
          )}
          <div class="actions">
            <WorkButton label={text('tags.save')} busyLabel={text('state.saving')} busy={save.busy} />
            <button type="button" class="button" onClick={() => setTyped(null)}>
              {text('action.cancel')}
            </button>
          </div>
        </Form>
      )}
    </>
  );
}
