import { family } from './family.ts';
import type { Host } from './host.ts';

/** Any back office whose list is a table with named columns; asked last. */
export const anyTable: Host = family({ id: 'any-table', recognises: () => true });
