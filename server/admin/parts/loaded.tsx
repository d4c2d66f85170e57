import type { ComponentChildren } from 'preact';
import { text } from '../text.ts';
import type { Load } from '../use-load.ts';
import { FaultText } from './fault-text.tsx';

/** Shows what was loaded; before that says that it is loading, and after a failure why and how to try again. */
export function Loaded<T>({ of, children }: { of: Load<T>; children: (value: T) => ComponentChildren }) {
  return (
    <>
      {of.fault && !of.loading && (
        <>
          <FaultText fault={of.fault} />
          <button type="button" class="button" onClick={of.again}>
            {text('state.again')}
          </button>
        </>
      )}
      {of.value === null && of.loading && (
        <p role="status" class="muted loading">
          {text('state.loading')}
        </p>
      )}
      {of.value !== null && children(of.value)}
    </>
  );
}
