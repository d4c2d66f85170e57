import type { PortalKey } from '#wire/access.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { text } from '../text.ts';

/** What a portal is given, this once: the key it asks with, and the name and key of the tokens it makes itself. */
export function PortalKeyIssued({ issued: { id, key, tokenKey } }: { issued: PortalKey }) {
  const given = [
    [text('keys.key'), key],
    [text('keys.tokenKey'), tokenKey],
    [text('keys.kid'), id],
  ] as const;
  return (
    <div class="done">
      <p>
        <strong>{text('keys.once')}</strong>
      </p>
      {given.map(([label, value]) => (
        <p class="secret" key={label}>
          {label}:{' '}
          <output class="code" aria-label={label}>
            {value}
          </output>{' '}
          <CopyButton value={value} />
        </p>
      ))}
      <p class="help">{text('keys.tokenKey.help')}</p>
    </div>
  );
}
