import type { Block } from '#wire/report.ts';
import { Runs } from './runs.tsx';

type Table = Extract<Block, { kind: 'table' }>;

/** A table as it will be printed, its source and snapshot under it. */
export function ReportTable({ table, footer }: { table: Table; footer: string }) {
  const { caption, columns, rows, source, total } = table;
  const number = (i: number) => (columns[i]?.number ? 'number' : undefined);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, so the keyboard must reach it */}
      <section class="scroll" aria-label={caption} tabIndex={0}>
        <table class="report-table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ label }, i) => (
                <th key={label} scope="col" class={number(i)}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([head, ...cells], r) => (
              <tr key={`${r}`} class={total && r === rows.length - 1 ? 'total' : undefined}>
                <th scope="row" class={number(0)}>
                  <Runs of={head ?? []} />
                </th>
                {cells.map((runs, i) => (
                  <td key={`${i}`} class={number(i + 1)}>
                    <Runs of={runs} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="small muted source">
        {source} {footer}
      </p>
    </>
  );
}
