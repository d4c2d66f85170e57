import { useId } from 'preact/hooks';
import { ManagedNote } from './managed-note.tsx';

interface Props {
  readonly label: string;
  readonly on: boolean;
  readonly managed: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** A labelled tick. What the province settled stays focusable, so that it can be read, and does nothing. */
export function SwitchRow({ label, on, managed, onSwitch }: Props) {
  const id = useId();
  return (
    <p class="switch">
      <input
        id={id}
        type="checkbox"
        checked={on}
        aria-disabled={managed}
        aria-describedby={managed ? `${id}-managed` : undefined}
        onClick={(event) => {
          // The tick follows the state that comes back, not the press.
          event.preventDefault();
          if (!managed) onSwitch(!on);
        }}
      />
      <label for={id}>{label}</label>
      {managed && <ManagedNote id={`${id}-managed`} />}
    </p>
  );
}
