import { useAdmin } from '../../admin-context.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { goTo, linkTo, type Place } from '../../place.ts';
import { text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { PublishedForm } from './published-form.tsx';
import { PublishedReport } from './published-report.tsx';

const HERE = 'bao-cao-truoc';

/** Earlier printed reports: `#/bao-cao-truoc`; one more `?moi`, one changed `?sua=<id>`. */
export function Published({ place }: { place: Place }) {
  const { api, session } = useAdmin();
  const kept = useLoad('published', () => api.keptTables());
  const mayWrite = session.role === 'province-admin';
  const back = () => goTo([HERE]);
  const saved = () => {
    kept.again();
    back();
  };
  const changed = place.query.get('sua');
  return (
    <>
      <h1 tabIndex={-1}>{text('published.title')}</h1>
      <p>{text('published.intro')}</p>
      <Loaded of={kept}>
        {({ tables, between }) => {
          const edited = tables.find(({ table }) => table.id === changed) ?? null;
          if (mayWrite && (place.query.has('moi') || edited))
            return <PublishedForm key={changed ?? 'moi'} kept={edited} onSaved={saved} onCancel={back} />;
          return (
            <>
              {mayWrite && (
                <p class="actions">
                  <a class="button" href={linkTo([HERE], { moi: '1' })}>
                    {text('published.add')}
                  </a>
                </p>
              )}
              {tables.length === 0 && <p class="note">{text('published.none')}</p>}
              {tables.map((each) => (
                <PublishedReport
                  key={each.table.id}
                  kept={each}
                  onChange={kept.again}
                  onEdit={() => goTo([HERE], { sua: each.table.id })}
                />
              ))}
              {between.length > 0 && (
                <section aria-labelledby="giua-cac-bao-cao">
                  <h2 id="giua-cac-bao-cao">{text('published.between')}</h2>
                  <ul lang="vi">
                    {between.map(({ message }) => (
                      <li key={message} class="fault">
                        {message}
                      </li>
                    ))}
                  </ul>
                </section>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
