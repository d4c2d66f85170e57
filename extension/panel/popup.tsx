import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { formatCount } from '#rules/format.ts';
import { dueCounts } from '../due-counts.ts';
import { language, texts } from '../language.ts';
import { originOf, patternOf } from '../site-pattern.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { LostSite } from './lost-site.tsx';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';
import { usePanelState } from './use-panel-state.ts';

const say = texts(
  {
    opening: 'Đang mở…',
    overdue: 'quá hạn',
    dueToday: 'đến hạn hôm nay',
    nothing: 'Hôm nay chưa đọc danh sách nào.',
    enable: 'Bật trên trang này',
    noSite: 'Trang đang mở không phải là trang web.',
    enabled: 'Đã bật trên {site}.',
    hide: 'Ẩn dấu trên trang',
    show: 'Hiện dấu trên trang',
    panel: 'Mở bảng',
    options: 'Thiết lập',
  },
  {
    opening: 'Opening…',
    overdue: 'overdue',
    dueToday: 'due today',
    nothing: 'No list has been read today.',
    enable: 'Enable on this site',
    noSite: 'The open page is not a web site.',
    enabled: 'Enabled on {site}.',
    hide: 'Hide marks',
    show: 'Show marks',
    panel: 'Open the panel',
    options: 'Options',
  },
);

/** Origin of the tab the button was pressed on; `null` until it is known, and for what is no site. */
function useOpenSite(): string | null {
  const [site, setSite] = useState<string | null>(null);
  useEffect(() => {
    void browser.tabs
      .query({ active: true, currentWindow: true })
      .then(([tab]) => setSite(tab?.url ? originOf(tab.url) : null));
  }, []);
  return site;
}

/** The small window of the button where the browser has neither a side panel nor a sidebar. */
export function Popup() {
  const { state } = usePanelState();
  const site = useOpenSite();
  const { busy, problem, run } = useDoing();
  if (!state) return <p class="loading">{say('opening')}</p>;
  const today = state.seen.filter(({ seen }) => seen.slice(0, 10) === state.now.slice(0, 10));
  const counts = dueCounts(today, state.settings, state.now);
  const count = (duty: 'overdue' | 'dueToday'): string => formatCount(counts[duty], language());
  const enable = (origin: string): void => {
    if (busy) return;
    const allowed = browser.permissions.request({ origins: [patternOf(origin)] });
    void run({ type: 'panel.site', origin, enabled: true }, allowed);
  };
  return (
    <main>
      <h1>Đánh giá DVC</h1>
      {today.length === 0 ? (
        <p>{say('nothing')}</p>
      ) : (
        <ul class="plain">
          <li>
            <StatusIcon status="overdue" /> <strong>{count('overdue')}</strong> {say('overdue')}
          </li>
          <li>
            <StatusIcon status="dueSoon" /> <strong>{count('dueToday')}</strong> {say('dueToday')}
          </li>
        </ul>
      )}
      {state.lost.map((each) => (
        <LostSite key={each} site={each} />
      ))}
      {!site ? (
        <p class="meta">{say('noSite')}</p>
      ) : state.sites.includes(site) ? (
        <p class="meta">{say('enabled', { site })}</p>
      ) : (
        <button type="button" class="primary" aria-disabled={busy} onClick={() => enable(site)}>
          {say('enable')}
        </button>
      )}
      <Problem text={problem} />
      <p class="choices">
        <button type="button" onClick={() => void run({ type: 'panel.hide', hidden: !state.hidden })}>
          {state.hidden ? say('show') : say('hide')}
        </button>
        <a href="/sidepanel.html" target="_blank" rel="noreferrer">
          {say('panel')}
        </a>
        <a href="/options.html" target="_blank" rel="noreferrer">
          {say('options')}
        </a>
      </p>
    </main>
  );
}
