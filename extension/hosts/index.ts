import { anyTable } from './any-table.ts';
import { bootstrap } from './bootstrap.ts';
import type { Host } from './host.ts';
import { iGate } from './igate.ts';
import { openCps } from './opencps.ts';
import { tanDan } from './tandan.ts';
import { webForms } from './webforms.ts';

/** Families of back offices, the most particular first. */
export const HOSTS: readonly Host[] = [openCps, iGate, tanDan, webForms, bootstrap, anyTable];
