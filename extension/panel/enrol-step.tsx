import { useId, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { texts } from '../language.ts';
import type { PanelState } from '../messages.ts';
import { serverOrigin } from '../server-origin.ts';
import { patternOf } from '../site-pattern.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

const say = texts(
  {
    noServer: 'Chưa có địa chỉ máy chủ. Nhập địa chỉ quản trị đã gửi, bắt đầu bằng https://.',
    badServer: 'Địa chỉ máy chủ phải bắt đầu bằng https://. Kiểm tra lại địa chỉ quản trị đã gửi.',
    noCode: 'Chưa có mã đăng ký. Nhập mã do quản trị đơn vị cấp.',
    noLabel: 'Chưa có tên máy này. Nhập tên để quản trị nhận ra máy, ví dụ Máy tại quầy.',
    counter: 'Máy tại quầy',
    server: 'Địa chỉ máy chủ',
    managed: 'Do tỉnh thiết lập.',
    code: 'Mã đăng ký do quản trị đơn vị cấp',
    label: 'Tên máy này',
    ask: 'Trình duyệt sẽ hỏi quyền với địa chỉ máy chủ để gửi hồ sơ tới đó. Chọn Cho phép.',
    enrolling: 'Đang đăng ký…',
    enrol: 'Đăng ký máy này',
  },
  {
    noServer: 'There is no server address yet. Type the one your admin sent, beginning with https://.',
    badServer: 'The server address must begin with https://. Check the one your admin sent.',
    noCode: 'There is no enrolment code yet. Type the code your unit admin gave you.',
    noLabel: 'This computer has no name yet. Type one your admin will recognise, such as Counter PC.',
    counter: 'Counter PC',
    server: 'Server address',
    managed: 'Set by the province.',
    code: 'Enrolment code from your unit admin',
    label: 'Name of this computer',
    ask: 'The browser will ask for permission for the server address, to send dossiers there. Choose Allow.',
    enrolling: 'Enrolling…',
    enrol: 'Enrol this computer',
  },
);

/** What keeps the form from being sent: the field's name and a sentence that names the remedy. */
function faultOf(server: string, code: string, label: string): readonly [string, string] | null {
  if (!server) return ['server', say('noServer')];
  if (!serverOrigin(server)) return ['server', say('badServer')];
  if (!code) return ['code', say('noCode')];
  if (!label) return ['label', say('noLabel')];
  return null;
}

/** Server address and one-time code. The permission is asked for in the click itself, or the browser refuses to ask. */
export function EnrolStep({ state, heading }: { state: PanelState; heading: string }) {
  const id = useId();
  const [server, setServer] = useState(state.managed.server ?? state.server ?? '');
  const [code, setCode] = useState('');
  const [label, setLabel] = useState(say('counter'));
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
      <label for={`${id}-server`}>{say('server')}</label>
      <input
        id={`${id}-server`}
        type="url"
        required
        placeholder="https://"
        readOnly={state.managed.server !== undefined}
        aria-describedby={state.managed.server === undefined ? undefined : `${id}-managed`}
        value={server}
        onInput={({ currentTarget }) => setServer(currentTarget.value)}
      />
      {state.managed.server !== undefined && (
        <p class="meta" id={`${id}-managed`}>
          {say('managed')}
        </p>
      )}
      <label for={`${id}-code`}>{say('code')}</label>
      <input
        id={`${id}-code`}
        required
        autocomplete="off"
        aria-describedby={state.managed.enrolmentHint ? `${id}-hint` : undefined}
        value={code}
        onInput={({ currentTarget }) => setCode(currentTarget.value)}
      />
      {state.managed.enrolmentHint && (
        <p class="meta" id={`${id}-hint`}>
          {state.managed.enrolmentHint}
        </p>
      )}
      <label for={`${id}-label`}>{say('label')}</label>
      <input
        id={`${id}-label`}
        required
        maxLength={80}
        value={label}
        onInput={({ currentTarget }) => setLabel(currentTarget.value)}
      />
      <p class="meta">{say('ask')}</p>
      <Problem text={problem} />
      <button type="submit" class="primary" aria-disabled={busy}>
        {busy ? say('enrolling') : say('enrol')}
      </button>
    </form>
  );
}
