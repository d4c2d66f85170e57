import { useId } from 'preact/hooks';
import type { Keys } from '../configuration.ts';
import { texts } from '../language.ts';
import { KEY_LETTERS } from '../read-configuration.ts';
import { ManagedNote } from './managed-note.tsx';
import { Section, type SectionProps } from './section.tsx';

const say = texts(
  {
    title: 'Phím tắt',
    hide: 'Ẩn, hiện dấu trên trang một cửa',
    open: 'Mở bảng',
    what: 'Hai phím này dùng trên trang một cửa đã bật. Các chữ B, D, E, F, H, S, T, V, Z không dùng được vì trùng phím của trình duyệt hoặc bộ gõ tiếng Việt.',
    browser:
      'Muốn dùng phím ở mọi trang, đặt trong trang phím tắt của trình duyệt: chrome://extensions/shortcuts, edge://extensions/shortcuts, hoặc about:addons → Quản lý phím tắt.',
  },
  {
    title: 'Keys',
    hide: 'Hide or show marks in the back office',
    open: 'Open the panel',
    what: 'These two work on enabled back-office pages. B, D, E, F, H, S, T, V and Z are not offered: browsers or Vietnamese keyboards use them.',
    browser:
      'For keys that work on every page use the shortcut page of the browser: chrome://extensions/shortcuts, edge://extensions/shortcuts, or about:addons → Manage Extension Shortcuts.',
  },
);

const KEYS: readonly (keyof Keys)[] = ['hide', 'open'];

/** The two keys of back-office pages; the browser's own shortcuts are set on the browser's page. */
export function KeysSection({ state, doing: { run } }: SectionProps) {
  const id = useId();
  const { keys } = state.preferences;
  const managed = state.managed.keys ?? {};
  return (
    <Section id="phim-tat" title={say('title')}>
      {KEYS.map((key) => (
        <p key={key} class="key">
          <label for={`${id}-${key}`}>{say(key)}</label>
          {managed[key] === undefined ? (
            <select
              id={`${id}-${key}`}
              value={keys[key]}
              onChange={({ currentTarget: { value } }) =>
                void run({ type: 'panel.configure', configuration: { keys: { [key]: value } } })
              }
            >
              {KEY_LETTERS.map((letter) => (
                <option key={letter} value={letter}>
                  Alt+{letter}
                </option>
              ))}
            </select>
          ) : (
            <>
              <input
                id={`${id}-${key}`}
                readOnly
                value={`Alt+${keys[key]}`}
                aria-describedby={`${id}-${key}-managed`}
              />
              <ManagedNote id={`${id}-${key}-managed`} />
            </>
          )}
        </p>
      ))}
      <p class="meta">{say('what')}</p>
      <p class="meta">{say('browser')}</p>
    </Section>
  );
}
