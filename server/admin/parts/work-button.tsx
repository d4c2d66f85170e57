interface WorkButtonProps {
  label: string;
  busyLabel: string;
  busy: boolean;
  /** Absent in a form, where pressing it submits. */
  onPress?: () => void;
}

/** The main button of a form or dialog: keeps its place while the server works and says so. */
export function WorkButton({ label, busyLabel, busy, onPress }: WorkButtonProps) {
  return (
    <>
      <button type={onPress ? 'button' : 'submit'} class="button primary" aria-disabled={busy} onClick={onPress}>
        {busy ? busyLabel : label}
      </button>
      <span role="status" class="unseen">
        {busy ? busyLabel : ''}
      </span>
    </>
  );
}
