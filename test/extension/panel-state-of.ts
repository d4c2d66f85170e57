import { DEFAULT_PREFERENCES } from '../../extension/configuration.ts';
import { CONSENT_VERSION } from '../../extension/consent-text.ts';
import type { PanelState } from '../../extension/messages.ts';
import { UNSETTLED } from '../../extension/office-rules.ts';

/** The state of an enrolled browser with nothing to do; a test names only what it is about. */
export function panelStateOf(part: Partial<PanelState> = {}): PanelState {
  return {
    now: '2026-11-26T10:00',
    server: 'https://danhgia.example.vn',
    device: { device: 'mau.A1', tenant: 'mau', unit: 'so-a', unitName: 'Sở A', officers: [] },
    revoked: false,
    consent: CONSENT_VERSION,
    settings: UNSETTLED,
    preferences: DEFAULT_PREFERENCES,
    managed: {},
    lost: [],
    sites: ['https://motcua.example.vn'],
    offered: [],
    person: null,
    left: false,
    drafts: {},
    hidden: false,
    seen: [],
    count: null,
    selected: { code: null, view: 'today' },
    scores: [],
    unsent: 0,
    refused: [],
    secondLook: null,
    trouble: null,
    preview: null,
    stored: { dossiers: 0, waiting: 0, refused: 0, scores: 0 },
    ...part,
  };
}
