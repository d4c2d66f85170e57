import type { Choices } from './choices.ts';
import type { Proof } from './dossier-record.ts';

/** Whether a response feeds the official indices; the others are counted apart (choice `citizen.evidence`). */
export function countsOfficially(proof: Proof, choices: Choices): boolean {
  return choices['citizen.evidence'] === 'all' || (proof !== 'officerLink' && proof !== 'open');
}
