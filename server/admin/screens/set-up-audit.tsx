import type { AuditLine } from '#wire/audit.ts';
import { useAdmin } from '../admin-context.ts';
import { Paged } from '../parts/paged.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { goTo, linkTo } from '../place.ts';
import { hasText, type TextKey, text } from '../text.ts';
import { usePages } from '../use-pages.ts';
import { when } from '../when.ts';
import { AuditCheck } from './audit-verdict.tsx';
import type { SetUpPartProps } from './set-up.tsx';

/** First parts of actions people ask for, in the words of the screens. */
const AREAS: Readonly<Record<string, TextKey>> = {
  period: 'nav.periods',
  results: 'nav.results',
  'self-scores': 'audit.area.selfScores',
  dossiers: 'audit.area.dossiers',
  import: 'nav.imports',
  tenant: 'setUp.tenant',
  units: 'setUp.units',
  user: 'setUp.users',
  session: 'audit.area.session',
  second: 'audit.area.second',
  'sign-in': 'audit.area.sign-in',
  officer: 'setUp.officers',
  'portal-key': 'setUp.portalKeys',
  kiosk: 'setUp.kiosks',
  objection: 'nav.objections',
  flags: 'nav.flags',
  report: 'nav.reports',
  audit: 'setUp.audit',
};

/** What was done, in words; an act of a program older or newer than this one stays as it is written. */
const actOf = (action: string): string => {
  const key = `audit.act.${action}`;
  return hasText(key) ? text(key) : '';
};

function Detail({ entry: { seq, subject, detail, hash } }: { entry: AuditLine }) {
  return (
    <>
      {subject}
      <details>
        <summary>{text('audit.detail', { seq })}</summary>
        <pre class="snippet">{detail}</pre>
        <p class="small muted">{text('audit.hash', { hash: hash.slice(0, 16) })}</p>
      </details>
    </>
  );
}

/** Who did what, newest first, as the chained log has it: `#/thiet-lap/nhat-ky?viec=<area>&ai=<actor>`. */
export function SetUpAudit({ query }: SetUpPartProps) {
  const { api } = useAdmin();
  const [action, actor] = [query.get('viec') ?? '', query.get('ai') ?? ''];
  const pages = usePages<AuditLine>(`audit ${action} ${actor}`, async (before) => {
    const { entries, next } = await api.audit({
      ...(action && { action }),
      ...(actor && { actor }),
      ...(before && { before }),
    });
    return { rows: entries, next: next === null ? null : String(next) };
  });
  const filter = (change: Readonly<Record<string, string>>) => {
    const wanted = Object.entries({ viec: action, ai: actor, ...change }).filter(([, value]) => value !== '');
    goTo(['thiet-lap', 'nhat-ky'], Object.fromEntries(wanted));
  };
  return (
    <>
      <p>{text('audit.intro')}</p>
      <AuditCheck onDone={pages.again} />
      <h2>{text('audit.entries')}</h2>
      <div class="filters">
        <SelectField
          label={text('audit.action')}
          value={action}
          onValue={(value) => filter({ viec: value })}
          options={[
            { value: '', label: text('audit.all') },
            ...Object.entries(AREAS).map(([value, key]) => ({ value, label: text(key) })),
          ]}
        />
        {actor && (
          <p>
            {text('audit.of', { actor })}{' '}
            <button type="button" class="button" onClick={() => filter({ ai: '' })}>
              {text('results.clear')}
            </button>
          </p>
        )}
      </div>
      <Paged of={pages} none={text('audit.none')}>
        {(entries) => (
          <SortableTable
            caption={text('audit.newest')}
            rows={entries}
            rowKey={({ seq }) => String(seq)}
            columns={[
              { key: 'at', label: text('audit.at'), cell: ({ at }) => <span class="whole">{when(at)}</span> },
              {
                key: 'actor',
                label: text('audit.actor'),
                cell: (entry) => (
                  <a href={linkTo(['thiet-lap', 'nhat-ky'], { ...(action && { viec: action }), ai: entry.actor })}>
                    {entry.actor}
                  </a>
                ),
              },
              {
                key: 'action',
                label: text('audit.action'),
                cell: (entry) => (
                  <>
                    {actOf(entry.action)} <code>{entry.action}</code>
                  </>
                ),
              },
              { key: 'subject', label: text('audit.subject'), cell: (entry) => <Detail entry={entry} /> },
            ]}
          />
        )}
      </Paged>
    </>
  );
}
