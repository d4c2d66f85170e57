import { createHash } from 'node:crypto';

/** In the order of their UTF-16 units. Millions of bodies pass here: no pairs are built on the way. */
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const body = value as Record<string, unknown>;
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(body).sort()) {
    const one = canonical(body[key]);
    if (one === undefined) continue;
    // A plain assignment would set what the object descends from.
    if (key === '__proto__') Object.defineProperty(sorted, key, { value: one, enumerable: true });
    else sorted[key] = one;
  }
  return sorted;
}

/** SHA-256 of a body regardless of key order: tells a repeat (same content) from a conflict (same id, other content). */
export function bodyHash(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(body)))
    .digest('hex');
}
