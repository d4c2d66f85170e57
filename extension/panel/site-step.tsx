import { useId, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PanelState } from '../messages.ts';
import { originOf, patternOf } from '../site-pattern.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

/** Enables one back office: the browser asks the officer, then open tabs and later ones are read. */
export function SiteStep({ state, heading }: { state: PanelState; heading: string }) {
  const id = useId();
  const [first] = state.offered;
  const [typed, setTyped] = useState<string | null>(null);
  const { busy, problem, run, refuse } = useDoing();
  const address = typed ?? first ?? '';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    const origin = originOf(address.trim());
    if (!origin) {
      refuse({
        field: `${id}-site`,
        sentence: address.trim()
          ? 'Địa chỉ trang phải bắt đầu bằng https:// hoặc http://. Chép địa chỉ từ thanh địa chỉ của trang một cửa.'
          : 'Chưa có địa chỉ trang một cửa. Mở trang đó rồi chép địa chỉ vào đây.',
      });
      return;
    }
    const allowed = browser.permissions.request({ origins: [patternOf(origin)] });
    void run({ type: 'panel.site', origin, enabled: true }, allowed);
  };
  return (
    <form onSubmit={submit} noValidate aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`} tabIndex={-1}>
        {heading}
      </h2>
      <label for={`${id}-site`}>Địa chỉ trang một cửa</label>
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
        {state.offered.map((origin) => (
          <option key={origin} value={origin} />
        ))}
      </datalist>
      <p class="meta">Trình duyệt sẽ hỏi quyền đọc riêng trang này. Tắt được bất cứ lúc nào trong Thiết lập.</p>
      <Problem text={problem} />
      <button type="submit" class="primary" aria-disabled={busy}>
        Bật trên trang này
      </button>
    </form>
  );
}
