import { formatDateTime, formatTenths } from '#rules/format.ts';
import type { DossierPage } from '#wire/search.ts';
import { useAdmin } from '../admin-context.ts';
import { FindingItem } from '../parts/finding-item.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { linkTo, type Place } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';

function Days({ page }: { page: DossierPage }) {
  const moment = (value: string | null) => (value === null ? text('dossier.notKnown') : formatDateTime(value));
  const rows = [
    [text('dossier.received'), moment(page.received)],
    [text('dossier.promised'), moment(page.promised)],
    ...page.reappointed.map((day) => [text('dossier.again'), formatDateTime(day)]),
    [text('dossier.ready'), moment(page.ready)],
    [text('dossier.returned'), moment(page.returned)],
  ];
  return (
    <dl class="facts">
      {rows.map(([label, value], i) => (
        <div key={`${i} ${label}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One dossier: its days, and what each closed period found in it: `#/ho-so/<code>`. */
export function DossierScreen({ place }: { place: Place }) {
  const { api } = useAdmin();
  const code = place.path[1] ?? '';
  const page = useLoad(code ? `dossier ${code}` : null, (signal) => api.dossier(code, signal));
  return (
    <>
      <h1 tabIndex={-1}>{code ? text('dossier.title', { code }) : text('dossier.find')}</h1>
      {!code && <p>{text('dossier.find.do')}</p>}
      {code && (
        <Loaded of={page}>
          {(found) => (
            <>
              <p>
                {found.unitName}
                {found.procedure && ` · ${text('dossier.procedure', { procedure: found.procedure })}`}
              </p>
              <Days page={found} />
              {found.periods.length === 0 && <p class="note">{text('dossier.noFindings')}</p>}
              {found.periods.map(({ period, label, findings }) => (
                <section key={period} aria-label={label}>
                  <h2>
                    <a href={linkTo(['ket-qua', period, found.unit])}>{text('dossier.in', { label })}</a>
                  </h2>
                  <ul class="plain" lang="vi">
                    {findings.map((finding) => (
                      <FindingItem
                        key={`${finding.series} ${finding.indicator}`}
                        title={text('dossier.finding', {
                          i: finding.indicator,
                          series: text(finding.series === 'self' ? 'series.self' : 'series.computed'),
                          points: finding.points === null ? '—' : formatTenths(finding.points),
                        })}
                        because={finding.because}
                        cite={finding.cite}
                        evidence={finding.evidence}
                      />
                    ))}
                  </ul>
                </section>
              ))}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
