import { render } from 'preact';
import type { Feature, Seen } from '../../../extension/features/feature.ts';

/** What a feature says of one dossier in the card, as one text; '' when it says nothing. */
export function textOf(feature: Feature, seen: Seen): string {
  const root = document.createElement('div');
  render(feature.explain?.(seen) ?? null, root);
  return root.textContent ?? '';
}
