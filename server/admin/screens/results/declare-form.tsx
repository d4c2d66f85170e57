import { useState } from 'preact/hooks';
import type { ParFinding } from '#wire/par-criteria.ts';
import { useAdmin } from '../../admin-context.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Field } from '../../parts/field.tsx';
import { Fold } from '../../parts/fold.tsx';
import { Form } from '../../parts/form.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

const POINTS = /^\d{1,4}([.,]\d{1,2})?$/;

interface DeclareFormProps {
  year: number;
  findings: readonly ParFinding[];
  onDone: () => void;
}

/** Points of a criterion that no ratio gives, with the paper that shows them. */
export function DeclareForm({ year, findings, onDone }: DeclareFormProps) {
  const { api } = useAdmin();
  const open = findings.filter(({ declarable }) => declarable);
  const [id, setId] = useState(open[0]?.id ?? '');
  const [points, setPoints] = useState('');
  const [evidence, setEvidence] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState('');
  const chosen = open.find((finding) => finding.id === id) ?? open[0];
  const send = useAction(async (given: string | null, paper: string) => {
    if (!chosen) return;
    await api.declarePar({ year, id: chosen.id, points: given, evidence: paper });
    setDone(text(given === null ? 'par.takenBack' : 'par.declared', { id: chosen.id }));
    setTried(false);
    setPoints('');
    onDone();
  });
  const ready = POINTS.test(points) && evidence.trim().length >= 3;
  return (
    <Fold summary={text('par.declare')}>
      <Form
        fault={send.fault}
        onSubmit={() => {
          setTried(true);
          if (ready) void send.run(points, evidence.trim());
        }}
      >
        <SelectField
          label={text('par.criterion')}
          value={chosen?.id ?? ''}
          onValue={setId}
          options={open.map((finding) => ({ value: finding.id, label: `${finding.id}. ${finding.name}` }))}
        />
        <Field
          label={text('qd766.points')}
          value={points}
          onValue={setPoints}
          help={text('par.points.help')}
          error={tried && !POINTS.test(points) ? text('par.points.wrong') : undefined}
        />
        <Field
          label={text('par.evidence')}
          value={evidence}
          onValue={setEvidence}
          help={text('par.evidence.help')}
          error={tried && evidence.trim().length < 3 ? text('par.evidence.wrong') : undefined}
        />
        {send.fault && <FaultText fault={send.fault} />}
        <p class="actions">
          <button type="submit" class="button primary" disabled={send.busy}>
            {text('qd766.save')}
          </button>
          {chosen?.declared && (
            <button
              type="button"
              class="button"
              disabled={send.busy}
              onClick={() => send.run(null, text('qd766.takenBack'))}
            >
              {text('par.takeBack', { id: chosen.id })}
            </button>
          )}
        </p>
        <p role="status">{done}</p>
      </Form>
    </Fold>
  );
}
