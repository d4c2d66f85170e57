import type { Block, ReportBody } from '#wire/report.ts';
import { text } from '../../text.ts';
import { headingId } from './report-preview.tsx';

type Heading = Extract<Block, { kind: 'heading' }>;

/** Whether what the office writes under a heading is there; `null` = it writes nothing there. */
function written({ blocks }: ReportBody, heading: Heading): boolean | null {
  const from = blocks.indexOf(heading) + 1;
  const rest = blocks.slice(from);
  const next = rest.findIndex((block) => block.kind === 'heading' && block.level <= heading.level);
  const own = rest.slice(0, next < 0 ? rest.length : next).filter((block) => block.kind === 'own');
  return own.length === 0 ? null : own.every((block) => block.text);
}

/** Parts of the report with what is still to be written; each moves to its place. */
export function Outline({ body }: { body: ReportBody }) {
  const headings = body.blocks.filter((block): block is Heading => block.kind === 'heading' && block.level < 3);
  return (
    <nav aria-label={text('reports.outline')} class="report-outline">
      <h2>{text('reports.outline')}</h2>
      <ul>
        {headings.map((heading) => {
          const own = heading.level === 2 ? written(body, heading) : null;
          return (
            <li key={heading.key} class={heading.level === 2 ? 'inner' : undefined}>
              {/* Not a link: the hash belongs to the router. */}
              <button
                type="button"
                class="quiet"
                onClick={() => document.getElementById(headingId(heading.key))?.focus()}
              >
                <span lang="vi">{heading.text}</span>
                {own !== null && (
                  <span class="small muted">
                    {' '}
                    {own ? `✓ ${text('reports.own.written')}` : `□ ${text('reports.own.open')}`}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
