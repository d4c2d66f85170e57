import { CopyButton } from '../parts/copy-button.tsx';
import { text } from '../text.ts';

/** Ten codes, this once. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  return (
    <section class="done" aria-label={text('second.codes')}>
      <p role="status">
        <strong>{text('second.on.done')}</strong>
      </p>
      <p>{text('second.codes.once')}</p>
      <ol class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <CopyButton value={codes.join('\n')} />
    </section>
  );
}
