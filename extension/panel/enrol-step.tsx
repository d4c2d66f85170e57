import { useId, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PanelState } from '../messages.ts';
import { originOf, patternOf } from '../site-pattern.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

/** Server address and one-time code. The permission is asked for in the click itself, or the browser refuses to ask. */
export function EnrolStep({ state, heading }: { state: PanelState; heading: string }) {
  const id = useId();
  const [server, setServer] = useState(state.server ?? '');
  const [code, setCode] = useState('');
  const [label, setLabel] = useState('Máy tại quầy');
  const { busy, problem, run } = useDoing();
  const submit = (event: Event): void => {
    event.preventDefault();
    const origin = originOf(server.trim());
    const allowed = origin ? browser.permissions.request({ origins: [patternOf(origin)] }) : Promise.resolve(true);
    void run({ type: 'panel.enrol', server: server.trim(), code, label }, allowed);
  };
  return (
    <form onSubmit={submit} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{heading}</h2>
      <label for={`${id}-server`}>Địa chỉ máy chủ</label>
      <input
        id={`${id}-server`}
        type="url"
        required
        placeholder="https://"
        value={server}
        onInput={({ currentTarget }) => setServer(currentTarget.value)}
      />
      <label for={`${id}-code`}>Mã đăng ký do quản trị đơn vị cấp</label>
      <input
        id={`${id}-code`}
        required
        autocomplete="off"
        value={code}
        onInput={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <label for={`${id}-label`}>Tên máy này</label>
      <input
        id={`${id}-label`}
        required
        maxLength={80}
        value={label}
        onInput={({ currentTarget }) => setLabel(currentTarget.value)}
      />
      <Problem text={problem} />
      <button type="submit" class="primary" disabled={busy}>
        {busy ? 'Đang đăng ký…' : 'Đăng ký máy này'}
      </button>
    </form>
  );
}
