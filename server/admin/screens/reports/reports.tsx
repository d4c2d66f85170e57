import type { ReportBody } from '#wire/report.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { FileLinks } from './file-links.tsx';
import { HeadForm } from './head-form.tsx';
import { Outline } from './outline.tsx';
import { ReportPreview } from './report-preview.tsx';
import { FiguresProvider, figuresOf } from './runs.tsx';
import { UnitDocuments } from './unit-documents.tsx';

function Whole({ body, onSaved }: { body: ReportBody; onSaved: () => void }) {
  const { session } = useAdmin();
  const { period, snapshot, blocks, draft, head } = body;
  const faults = blocks.filter(({ kind }) => kind === 'fault').length;
  return (
    <FiguresProvider value={figuresOf(body)}>
      {draft && <p class="note">{text('reports.draft')}</p>}
      {faults > 0 && <p class="fault">{text('reports.faults', { n: faults })}</p>}
      <p class="muted">{text('reports.locked', { snapshot: snapshot.snapshot })}</p>
      <FileLinks
        address={`/v1/periods/${encodeURIComponent(period.period)}/report`}
        label={text('reports.files')}
        forms={['docx', 'xlsx', 'csv', 'html']}
      />
      {session.role === 'province-admin' && (
        <HeadForm key={head.revision} period={period.period} head={head} onSaved={onSaved} />
      )}
      <div class="report-desk">
        <Outline body={body} />
        <section aria-label={text('reports.page')}>
          <ReportPreview body={body} onSaved={onSaved} />
        </section>
      </div>
    </FiguresProvider>
  );
}

function ProvinceReport({ period }: { period: string }) {
  const { api } = useAdmin();
  const report = useLoad(`report ${period}`, (signal) => api.report(period, signal));
  return <Loaded of={report}>{(body) => <Whole body={body} onSaved={report.again} />}</Loaded>;
}

/** Reports `#/bao-cao`: the document of the chosen period as it will be printed, and what one unit gets. */
export function Reports() {
  const { session } = useAdmin();
  const { period } = useDesk();
  return (
    <>
      <h1 tabIndex={-1}>{text('reports.title')}</h1>
      {period === null ? (
        <p>{text('reports.none')}</p>
      ) : period.snapshot === null ? (
        <p class="note">{text('reports.notClosed', { period: period.label })}</p>
      ) : (
        <>
          {session.unit === null && <ProvinceReport period={period.period} />}
          <UnitDocuments key={period.period} period={period.period} />
        </>
      )}
    </>
  );
}
