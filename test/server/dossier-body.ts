import type { DossierBody } from '#wire/dossier.ts';

/** A dossier of unit so-a finished a day before it was promised; `more` says what differs. */
export const dossierBody = (more: Partial<DossierBody> = {}): DossierBody => ({
  code: 'H99.01-261102-0001',
  unit: 'so-a',
  procedure: null,
  officer: null,
  channel: null,
  state: 'ready',
  received: '2026-11-02T08:00',
  promised: '2026-11-05T17:00',
  reappointed: [],
  ready: '2026-11-04T10:00',
  returned: null,
  pauses: [],
  supplements: null,
  limitDays: null,
  ...more,
});
