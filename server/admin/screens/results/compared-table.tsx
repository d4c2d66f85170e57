import { formatTenths, MISSING } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { Compared, ComparedFigure, ComparedRow } from '#wire/compared.ts';
import { language, text } from '../../text.ts';

function Value({ of, whole = false }: { of: ComparedFigure['before']; whole?: boolean }) {
  if (of === null) return <>{MISSING}</>;
  return (
    <>
      <span data-figure={of.id}>{printFigure(of, whole ? 'over' : 'value', language())}</span>
      {of.low !== null && <span class="below whole">{printFigure(of, 'interval', language())}</span>}
    </>
  );
}

function Change({ of: { before, after, change, clear } }: { of: ComparedFigure }) {
  if (change === null)
    return (
      <>
        {MISSING}
        {before && after && before.of !== after.of && <span class="below">{text('compared.otherMax')}</span>}
      </>
    );
  return (
    <>
      {formatTenths(change, language(), true)}
      {clear !== null && change !== 0 && (
        <span class="below">{text(clear ? 'compared.clear' : 'compared.unclear')}</span>
      )}
    </>
  );
}

/** What a row says in words: a change of grade or rank. */
function Words({ row: { grade, rank } }: { row: ComparedRow }) {
  const said = [
    ...(grade.before === grade.after ? [] : [`${grade.before ?? MISSING} → ${grade.after ?? MISSING}`]),
    ...(rank.before === rank.after
      ? []
      : [text('compared.rank', { before: rank.before ?? MISSING, after: rank.after ?? MISSING })]),
  ];
  return <>{said.length > 0 ? said.join(' · ') : text('compared.alike')}</>;
}

function Indicators({ row, heads }: { row: ComparedRow; heads: readonly [string, string] }) {
  return (
    <table class="cards">
      <caption>{row.name}</caption>
      <thead>
        <tr>
          <th scope="col">{text('unit.indicator')}</th>
          {heads.map((head) => (
            <th key={head} scope="col" class="number">
              {head}
            </th>
          ))}
          <th scope="col" class="number">
            {text('compared.change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {row.indicators.map((each) => (
          <tr key={each.indicator}>
            <th scope="row">
              {each.indicator}. <span lang="vi">{each.label}</span>
            </th>
            <td class="number" data-label={heads[0]}>
              <div>
                <Value of={each.before} />
              </div>
            </td>
            <td class="number" data-label={heads[1]}>
              <div>
                <Value of={each.after} />
              </div>
            </td>
            <td class="number" data-label={text('compared.change')}>
              <div>
                <Change of={each} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How the two columns are headed: by period, by ruleset, or by unit. */
function headsOf({ kind, before, after, rows }: Compared): readonly [string, string] {
  if (kind === 'units') return [rows[0]?.beforeName ?? '', rows[0]?.name ?? ''];
  if (kind === 'ruleset') return [before.ruleset, after.ruleset];
  if (kind === 'snapshots') return [before.snapshot, after.snapshot];
  return [before.label, after.label];
}

/** Totals side by side, the largest change first; each unit opens its nine indicators. */
export function ComparedTable({ compared }: { compared: Compared }) {
  const { rows, changed, caveats, kind } = compared;
  const heads = headsOf(compared);
  if (rows.length === 0) return <p class="note">{text('compared.nothing')}</p>;
  return (
    <>
      {caveats.map((caveat) => (
        <p key={caveat} class="note" lang="vi">
          {caveat}
        </p>
      ))}
      {kind !== 'units' && <p>{text('compared.changed', { ...changed })}</p>}
      <table class="cards">
        <caption>{text('compared.caption', { before: heads[0], after: heads[1] })}</caption>
        <thead>
          <tr>
            <th scope="col">{text('results.unit')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" class="number">
                {head}
              </th>
            ))}
            <th scope="col" class="number">
              {text('compared.change')}
            </th>
            <th scope="col">{text('compared.words')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit}>
              <th scope="row">{row.name}</th>
              <td class="number" data-label={heads[0]}>
                <div>
                  <Value of={row.total.before} whole />
                </div>
              </td>
              <td class="number" data-label={heads[1]}>
                <div>
                  <Value of={row.total.after} whole />
                </div>
              </td>
              <td class="number" data-label={text('compared.change')}>
                <div>
                  <Change of={row.total} />
                </div>
              </td>
              <td data-label={text('compared.words')}>
                <div>
                  <Words row={row} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {kind !== 'snapshots' && kind !== 'ruleset' && <p class="small muted">{text('compared.clear.note')}</p>}
      {rows.map((row) => (
        <details key={row.unit} open={rows.length === 1}>
          <summary>
            {text('compared.indicators', { unit: kind === 'units' ? `${heads[0]}, ${heads[1]}` : row.name })}
          </summary>
          <Indicators row={row} heads={heads} />
        </details>
      ))}
    </>
  );
}
