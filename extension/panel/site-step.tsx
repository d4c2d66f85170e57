import { useId, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { texts } from '../language.ts';
import type { PanelState } from '../messages.ts';
import { originOf, patternOf } from '../site-pattern.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

const say = texts(
  {
    address: 'Địa chỉ trang một cửa',
    wrong: 'Địa chỉ trang phải bắt đầu bằng https:// hoặc http://. Chép địa chỉ từ thanh địa chỉ của trang một cửa.',
    empty: 'Chưa có địa chỉ trang một cửa. Mở trang đó rồi chép địa chỉ vào đây.',
    ask: 'Trình duyệt sẽ hỏi quyền «đọc và thay đổi dữ liệu» của riêng trang này; phần mềm chỉ đọc. Tắt được bất cứ lúc nào trong Thiết lập.',
    enable: 'Bật trên trang này',
  },
  {
    address: 'Address of the back office',
    wrong: 'The address must begin with https:// or http://. Copy it from the address bar of the back office.',
    empty: 'There is no address yet. Open the back office and copy its address here.',
    ask: 'The browser will ask for permission to “read and change” this site alone; the extension only reads. It can be turned off at any time in Options.',
    enable: 'Enable on this site',
  },
);

/** Enables one back office: the browser asks the officer, then open tabs and later ones are read. */
export function SiteStep({ state, heading }: { state: PanelState; heading: string }) {
  const id = useId();
  const offered = state.offered.filter((origin) => !state.sites.includes(origin));
  const [typed, setTyped] = useState<string | null>(null);
  const { busy, problem, run, refuse } = useDoing();
  const address = typed ?? offered[0] ?? '';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    const origin = originOf(address.trim());
    if (!origin) {
      refuse({
        field: `${id}-site`,
        sentence: address.trim() ? say('wrong') : say('empty'),
      });
      return;
    }
    const allowed = browser.permissions.request({ origins: [patternOf(origin)] });
    void run({ type: 'panel.site', origin, enabled: true }, allowed).then((done) => done && setTyped(null));
  };
  return (
    <form onSubmit={submit} noValidate aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`} tabIndex={-1}>
        {heading}
      </h2>
      <label for={`${id}-site`}>{say('address')}</label>
      <input
        id={`${id}-site`}
        type="url"
        required
        placeholder="https://"
        list={`${id}-offered`}
        value={address}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <datalist id={`${id}-offered`}>
        {offered.map((origin) => (
          <option key={origin} value={origin} />
        ))}
      </datalist>
      <p class="meta">{say('ask')}</p>
      <Problem text={problem} />
      <button type="submit" class="primary" aria-disabled={busy}>
        {say('enable')}
      </button>
    </form>
  );
}
