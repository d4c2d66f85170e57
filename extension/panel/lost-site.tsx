import { browser } from 'wxt/browser';
import { texts } from '../language.ts';
import { patternOf } from '../site-pattern.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

const say = texts(
  {
    lost: 'Trình duyệt chưa cho hoặc đã tắt quyền đọc {site}. Bấm Bật lại để tiếp tục.',
    enable: 'Bật lại',
    enableSite: 'Bật lại {site}',
  },
  {
    lost: 'The browser does not allow reading {site}, or withdrew it. Press Enable again to go on.',
    enable: 'Enable again',
    enableSite: 'Enable again {site}',
  },
);

/** An enabled site the browser does not let us read, with the one press that mends it. */
export function LostSite({ site }: { site: string }) {
  const { busy, problem, run } = useDoing();
  const enable = (): void => {
    if (busy) return;
    const allowed = browser.permissions.request({ origins: [patternOf(site)] });
    void run({ type: 'panel.site', origin: site, enabled: true }, allowed);
  };
  return (
    <div class="note">
      <p>{say('lost', { site })}</p>
      <button type="button" aria-disabled={busy} aria-label={say('enableSite', { site })} onClick={enable}>
        {say('enable')}
      </button>
      <Problem text={problem} />
    </div>
  );
}
