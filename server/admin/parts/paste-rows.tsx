import { useId, useState } from 'preact/hooks';
import type { Outcome } from '#wire/problem.ts';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { FaultText } from './fault-text.tsx';
import { WorkButton } from './work-button.tsx';

const AT_ONCE = 500;

interface PasteRowsProps {
  /** Names of the columns in order, by the field each becomes. */
  columns: Readonly<Record<string, string>>;
  /** What one line of cells stands for; the server judges it. */
  item: (cells: readonly string[]) => unknown;
  /** The whole sentence on a field the server did not take, where its own is for programs. */
  why?: (field: string, cells: readonly string[]) => string | undefined;
  send: (items: readonly unknown[]) => Promise<Outcome[]>;
  onDone: () => void;
}

const cellsOf = (line: string) => line.split('\t').map((cell) => cell.trim());

/** The reason under the name of its column, which the reason may begin with itself. */
function underColumn(column: string, reason: string): string {
  const [head = '', ...rest] = reason.split(': ');
  const [small, name] = [reason.toLowerCase(), column.toLowerCase()];
  if (rest.length > 0 && name.startsWith(head.toLowerCase())) return `${column}: ${rest.join(': ')}`;
  return small.startsWith(name) ? `${column}${reason.slice(column.length)}` : `${column}: ${reason}`;
}

/** Lines copied from a spreadsheet, sent as one list; each line that is refused is told with its reason and stays. */
export function PasteRows({ columns, item, why, send, onDone }: PasteRowsProps) {
  const id = useId();
  const [pasted, setPasted] = useState('');
  const [said, setSaid] = useState<{ done: number; wrong: string[] } | null>(null);
  const action = useAction(async () => {
    const lines = pasted.split('\n').filter((line) => line.trim() !== '');
    const wrong: string[] = [];
    const left: string[] = [];
    for (let from = 0; from < lines.length; from += AT_ONCE) {
      const part = lines.slice(from, from + AT_ONCE);
      const outcomes = await send(part.map((line) => item(cellsOf(line))));
      for (const [i, outcome] of outcomes.entries())
        if (outcome.outcome === 'refused') {
          const line = part[i] ?? '';
          left.push(line);
          const issue = outcome.problem.issues?.[0];
          wrong.push(
            text('paste.wrong', {
              // Its place among the lines that stay.
              n: left.length,
              id: outcome.id ?? '',
              why: issue
                ? (why?.(issue.path, cellsOf(line)) ?? underColumn(columns[issue.path] ?? issue.path, issue.message))
                : outcome.problem.message,
            }),
          );
        }
    }
    setPasted(left.join('\n'));
    setSaid({ done: lines.length - left.length, wrong });
    onDone();
  });
  return (
    <details>
      <summary>{text('paste.title')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim()) void action.run();
        }}
      >
        {action.fault && <FaultText fault={action.fault} />}
        <div class="field">
          <label for={id}>{text('paste.label')}</label>
          <p class="help" id={`${id}-help`}>
            {text('paste.help', { columns: Object.values(columns).join(' · ') })}
          </p>
          <textarea
            id={id}
            rows={6}
            spellcheck={false}
            aria-describedby={`${id}-help`}
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
        </div>
        <div class="actions">
          <WorkButton label={text('paste.send')} busyLabel={text('paste.sending')} busy={action.busy} />
        </div>
        <div role="status">
          {said && (
            <>
              <p>{text('paste.done', { n: said.done, wrong: said.wrong.length })}</p>
              <ul>
                {said.wrong.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </form>
    </details>
  );
}
