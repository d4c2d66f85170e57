import type { Session } from '#wire/access.ts';

/** Who replies to citizens. The form promises that nobody of the office spoken of reads what waits for a reply. */
export function repliesTo({ role, unit }: Session): boolean {
  return unit === null && ['province-admin', 'reviewer', 'inspector'].includes(role);
}
