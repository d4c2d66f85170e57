import { useId, useState } from 'preact/hooks';
import type { PanelState } from '../messages.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

/** Who is at this browser. On a shared counter PC the next officer takes over with his own PIN. */
export function PersonSwitch({ state }: { state: PanelState }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [officer, setOfficer] = useState('');
  const [pin, setPin] = useState('');
  const { busy, problem, run } = useDoing();
  const officers = state.device?.officers ?? [];
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const done = await run({ type: 'panel.person', officer: officer || (officers[0]?.officer ?? ''), pin });
    setPin('');
    if (done) setOpen(false);
  };
  return (
    <div class="person">
      <p>
        {state.person ? state.person.label : 'Chưa chọn cán bộ'}{' '}
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          Đổi người
        </button>
      </p>
      <form id={id} hidden={!open} onSubmit={submit}>
        <label for={`${id}-officer`}>Cán bộ</label>
        <select id={`${id}-officer`} value={officer} onChange={({ currentTarget }) => setOfficer(currentTarget.value)}>
          {officers.map((each) => (
            <option key={each.officer} value={each.officer}>
              {each.label}
            </option>
          ))}
        </select>
        <label for={`${id}-pin`}>Mã PIN</label>
        <input
          id={`${id}-pin`}
          type="password"
          inputMode="numeric"
          autocomplete="off"
          pattern="[0-9]{4,8}"
          required
          value={pin}
          onInput={({ currentTarget }) => setPin(currentTarget.value)}
        />
        <Problem text={problem} />
        <button type="submit" class="primary" disabled={busy}>
          Vào làm việc
        </button>
      </form>
    </div>
  );
}
