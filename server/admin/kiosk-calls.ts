import type { KioskCode, KioskLine, KioskMode } from '#wire/kiosk.ts';
import type { Call } from './api.ts';

/** What an admin types of a kiosk. */
export interface KioskTyped {
  readonly unit: string;
  readonly counter: string;
  readonly officer: string | null;
  readonly mode: KioskMode;
  readonly lang: 'vi' | 'en';
  readonly pin: string;
}

const at = (kiosk: string) => `/v1/kiosks/${encodeURIComponent(kiosk)}`;

/** Tablets at counters. */
export function kioskCalls(call: Call) {
  return {
    kiosks: (signal?: AbortSignal) => call<{ kiosks: KioskLine[] }>('GET', '/v1/kiosks', undefined, signal),
    addKiosk: (kiosk: KioskTyped) => call<{ kiosk: string }>('POST', '/v1/kiosks', kiosk),
    changeKiosk: (kiosk: string, change: Partial<Omit<KioskTyped, 'unit'>>) => call<void>('PUT', at(kiosk), change),
    kioskCode: (kiosk: string) => call<KioskCode>('POST', `${at(kiosk)}/code`, {}),
    wipeKiosk: (kiosk: string, when: 'delivered' | 'now') => call<void>('POST', `${at(kiosk)}/wipe`, { when }),
    revokeKiosk: (kiosk: string) => call<void>('DELETE', at(kiosk)),
    handOver: (kiosk: string, dossier: string, stage: 'submitted' | 'returned') =>
      call<{ tail: string; expires: string }>('POST', '/v1/kiosk/hand-over', { kiosk, dossier, stage }),
  };
}
