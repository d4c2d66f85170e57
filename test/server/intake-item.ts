import type { IntakeItem } from '../../server/store/intake-item.ts';
import { idOf } from './test-server.ts';

/** A response of `so-a` as the intake takes it. */
export function itemOf(n: number, more: Partial<IntakeItem> = {}): IntakeItem {
  return {
    tenant: 'mau',
    id: idOf(n),
    bodyHash: `hash-${n}`,
    aged: false,
    dossier: null,
    linkStage: 'returned',
    row: {
      unit: 'so-a',
      procedure: null,
      survey: 'danhgia-2026',
      version: 1,
      stage: 'returned',
      channel: 'portal',
      proof: 'open',
      lang: 'vi',
      day: '2026-11-10',
      answers: { overall: 's4' },
      comment: null,
      assisted: null,
      way: null,
      helper: null,
    },
    ...more,
  };
}
