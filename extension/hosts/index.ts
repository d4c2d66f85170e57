import { anyTable } from './any-table.ts';
import type { Host } from './host.ts';
import { openCps } from './opencps.ts';

/** Families of back offices, the most particular first. */
export const HOSTS: readonly Host[] = [openCps, anyTable];
