import type { Dossier } from '#rules/dossier.ts';

/** A dossier of which nothing is known but `facts`. */
export function dossierOf(facts: Partial<Dossier>): Dossier {
  return {
    code: 'H99.01-261110-0042',
    procedure: null,
    unit: 'so-mau',
    officer: null,
    channel: null,
    state: 'processing',
    received: null,
    promised: null,
    reappointed: [],
    ready: null,
    returned: null,
    pauses: [],
    supplements: null,
    limitDays: null,
    ...facts,
  };
}
