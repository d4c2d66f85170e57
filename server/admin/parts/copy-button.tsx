import { useState } from 'preact/hooks';
import { text } from '../text.ts';

/** Copies `value`; says in words whether it worked. */
export function CopyButton({ value }: { value: string }) {
  const [said, setSaid] = useState('');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      setSaid(text('action.copied'));
    } catch {
      // No clipboard without HTTPS or permission: the text itself stays selectable.
      setSaid(text('action.copy.failed'));
    }
  }
  return (
    <>
      <button type="button" class="button" onClick={copy}>
        {text('action.copy')}
      </button>
      <span role="status">{said}</span>
    </>
  );
}
