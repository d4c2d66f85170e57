import { useId, useRef, useState } from 'preact/hooks';
import { texts } from '../language.ts';
import type { PanelState } from '../messages.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

const say = texts(
  {
    digits: 'Mã PIN gồm 4–8 chữ số.',
    choose: 'Chọn mã của mình',
    unchosen: 'Chưa chọn cán bộ. Chọn mã của mình trong danh sách.',
    nobody: 'Chưa chọn cán bộ',
    switch: 'Đổi người',
    officer: 'Cán bộ',
    pin: 'Mã PIN',
    enter: 'Vào làm việc',
    leave: 'Rời máy',
  },
  {
    digits: 'A PIN has 4–8 digits.',
    choose: 'Choose your own code',
    unchosen: 'No officer is chosen. Choose your own code in the list.',
    nobody: 'No officer chosen',
    switch: 'Switch person',
    officer: 'Officer',
    pin: 'PIN',
    enter: 'Start work',
    leave: 'Leave this computer',
  },
);

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
  /** A PIN begun by one is not finished by another. */
  const close = (): void => {
    setOpen(false);
    setPin('');
    setOfficer('');
  };
  const leave = async (): Promise<void> => {
    if (await run({ type: 'panel.leave' })) close();
    opener.current?.focus();
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    // Never the first of the list unasked: a PIN two officers share would let one work in the other's name.
    if (!officer) {
      refuse({ field: `${id}-officer`, sentence: say('unchosen') });
      return;
    }
    if (!/^\d{4,8}$/.test(pin)) {
      refuse({ field: `${id}-pin`, sentence: say('digits') });
      return;
    }
    const done = await run({ type: 'panel.person', officer, pin });
    if (done) close();
    else setPin('');
    // What had the focus is hidden now, or is to be typed anew.
    (done ? opener : pinField).current?.focus();
  };
  return (
    <div class="person">
      <p>
        {state.person ? state.person.label : say('nobody')}{' '}
        <button
          ref={opener}
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => (open ? close() : setOpen(true))}
        >
          {say('switch')}
        </button>
      </p>
      <form id={id} hidden={!open} onSubmit={submit} noValidate>
        <label for={`${id}-officer`}>{say('officer')}</label>
        <select id={`${id}-officer`} value={officer} onChange={({ currentTarget }) => setOfficer(currentTarget.value)}>
          <option value="">{say('choose')}</option>
          {officers.map((each) => (
            <option key={each.officer} value={each.officer}>
              {each.label}
            </option>
          ))}
        </select>
        <label for={`${id}-pin`}>{say('pin')}</label>
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
        <p class="choices">
          <button type="submit" class="primary" aria-disabled={busy}>
            {say('enter')}
          </button>
          {state.person && (
            <button type="button" aria-disabled={busy} onClick={() => void leave()}>
              {say('leave')}
            </button>
          )}
        </p>
      </form>
    </div>
  );
}
