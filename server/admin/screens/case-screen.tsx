import { useState } from 'preact/hooks';
import { formatDate } from '#rules/format.ts';
import type { CaseView } from '#wire/case.ts';
import { useAdmin } from '../admin-context.ts';
import { dayOrMonth } from '../case-words.ts';
import { Confirm } from '../parts/confirm.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { type Done, Undo } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { linkTo } from '../place.ts';
import { type TextKey, text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { CaseAnswer } from './case-answer.tsx';
import { CaseSaid } from './case-said.tsx';

function Take({ it, onTaken }: { it: CaseView; onTaken: () => void }) {
  const { api, session } = useAdmin();
  const take = useAction(async () => {
    await api.takeCase(it.id, it.revision);
    onTaken();
  });
  if (it.owner === session.login) return null;
  const label = it.owner === null ? text('case.take') : text('case.takeOver', { owner: it.owner });
  return (
    <>
      {take.fault && <FaultText fault={take.fault} />}
      <div class="actions">
        <WorkButton label={label} busyLabel={text('case.taking')} busy={take.busy} onPress={take.run} />
      </div>
    </>
  );
}

function Answered({ it, onDone }: { it: CaseView; onDone: () => void }) {
  const { api } = useAdmin();
  const [closing, setClosing] = useState(false);
  return (
    <>
      <p class="note">
        {text('case.answered', {
          on: it.answeredOn ? dayOrMonth(it.answeredOn) : '',
          until: it.shownUntil ? formatDate(it.shownUntil) : '',
        })}
      </p>
      {it.state === 'answered' && (
        <div class="actions">
          <button type="button" class="button" onClick={() => setClosing(true)}>
            {text('case.close')}
          </button>
        </div>
      )}
      {closing && (
        <Confirm
          title={text('case.close.title')}
          effect={text('case.close.effect')}
          verb={text('case.close')}
          busy={text('case.closing')}
          run={async () => {
            await api.closeCase(it.id, it.revision);
            onDone();
          }}
          onClose={() => setClosing(false)}
        />
      )}
    </>
  );
}

function History({ it }: { it: CaseView }) {
  if (it.history.length === 0) return null;
  return (
    <section aria-labelledby="da-lam">
      <h2 id="da-lam">{text('case.history')}</h2>
      <ul class="items">
        {it.history.map((step, i) => (
          <li key={`${i} ${step.step}`}>
            {dayOrMonth(step.on)} · {step.step === 'changed' ? '' : `${step.actor} `}
            {text(`case.step.${step.step}` as TextKey)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One opinion: what was said, what is replied, what was done. */
export function CaseScreen({ id }: { id: string }) {
  const { api } = useAdmin();
  const found = useLoad(`case ${id}`, (signal) => api.oneCase(id, signal));
  const [done, setDone] = useState<Done | null>(null);
  const after = () => {
    setDone({ said: text('case.done') });
    found.again();
  };
  /** Each step raises the revision by one: who changed it since is not written over. */
  const taken = ({ revision }: CaseView) => {
    const back = async () => {
      await api.releaseCase(id, revision + 1);
      setDone({ said: text('undo.done') });
      found.again();
    };
    setDone({ said: text('case.taken'), back });
    found.again();
  };
  const it = found.value;
  return (
    <>
      <p>
        <a href={linkTo(['gop-y'])}>{text('case.back')}</a>
      </p>
      <h1 tabIndex={-1}>
        {it?.topic ? text('case.title', { topic: text(`topic.${it.topic}`) }) : text('cases.title')}
      </h1>
      <Undo done={done} />
      <Loaded of={found}>
        {(shown) => (
          <>
            <CaseSaid it={shown} />
            {(shown.state === 'new' || shown.state === 'taken') && <Take it={shown} onTaken={() => taken(shown)} />}
            {shown.answer !== null && <Answered it={shown} onDone={after} />}
            {shown.state === 'closed' ? (
              <blockquote>{shown.answer}</blockquote>
            ) : (
              <CaseAnswer key={shown.revision} it={shown} onDone={after} />
            )}
            <History it={shown} />
          </>
        )}
      </Loaded>
    </>
  );
}
