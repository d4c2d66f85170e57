import { texts } from '../language.ts';
import { LostSite } from '../panel/lost-site.tsx';
import { SiteStep } from '../panel/site-step.tsx';
import { ManagedNote } from './managed-note.tsx';
import { Section, type SectionProps } from './section.tsx';

const say = texts(
  {
    title: 'Trang đã bật',
    off: 'Tắt',
    offSite: 'Tắt {site}',
    none: 'Chưa bật trang nào.',
    more: 'Bật thêm một trang',
  },
  {
    title: 'Enabled sites',
    off: 'Turn off',
    offSite: 'Turn off {site}',
    none: 'No site is enabled yet.',
    more: 'Enable another site',
  },
);

/** Sites that are read; one the browser no longer lets us read is mended here in one press. */
export function SitesSection({ state, doing: { busy, run } }: SectionProps) {
  const { sites, lost, managed } = state;
  return (
    <Section id="trang" title={say('title')}>
      <ul class="plain">
        {sites.map((site) => (
          <li key={site}>
            {site}{' '}
            {managed.sites?.includes(site) ? (
              <ManagedNote />
            ) : (
              <button
                type="button"
                aria-disabled={busy}
                aria-label={say('offSite', { site })}
                onClick={() => void run({ type: 'panel.site', origin: site, enabled: false })}
              >
                {say('off')}
              </button>
            )}
            {lost.includes(site) && <LostSite site={site} />}
          </li>
        ))}
      </ul>
      {lost
        .filter((each) => !sites.includes(each))
        .map((server) => (
          <LostSite key={server} site={server} />
        ))}
      {sites.length === 0 && <p>{say('none')}</p>}
      <SiteStep state={state} heading={say('more')} />
    </Section>
  );
}
