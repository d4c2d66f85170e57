import { useId, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PanelState } from '../messages.ts';
import { serverOrigin } from '../server-origin.ts';
import { patternOf } from '../site-pattern.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

/** What keeps the form from being sent: the field's name and a sentence that names the remedy. */
function faultOf(server: string, code: string, label: string): readonly [string, string] | null {
  if (!server) return ['server', 'Chưa có địa chỉ máy chủ. Nhập địa chỉ quản trị đã gửi, bắt đầu bằng https://.'];
  if (!serverOrigin(server))
    return ['server', 'Địa chỉ máy chủ phải bắt đầu bằng https://. Kiểm tra lại địa chỉ quản trị đã gửi.'];
  if (!code) return ['code', 'Chưa có mã đăng ký. Nhập mã do quản trị đơn vị cấp.'];
  if (!label) return ['label', 'Chưa có tên máy này. Nhập tên để quản trị nhận ra máy, ví dụ Máy tại quầy.'];
  return null;
}

/** Server address and one-time code. The permission is asked for in the click itself, or the browser refuses to ask. */
export function EnrolStep({ state, heading }: { state: PanelState; heading: string }) {
  const id = useId();
  const [server, setServer] = useState(state.server ?? '');
  const [code, setCode] = useState('');
  const [label, setLabel] = useState('Máy tại quầy');
  const { busy, problem, run, refuse } = useDoing();
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    const fault = faultOf(server.trim(), code.trim(), label.trim());
    if (fault) {
      refuse({ field: `${id}-${fault[0]}`, sentence: fault[1] });
      return;
    }
    const origin = serverOrigin(server.trim());
    const allowed = origin ? browser.permissions.request({ origins: [patternOf(origin)] }) : Promise.resolve(true);
    void run({ type: 'panel.enrol', server: server.trim(), code, label }, allowed);
  };
  return (
    <form onSubmit={submit} noValidate aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`} tabIndex={-1}>
        {heading}
      </h2>
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
      <button type="submit" class="primary" aria-disabled={busy}>
        {busy ? 'Đang đăng ký…' : 'Đăng ký máy này'}
      </button>
    </form>
  );
}
