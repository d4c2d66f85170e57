import { browser } from 'wxt/browser';
import { texts } from '../language.ts';
import { patternOf } from '../site-pattern.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

const say = texts(
  {
    lost: 'Trình duyệt chưa cho hoặc đã tắt quyền với {site}. Bấm Bật lại, rồi chọn Cho phép.',
    enable: 'Bật lại',
    enableSite: 'Bật lại {site}',
  },
  {
    lost: 'The browser does not allow {site}, or withdrew it. Press Enable again, then choose Allow.',
    enable: 'Enable again',
    enableSite: 'Enable again {site}',
  },
);

/** An enabled site or the server, which the browser does not let us reach, with the one press that mends it. */
export function LostSite({ site }: { site: string }) {
  const { busy, problem, run } = useDoing();
  const enable = (): void => {
    if (busy) return;
    const allowed = browser.permissions.request({ origins: [patternOf(site)] });
    // The background draws again by itself as soon as it may; what could not be sent meanwhile is due now.
    void run({ type: 'panel.send' }, allowed);
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
