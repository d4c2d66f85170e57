import type { ComponentChildren } from 'preact';

interface FindingItemProps {
  /** What was found, of which dossier. */
  title: ComponentChildren;
  because: string;
  cite: string | null;
  evidence: readonly { readonly label: string; readonly value: string }[];
  /** What can be done about it. */
  children?: ComponentChildren;
}

/** One finding of a list: what, why, by which article, on what evidence. */
export function FindingItem({ title, because, cite, evidence, children }: FindingItemProps) {
  return (
    <li class="finding-item">
      <p>{title}</p>
      <p>{because}</p>
      {cite && <p class="small muted">{cite}</p>}
      {evidence.length > 0 && (
        <dl class="evidence">
          {evidence.map((piece) => (
            <div key={piece.label}>
              <dt>{piece.label}</dt>
              <dd>{piece.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </li>
  );
}
