import './results.css';
import { useState } from 'preact/hooks';
import { useAdmin } from '../../admin-context.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { FileInput } from '../../parts/file-input.tsx';
import { Fold } from '../../parts/fold.tsx';
import { Form } from '../../parts/form.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

/** The JSON in a file, or `null` when it is none. */
function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

/** Takes in a province's list as a file; a new revision, earlier ones stay on record. */
export function ListForm({ onDone }: { onDone: () => void }) {
  const { api } = useAdmin();
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string>();
  const [done, setDone] = useState('');
  const send = useAction(async (list: unknown) => {
    const view = await api.putParCriteria(list);
    setDone(text('par.taken', { n: view.findings.length, year: view.year }));
    setFile(null);
    onDone();
  });
  return (
    <Fold summary={text('par.put')}>
      <p class="muted">{text('par.put.intro')}</p>
      <pre class="sample">{EXAMPLE}</pre>
      <Form
        fault={send.fault}
        onSubmit={async () => {
          setDone('');
          if (!file) return setWrong(text('par.file.none'));
          const list = parsed(await file.text());
          if (list === null) return setWrong(text('par.file.wrong'));
          setWrong(undefined);
          await send.run(list);
        }}
      >
        <Labelled label={text('par.file')} error={wrong}>
          {(ties) => <FileInput ties={ties} accept=".json,application/json" file={file} onFile={setFile} />}
        </Labelled>
        {send.fault && <FaultText fault={send.fault} />}
        <p class="actions">
          <button type="submit" class="button primary" disabled={send.busy}>
            {text('par.put.do')}
          </button>
        </p>
        <p role="status">{done}</p>
      </Form>
    </Fold>
  );
}

/** As `cli criteria --example` prints it, cut to one of each kind. */
const EXAMPLE = `{ "year": 2026, "act": "QĐ …/QĐ-UBND", "certainty": "secondary", "criteria": [
  { "id": "3.1", "name": "Hồ sơ cấp xã giải quyết đúng hạn", "max": "2",
    "source": { "ratio": "onTime.commune", "conversion": { "kind": "linear", "below": "0",
      "from": { "ratio": "95", "points": "1,9" }, "to": { "ratio": "100", "points": "2" } } } },
  { "id": "3.5", "name": "Kế hoạch ban hành kịp thời", "max": "0,5",
    "source": { "declared": "0,5", "evidence": "Kế hoạch số 01/KH-UBND" } },
  { "id": "3.7", "name": "Điều tra xã hội học", "max": "3", "source": null } ] }`;
