import { text } from '../text.ts';

/** A list as files; the browser saves them. @param named what stands before the format where several lists are offered. */
export function SaveFiles({ address, named }: { address: (format: 'csv' | 'xlsx') => string; named?: string }) {
  return (
    <p class="actions">
      {(['csv', 'xlsx'] as const).map((format) => (
        <a key={format} class="button" href={address(format)} download>
          {named && `${named} · `}
          {text('save.as', { format: format.toUpperCase() })}
        </a>
      ))}
    </p>
  );
}
