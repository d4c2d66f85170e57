import type { ComponentChildren } from 'preact';
import { healthSentence } from '../health-words.ts';
import { texts } from '../language.ts';
import { lightOf } from '../site-health.ts';
import { usePacks } from './use-packs.ts';

const say = texts(
  {
    teach: 'Dạy phần mềm đọc trang này',
    expired: 'Gói đọc trang của tỉnh đã hết hạn ngày {day}. Các trang được đọc theo cách chung.',
  },
  { teach: 'Teach this page', expired: 'The pack of the province expired on {day}. Pages are read in the common way.' },
);

interface Props {
  readonly sites: readonly string[];
  readonly onTeach: () => void;
  /** What the officer came for. */
  readonly children: ComponentChildren;
}

/** Sites that are read badly or have changed, and a pack that has run out; the way to teaching comes first only then. */
export function HealthNote({ sites, onTeach, children }: Props) {
  const { packs } = usePacks();
  const ill = sites.flatMap((site) => {
    const health = packs?.health[site];
    return health && ['bad', 'changed'].includes(lightOf(health)) ? [{ site, health }] : [];
  });
  const { province } = packs ?? {};
  const teach = sites.length > 0 && (
    <p>
      <button type="button" onClick={onTeach}>
        {say('teach')}
      </button>
    </p>
  );
  return (
    <>
      <div class="notices">
        <div role="status">
          {ill.map(({ site, health }) => (
            <p key={site} class="note">
              {site}: {healthSentence(health)}
            </p>
          ))}
          {province?.expired && (
            <p class="note">{say('expired', { day: province.expires.split('-').reverse().join('/') })}</p>
          )}
        </div>
        {ill.length > 0 && teach}
      </div>
      {children}
      {ill.length === 0 && teach}
    </>
  );
}
