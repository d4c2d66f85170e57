import { text } from '../../text.ts';

interface FileLinksProps {
  /** Without its ending: `/v1/periods/2026-q4/report`. */
  address: string;
  label: string;
  /** `?part=2` */
  query?: string;
  forms: readonly ('docx' | 'xlsx' | 'csv' | 'html')[];
}

/** One document in every form it has; a page opens to be printed. */
export function FileLinks({ address, label, query = '', forms }: FileLinksProps) {
  return (
    <ul class="file-links" aria-label={label}>
      {forms.map((form) => (
        <li key={form}>
          {form === 'html' ? (
            <a
              class="button"
              href={`${address}.html${query}`}
              target="_blank"
              rel="noreferrer"
              aria-label={`${label}: ${text('reports.print')}`}
            >
              {text('reports.print')}
            </a>
          ) : (
            <a
              class="button"
              href={`${address}.${form}${query}`}
              download
              aria-label={`${label}: ${form.toUpperCase()}`}
            >
              {form.toUpperCase()}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
