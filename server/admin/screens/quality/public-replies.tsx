import { useState } from 'preact/hooks';
import { formatDate } from '#rules/format.ts';
import type { PublicReplies as Served } from '#wire/public-reply.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { FaultText } from '../../parts/fault-text.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { type Done, Undo } from '../../parts/undo.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import { PublicReplyForm } from './public-reply-form.tsx';

type Line = Served['replies'][number];

interface ItemProps {
  reply: Line;
  onShow: () => void;
  onChange: () => void;
  onChanged: () => void;
}

function Item({ reply, onShow, onChange, onChanged }: ItemProps) {
  const { api, session } = useAdmin();
  const { tag, unit, unitName, said, done, shownOn, period } = reply;
  const [withdrawn, setWithdrawn] = useState<Done | null>(null);
  const withdraw = useAction(async () => {
    await api.showPublicReply({ period, unit, tag, shown: false });
    onChanged();
    const back = async () => {
      await api.showPublicReply({ period, unit, tag, shown: true });
      onChanged();
      setWithdrawn({ said: text('undo.done') });
    };
    setWithdrawn({ said: text('replies.withdrawn'), back });
  });
  return (
    <li class="finding-item">
      <h2>{tag}</h2>
      <p class="small muted">
        {unitName ?? session.tenantName} ·{' '}
        {shownOn ? text('replies.shown', { day: formatDate(shownOn) }) : text('replies.draft')}
      </p>
      <dl>
        <dt>{text('replies.said')}</dt>
        <dd>{said}</dd>
        <dt>{text('replies.done')}</dt>
        <dd>{done}</dd>
      </dl>
      {withdraw.fault && <FaultText fault={withdraw.fault} />}
      <Undo done={withdrawn} />
      {session.role !== 'viewer' && (
        <div class="actions">
          <button type="button" class="button" onClick={onChange}>
            {text('action.change')}
          </button>
          {session.role === 'province-admin' &&
            (shownOn ? (
              <button type="button" class="button" onClick={() => withdraw.run()}>
                {text('replies.withdraw')}
              </button>
            ) : (
              <button type="button" class="button" onClick={onShow}>
                {text('replies.publish')}
              </button>
            ))}
        </div>
      )}
    </li>
  );
}

/** What is said to all who wrote the same, `#/gop-y/tra-loi-chung`: written by offices, shown to the public by the province. */
export function PublicReplies() {
  const { api, session } = useAdmin();
  const { period } = useDesk();
  const [editing, setEditing] = useState<Line | 'new' | null>(null);
  const [showing, setShowing] = useState<Line | null>(null);
  const sealed = period?.state === 'sealed' ? period.period : null;
  const load = useLoad(sealed && `public replies ${sealed}`, (signal) => api.publicReplies(sealed ?? '', signal));
  if (!sealed) return <p>{text('replies.notSealed')}</p>;
  const writes = session.role !== 'viewer';
  return (
    <>
      <p>
        {text('replies.intro')} <a href={`/cong-khai/${session.tenant}/ban-noi`}>{text('replies.page')}</a>
      </p>
      <Loaded of={load}>
        {({ replies }) => (
          <>
            {replies.length === 0 ? (
              <p>{text('replies.none')}</p>
            ) : (
              <ul class="findings">
                {replies.map((reply) => (
                  <Item
                    key={`${reply.unit} ${reply.tag}`}
                    reply={reply}
                    onShow={() => setShowing(reply)}
                    onChange={() => setEditing(reply)}
                    onChanged={load.again}
                  />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      {writes && (
        <button type="button" class="button primary" onClick={() => setEditing('new')}>
          {text('replies.new')}
        </button>
      )}
      {editing && (
        <PublicReplyForm
          period={sealed}
          reply={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={load.again}
        />
      )}
      {showing && (
        <Confirm
          title={text('replies.publish.title', { tag: showing.tag })}
          effect={text('replies.publish.effect')}
          verb={text('replies.publish')}
          busy={text('replies.publishing')}
          run={async () => {
            const { unit, tag } = showing;
            await api.showPublicReply({ period: sealed, unit, tag, shown: true });
            load.again();
          }}
          onClose={() => setShowing(null)}
        />
      )}
    </>
  );
}
