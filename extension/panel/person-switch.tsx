import { useId, useRef, useState } from 'preact/hooks';
import type { PanelState } from '../messages.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

/** Who is at this browser. On a shared counter PC the next officer takes over with his own PIN. */
export function PersonSwitch({ state }: { state: PanelState }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [officer, setOfficer] = useState('');
  const [pin, setPin] = useState('');
  const { busy, problem, run, refuse } = useDoing();
  const officers = state.device?.officers ?? [];
  const opener = useRef<HTMLButtonElement>(null);
  const pinField = useRef<HTMLInputElement>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (!/^\d{4,8}$/.test(pin)) {
      refuse({ field: `${id}-pin`, sentence: 'Mã PIN gồm 4–8 chữ số.' });
      return;
    }
    const done = await run({ type: 'panel.person', officer: officer || (officers[0]?.officer ?? ''), pin });
    setPin('');
    if (done) setOpen(false);
    // What had the focus is hidden now, or is to be typed anew.
    (done ? opener : pinField).current?.focus();
  };
  return (
    <div class="person">
      <p>
        {state.person ? state.person.label : 'Chưa chọn cán bộ'}{' '}
        <button ref={opener} type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          Đổi người
        </button>
      </p>
      <form id={id} hidden={!open} onSubmit={submit} noValidate>
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
          ref={pinField}
          id={`${id}-pin`}
          type="password"
          inputMode="numeric"
          autocomplete="off"
          required
          value={pin}
          onInput={({ currentTarget }) => setPin(currentTarget.value)}
        />
        <Problem text={problem} />
        <button type="submit" class="primary" aria-disabled={busy}>
          Vào làm việc
        </button>
      </form>
    </div>
  );
}
