import { type Drawing, type LegendEntry, type MarkForm, NUMBERS_LABEL, type Shape } from '#rules/drawing/drawing.ts';
import { MARK_PATHS } from '#rules/drawing/mark-paths.ts';

const percent = (thousandths: number) => `${+(thousandths / 10).toFixed(3)}%`;

function Mark({ form, look, hollow }: { form: MarkForm; look: string; hollow: boolean }) {
  return <path class={`mark ${look}${hollow ? ' hollow' : ''}`} d={MARK_PATHS[form]} />;
}

/** The inner svg gives a mark its own px around a place in percent. */
function ShapeOf({ shape: s }: { shape: Shape }) {
  if (s.kind === 'rect')
    return <rect class={s.look} x={percent(s.x)} y={s.y} width={percent(s.width)} height={s.height} />;
  if (s.kind === 'line') return <line class={s.look} x1={percent(s.x1)} y1={s.y1} x2={percent(s.x2)} y2={s.y2} />;
  if (s.kind === 'text')
    return (
      <text class={s.look} x={percent(s.x)} y={s.y} text-anchor={s.anchor}>
        {s.text}
      </text>
    );
  return (
    <svg aria-hidden="true" x={percent(s.x)} y={s.y} overflow="visible">
      <Mark form={s.form} look={s.look} hollow={s.hollow} />
    </svg>
  );
}

function LegendLine({ entry: { label, look, form } }: { entry: LegendEntry }) {
  return (
    <li>
      <svg class="swatch" width="18" height="18" aria-hidden="true">
        {form ? (
          <svg aria-hidden="true" x="9" y="9" overflow="visible">
            <Mark form={form} look={look} hollow={false} />
          </svg>
        ) : (
          <rect class={look} x="1" y="1" width="16" height="16" />
        )}
      </svg>{' '}
      {label}
    </li>
  );
}

function ChartNumbers({ title, table: { columns, rows } }: Drawing) {
  const number = (i: number) => (columns[i]?.number ? 'number' : undefined);
  return (
    <table>
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          {columns.map(({ label }, i) => (
            <th key={`${i}-${label}`} scope="col" class={number(i)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells], r) => (
          <tr key={`${r}-${head?.text ?? ''}`}>
            <th scope="row">{head?.text}</th>
            {cells.map((cell, i) => (
              <td key={cell.figure ?? i} class={number(i + 1)} data-figure={cell.figure ?? undefined}>
                {cell.text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A drawing on a screen: title, picture, legend, notes, and the same numbers as a table. */
export function Chart({ drawing }: { drawing: Drawing }) {
  const { lang, title, height, shapes, legend, notes } = drawing;
  return (
    <figure class="chart" lang={lang}>
      <figcaption>{title}</figcaption>
      <svg class="drawing" width="100%" height={height} role="img" aria-label={title}>
        {shapes.map((shape, i) => (
          <ShapeOf key={`${i}-${shape.kind}`} shape={shape} />
        ))}
      </svg>
      {legend.length > 0 ? (
        <ul class="legend">
          {legend.map((entry) => (
            <LegendLine key={entry.label} entry={entry} />
          ))}
        </ul>
      ) : null}
      {notes.map((note) => (
        <p key={note} class="small muted">
          {note}
        </p>
      ))}
      <details>
        <summary>{NUMBERS_LABEL[lang]}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <section class="scroll" tabIndex={0} aria-label={title}>
          <ChartNumbers {...drawing} />
        </section>
      </details>
    </figure>
  );
}
