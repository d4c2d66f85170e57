import type { Dossier, Pause } from '../dossier.ts';

/** The supplement pauses in the order they began. */
export function waits(dossier: Dossier): Pause[] {
  return dossier.pauses.filter((pause) => pause.kind === 'supplement').sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The first time the applicant was asked to complete the dossier. */
export function firstWait(dossier: Dossier): Pause | undefined {
  return waits(dossier)[0];
}

/** The last time the applicant was asked to complete the dossier. */
export function lastWait(dossier: Dossier): Pause | undefined {
  return waits(dossier).at(-1);
}
