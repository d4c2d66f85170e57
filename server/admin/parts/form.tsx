import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiFault } from '../api.ts';

interface FormProps {
  /** Of the change this form sends. */
  fault: ApiFault | null;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** A form that judges its own fields: when it or the server refuses, focus goes to the first field that is wrong. */
export function Form({ fault, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, fault]);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTries((before) => before + 1);
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
