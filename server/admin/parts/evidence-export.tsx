import { useAdmin } from '../admin-context.ts';
import { text } from '../text.ts';

interface EvidenceExportProps {
  period: string;
  /** The unit, and what of it: a part, a step; every one that is left out. */
  query: Readonly<Record<string, string>>;
}

/** The dossiers of a unit as files; the browser saves them. */
export function EvidenceExport({ period, query }: EvidenceExportProps) {
  const { api } = useAdmin();
  return (
    <p class="actions">
      {(['csv', 'xlsx'] as const).map((format) => (
        <a key={format} class="button" href={api.evidenceAddress(period, format, query)} download>
          {text('timeliness.export', { format: format.toUpperCase() })}
        </a>
      ))}
    </p>
  );
}
