import { type File, tablesOf } from './open-file.ts';

/**
 * Takes out of a copy what is true for minutes only and tells when somebody answered: the hour of the last answer at a tablet, and a
 * dossier on its way to one. Copies of many days would make a diary of it.
 */
export function dropPassing(copy: File): void {
  if (!tablesOf(copy).has('kiosks')) return;
  copy.exec('update kiosks set last_answer = null; delete from kiosk_hand_overs');
}
