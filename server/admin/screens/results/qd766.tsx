import { formatHundredths } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { Qd766View } from '#wire/qd766.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Loaded } from '../../parts/loaded.tsx';
import type { Place } from '../../place.ts';
import { language, text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { CountForm } from './count-form.tsx';
import { ScopeChoice, useScope } from './scope-choice.tsx';
import { From, SourcedTable } from './sourced-table.tsx';
import { WhyCell } from './why-cell.tsx';

function Groups({ groups }: Pick<Qd766View, 'groups'>) {
  return (
    <table class="cards">
      <caption>{text('qd766.groups')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('qd766.group')}</th>
          <th scope="col" class="number">
            {text('qd766.points')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ id, within, name, points }) => (
          <tr key={id}>
            <th scope="row" lang="vi">
              {within ? '· ' : ''}
              {id}. {name}
            </th>
            <td class="number" data-label={text('qd766.points')}>
              <div>
                <span data-figure={points.id}>
                  {printFigure(points, 'value', language())}/{formatHundredths(points.of, language())}
                </span>
                {points.because && (
                  <span class="below" lang="vi">
                    {points.because}
                  </span>
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Indices({ findings }: Pick<Qd766View, 'findings'>) {
  return (
    <SourcedTable
      caption={text('qd766.indices', { n: findings.length })}
      named={text('unit.indicator')}
      valued={text('qd766.points')}
      rows={findings}
      rowOf={({ index, title, points, from, entered, note, because, evidence, cite, disagreement }) => ({
        ...{ key: index, label: title, figure: points },
        most: points.of !== null && points.of > 0 ? `/${formatHundredths(points.of, language())}` : undefined,
        from: (
          <From
            said={text(from === null ? 'qd766.from.none' : `qd766.from.${from}`)}
            entered={from === 'entered' ? entered : null}
            note={note}
          />
        ),
        why: (
          <WhyCell because={because} evidence={evidence}>
            <span class="below">{cite}</span>
            {disagreement.map(({ says, points: theirs, cite: where }) => (
              <span key={says} class="below">
                ≠ {says} {theirs} ({where})
              </span>
            ))}
          </WhyCell>
        ),
      })}
    />
  );
}

/** QĐ 766/QĐ-TTg for the province or one unit: `#/qd-766?don-vi=`. */
export function Qd766({ place }: { place: Place }) {
  const { api, session } = useAdmin();
  const { period } = useDesk();
  const unit = useScope(place);
  const load = useLoad(period && `qd766 ${period.period} ${unit}`, (signal) =>
    api.qd766(period?.period ?? '', unit, signal),
  );
  return (
    <>
      <h1 tabIndex={-1}>{text('qd766.title')}</h1>
      <p class="muted">{text('qd766.intro')}</p>
      {!period && <p>{text('results.noPeriods')}</p>}
      <ScopeChoice place={place} />
      {period && (
        <Loaded of={load}>
          {(view) => (
            <>
              <p class="verdict">
                <strong data-figure={view.total.id}>
                  {text(view.partial ? 'qd766.partial' : 'qd766.total', {
                    points: printFigure(view.total, 'value', language()),
                    of: formatHundredths(view.total.of, language()),
                  })}
                </strong>
                {view.grade.label && <strong lang="vi">{view.grade.label}</strong>}
              </p>
              <p lang="vi">{view.grade.because}</p>
              <p class="muted" lang="vi">
                {view.ruleset.title} · {view.ruleset.cite} · {view.levelCite}
              </p>
              {view.ruleset.caveats.map((caveat) => (
                <p key={caveat} class="note" lang="vi">
                  {caveat}
                </p>
              ))}
              <Groups groups={view.groups} />
              <Indices findings={view.findings} />
              {session.role === 'province-admin' && (
                <CountForm period={view.period.period} unit={unit} view={view} onDone={load.again} />
              )}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
