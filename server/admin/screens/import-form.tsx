import { useEffect, useRef, useState } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import type { ImportKind, ImportView } from '#wire/import.ts';
import { useAdmin } from '../admin-context.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { FileInput } from '../parts/file-input.tsx';
import { Form } from '../parts/form.tsx';
import { Labelled } from '../parts/labelled.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useImport } from '../use-import.ts';
import { ImportOptions, NO_OPTIONS } from './import-options.tsx';
import { ImportReport } from './import-report.tsx';

const OF_UNITS: readonly ImportKind[] = ['dossiers', 'petitions', 'unit-facts', 'paper-forms'];
const OF_PROVINCE: readonly ImportKind[] = [
  ...OF_UNITS,
  'procedures',
  'units',
  'officers',
  'published-tables',
  'par-criteria',
  'unit-spans',
];

interface ImportFormProps {
  /** An interrupted import to go on with. */
  resumed: ImportView | null;
  /** The kind another screen leads here for; left out = none. */
  wanted?: string;
  onEnd: () => void;
}

/** Kind → file → trial with its report → import with its progress → report. */
export function ImportForm({ resumed, wanted, onEnd }: ImportFormProps) {
  const { session } = useAdmin();
  const kinds = session.role === 'province-admin' ? OF_PROVINCE : OF_UNITS;
  const [kind, setKind] = useState<ImportKind>(resumed?.kind ?? kinds.find((one) => one === wanted) ?? 'dossiers');
  const [file, setFile] = useState<File | null>(null);
  const [options, setOptions] = useState({ ...NO_OPTIONS, ...resumed?.options });
  const [missed, setMissed] = useState(false);
  const { busy, view, fault, send, stop, forget } = useImport(onEnd);
  const tried = view?.dryRun && view.state === 'done';
  const ended = view && !view.dryRun && busy === null;
  const report = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed may have given way to the next one.
    if (busy === null && view) report.current?.focus();
  }, [busy]);

  const trial = !resumed && !tried;
  async function go(): Promise<void> {
    setMissed(!file);
    if (!file || busy || ended) return;
    const told = Object.entries(options).filter(([, value]) => value.trim() !== '');
    await send(file, { kind, ...Object.fromEntries(told) }, trial, trial ? undefined : resumed?.id);
  }
  const change = (act: () => void) => {
    act();
    forget();
  };

  return (
    <Form fault={fault} onSubmit={() => void go()}>
      <SelectField
        label={text('imports.kind')}
        value={kind}
        onValue={(value) => change(() => setKind(value as ImportKind))}
        options={kinds.map((value) => ({ value, label: text(`imports.kind.${value}`) }))}
      />
      <p>
        <a href={`/v1/imports/template/${kind}`} download>
          {text('imports.template')}
        </a>
      </p>
      <Labelled
        label={text('imports.file')}
        help={resumed ? text('imports.file.again') : undefined}
        error={missed && !file ? text('imports.file.none') : undefined}
      >
        {(ties) => (
          <FileInput
            ties={ties}
            accept=".csv,.txt,.xlsx,.json,.ndjson"
            file={file}
            onFile={(chosen) => change(() => setFile(chosen))}
          />
        )}
      </Labelled>
      <ImportOptions
        typed={options}
        onTyped={(name, value) => change(() => setOptions((before) => ({ ...before, [name]: value })))}
      />
      <div class="actions">
        {trial && !ended && busy !== 'real' && (
          <WorkButton label={text('imports.try')} busyLabel={text('imports.trying')} busy={busy === 'trial'} />
        )}
        {(resumed || tried || busy === 'real') && !ended && (
          <WorkButton
            label={text(resumed ? 'imports.resume' : 'imports.take')}
            busyLabel={text('imports.taking')}
            busy={busy === 'real'}
          />
        )}
        {busy && (
          <button type="button" class="button" onClick={() => void stop().catch(() => {})}>
            {text('imports.stop')}
          </button>
        )}
        {ended && (
          <button type="button" class="button" onClick={() => change(() => setFile(null))}>
            {text('imports.other')}
          </button>
        )}
      </div>
      {fault && <FaultText fault={fault} />}
      <p role="status">
        {busy && !view?.read && text('imports.opening')}
        {busy &&
          !!view?.read &&
          text('imports.progress', { read: formatCount(view.read), refused: formatCount(view.refused) })}
      </p>
      {!busy && view && (
        <div ref={report} tabIndex={-1}>
          <ImportReport view={view} />
        </div>
      )}
    </Form>
  );
}
