/** `good`: nothing to do. `note`: works, with something to know. `bad`: to be put right. */
export interface Finding {
  readonly is: 'good' | 'note' | 'bad';
  /** What was found, and what to do. */
  readonly says: string;
}

export const good = (says: string): Finding => ({ is: 'good', says });
export const note = (says: string): Finding => ({ is: 'note', says });
export const bad = (says: string): Finding => ({ is: 'bad', says });
