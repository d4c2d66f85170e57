import { useState } from 'preact/hooks';
import type { Block } from '#wire/report.ts';
import { useAdmin } from '../../admin-context.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Form } from '../../parts/form.tsx';
import { LongField } from '../../parts/long-field.tsx';
import { type Done, Undo } from '../../parts/undo.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { language, text } from '../../text.ts';
import { useAction } from '../../use-action.ts';
import { Runs } from './runs.tsx';

type Own = Extract<Block, { kind: 'own' }>;

interface OwnTextProps {
  period: string;
  block: Own;
  onSaved: () => void;
}

/** A section the office writes itself: shown as it will be printed, opened to write for whoever may. */
export function OwnText({ period, block, onSaved }: OwnTextProps) {
  const { api, session } = useAdmin();
  const [typed, setTyped] = useState<string | null>(null);
  const { section, revision, facts } = block;
  const label = text(`reports.own.${section}`);
  const [done, setDone] = useState<Done | null>(null);
  const save = useAction(async () => {
    const saved = await api.putReportText(period, { section, revision, text: typed ?? '' });
    setTyped(null);
    onSaved();
    const back = async () => {
      await api.putReportText(period, { section, revision: saved.revision, text: block.text ?? '' });
      onSaved();
      setDone({ said: text('undo.done') });
    };
    setDone({ said: text('reports.own.saved'), back });
  });
  return (
    <section class="own-text" aria-label={`${text('reports.own')}: ${label}`}>
      <p class="small muted" lang={language()}>
        {text('reports.own')}
      </p>
      {typed === null ? (
        <>
          {(block.text || text('reports.own.empty')).split('\n').map((line, i) => (
            <p key={`${i}-${line}`}>{line}</p>
          ))}
          <div lang={language()}>
            <Undo done={done} />
          </div>
          {session.role === 'province-admin' && (
            <button type="button" class="button" lang={language()} onClick={() => setTyped(block.text ?? '')}>
              {text('reports.own.change')}
            </button>
          )}
        </>
      ) : (
        <Form fault={save.fault} onSubmit={() => void save.run()}>
          <div lang={language()}>
            <LongField label={label} value={typed} onValue={setTyped} help={text('reports.own.help')} />
            {save.fault && <FaultText fault={save.fault} />}
            <WorkButton busy={save.busy} label={text('reports.own.save')} busyLabel={text('state.saving')} />
            <button type="button" class="button" onClick={() => setTyped(null)}>
              {text('action.cancel')}
            </button>
          </div>
        </Form>
      )}
      {facts.length > 0 && (
        <p class="small">
          {text('reports.own.facts')}{' '}
          {facts.map((runs, i) => (
            <Runs key={`${i}`} of={runs} />
          ))}
        </p>
      )}
    </section>
  );
}
