import { useEffect, useState } from 'preact/hooks';
import { formatCount, formatTenths } from '#rules/format.ts';
import { type Figure, printFigure } from '#rules/print-figure.ts';
import type { FindingsPage } from '#wire/results.ts';
import type { IndexRow } from '#wire/unit-page.ts';
import { useAdmin } from '../../admin-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FaultText } from '../../parts/fault-text.tsx';
import { FindingItem } from '../../parts/finding-item.tsx';
import { SaveFiles } from '../../parts/save-files.tsx';
import { linkTo } from '../../place.ts';
import { language, text } from '../../text.ts';
import { useAction } from '../../use-action.ts';
import { AppraisalGrounds } from '../appraisal-grounds.tsx';

/** The number whose grounds are asked for. `series` is null where no series gave a value. */
export interface FindingsOf {
  readonly row: Pick<IndexRow, 'indicator' | 'label' | 'official'>;
  readonly series: 'citizen' | 'computed' | 'self' | 'appraised' | null;
  readonly figure: Figure;
  /** Heading of the column. */
  readonly name: string;
}

type Finding = FindingsPage['findings'][number];

/** Conclusion → article → evidence → dossiers of one number, a page at a time. */
export function Findings({
  period,
  unit,
  of,
  onClose,
}: {
  period: string;
  unit: string;
  of: FindingsOf;
  onClose: () => void;
}) {
  const { api, admitted } = useAdmin();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [loaded, setLoaded] = useState(false);
  const { row, series, figure, name } = of;
  const dossiers = findings.filter((finding) => finding.dossier !== null);
  // A citizen's form is joined to no dossier, so there is nothing to ask the server for.
  const listed = series === 'computed' || series === 'self' ? series : null;
  const page = useAction(async () => {
    if (!listed) return;
    const got = await api.findings(period, unit, listed, row.indicator, next);
    setFindings((before) => [...before, ...got.findings]);
    setNext(got.next);
    setLoaded(true);
  });
  useEffect(() => {
    if (!loaded) void page.run();
  }, [admitted]);

  return (
    <Dialog kind="drawer" title={text('findings.title', { i: row.indicator, series: name })} onClose={onClose}>
      <p class="muted" lang="vi">
        {row.label}
      </p>
      <h3>{text('findings.conclusion')}</h3>
      <p>
        <strong class="big">{printFigure(figure, 'value', language())}</strong>{' '}
        {figure.n === null ? figure.value !== null && text('cell.declared') : printFigure(figure, 'n', language())}
      </p>
      {figure.because && <p lang="vi">{figure.because}</p>}
      <h3>{text('findings.article')}</h3>
      <p lang="vi">{row.official.cites.join(' · ')}</p>
      <h3>{text('findings.evidence')}</h3>
      {series === 'citizen' && <p>{text('findings.citizen')}</p>}
      {series === 'appraised' && <AppraisalGrounds period={period} unit={unit} indicator={row.indicator} />}
      {listed && loaded && findings.length === 0 && <p>{text('findings.none')}</p>}
      <ol class="findings">
        {findings.map((finding) => (
          <FindingItem
            key={finding.dossier}
            {...finding}
            title={
              <>
                <strong class="code">
                  {finding.dossier ? (
                    <a href={linkTo(['ho-so', finding.dossier])} onClick={onClose}>
                      {finding.dossier}
                    </a>
                  ) : (
                    text('findings.unit')
                  )}
                </strong>{' '}
                · {text('findings.points', { points: formatTenths(finding.points) })}
              </>
            }
          />
        ))}
      </ol>
      {listed && findings.length > 0 && (
        <SaveFiles
          named={text('findings.export')}
          address={(format) =>
            api.findingsAddress(period, unit, format, { series: listed, indicator: String(row.indicator) })
          }
        />
      )}
      <p role="status" class="muted">
        {page.busy && text('state.loading')}
        {!page.busy && dossiers.length > 0 && text('findings.count', { n: formatCount(dossiers.length) })}
      </p>
      {page.fault && <FaultText fault={page.fault} />}
      {listed && !page.busy && (page.fault || next !== null) && (
        <button type="button" class="button" onClick={() => page.run()}>
          {text(page.fault ? 'state.again' : 'findings.more')}
        </button>
      )}
    </Dialog>
  );
}
