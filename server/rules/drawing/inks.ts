import type { Look } from './drawing.ts';

const INKS: Partial<Record<Look, Look>> = {
  'lv-5': 'on-dark',
  'lv-4': 'on-light',
  'lv-3': 'on-light',
  'lv-2': 'on-light',
  'lv-1': 'on-dark',
  'st-early': 'on-light',
  'st-ontime': 'on-dark',
  'st-overdue': 'on-dark',
  'st-paused': 'on-dark',
  'st-unknown': 'on-light',
  'shade-0': 'on-light',
  'shade-1': 'on-light',
  'shade-2': 'on-light',
  'shade-3': 'on-light',
  'shade-4': 'on-dark',
};

/** Ink that is read on a fill: at least 4,5:1. */
export const inkOn = (fill: Look): Look => INKS[fill] ?? 'ink';
