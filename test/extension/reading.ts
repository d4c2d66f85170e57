import type { DossierReading } from '../../extension/hosts/host.ts';

/** A complete reading of a dossier in process; a test names only what it is about. */
export function readingOf(part: Partial<DossierReading> = {}): DossierReading {
  return {
    code: 'H99.01-261110-0042',
    procedureName: 'Cấp giấy phép xây dựng',
    procedure: null,
    state: 'processing',
    status: 'Đang xử lý',
    received: '2026-11-10T08:15',
    promised: '2026-11-23T17:00',
    reappointed: null,
    ready: null,
    returned: null,
    dateOnly: [],
    hostVerdict: null,
    supplements: null,
    steps: null,
    source: 'list',
    ...part,
  };
}

/** One that was handed over on the day it was promised for, within 2026-11-02 and 2026-11-06. */
export const finishedOf = (code: string, ready = '2026-11-06T10:00'): DossierReading =>
  readingOf({
    ...{ code, ready, state: 'returned' },
    ...{ received: '2026-11-02T08:15', promised: '2026-11-06T17:00', returned: '2026-11-06T16:30' },
  });
