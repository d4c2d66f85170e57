import { MISSING } from '#rules/format.ts';
import { useAdmin } from '../../admin-context.ts';
import { Fold } from '../../parts/fold.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { goTo, type Place } from '../../place.ts';
import { text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { when } from '../../when.ts';
import { CriterionForm } from './criterion-form.tsx';
import { DeclareForm } from './declare-form.tsx';
import { ListForm } from './list-form.tsx';
import { ParFindings } from './par-findings.tsx';
import { ParForecast } from './par-forecast.tsx';
import { ParRatios } from './par-ratios.tsx';
import { RatioCountForm } from './ratio-count-form.tsx';

/** Leads to the screen that takes files in, and to the file to fill in. */
function RowsLink() {
  return (
    <Fold summary={text('par.rows')}>
      <p class="muted">{text('par.rows.intro')}</p>
      <p class="actions">
        <a class="button" href="#/nhap?loai=par-criteria">
          {text('par.rows.open')}
        </a>
        <a href="/v1/imports/template/par-criteria" download>
          {text('par.rows.template')}
        </a>
      </p>
    </Fold>
  );
}

/** The province's own list of criteria of the PAR index through a year: `#/cai-cach?nam=`. */
export function ParCriteria({ place }: { place: Place }) {
  const { api, session } = useAdmin();
  const year = place.query.get('nam') ?? '';
  const load = useLoad(`par ${year}`, (signal) => api.parCriteria(year, signal));
  const admin = session.role === 'province-admin';
  return (
    <>
      <h1 tabIndex={-1}>{text('par.title')}</h1>
      <p class="muted">{text('par.intro')}</p>
      <Loaded of={load}>
        {(view) => (
          <>
            <div class="filters">
              <label>
                {text('par.year')}
                <select
                  value={String(view.year)}
                  onChange={(event) => goTo(['cai-cach'], { nam: event.currentTarget.value })}
                >
                  {[...new Set([view.year, view.year - 1, ...view.years])]
                    .sort((a, b) => b - a)
                    .map((each) => (
                      <option key={each} value={String(each)}>
                        {each}
                      </option>
                    ))}
                </select>
              </label>
            </div>
            <p class="muted" lang="vi">
              {view.decision ?? view.decisionBecause ?? MISSING}
            </p>
            {view.doubt && (
              <p class="note" lang="vi">
                {view.doubt}
              </p>
            )}
            {view.list === null ? (
              <p class="note">{text('par.none', { year: view.year })}</p>
            ) : (
              <p>{text('par.list', { act: view.list.act, revision: view.list.revision, time: when(view.list.at) })}</p>
            )}
            {view.forecast && <ParForecast forecast={view.forecast} />}
            {view.findings.length > 0 && <ParFindings findings={view.findings} criteria={view.criteria} />}
            <ParRatios ratios={view.ratios} periods={view.periods} />
            {admin && view.findings.some(({ declarable }) => declarable) && (
              <DeclareForm year={view.year} findings={view.findings} onDone={load.again} />
            )}
            {admin && <RatioCountForm year={view.year} ratios={view.ratios} onDone={load.again} />}
            {admin && <CriterionForm key={view.year} view={view} onDone={load.again} />}
            {admin && <RowsLink />}
            {admin && <ListForm onDone={load.again} />}
          </>
        )}
      </Loaded>
    </>
  );
}
