import * as z from 'zod';

/**
 * The key that joins answers with dossiers in one period: `there` as it should be · `lost` answers wait for a key that is not there ·
 * `wrong` another key stands in its place · `none` nothing was taken in yet · `destroyed` the seal took it away.
 */
export const keyState = z.enum(['there', 'lost', 'wrong', 'none', 'destroyed']);
export type KeyState = z.infer<typeof keyState>;

export const periodKeys = z.object({
  keys: z.array(z.object({ period: z.string(), label: z.string(), state: keyState })),
  /** When the keys were last copied with a backup, `null` = never by this program. */
  backedUpAt: z.string().nullable(),
});
export type PeriodKeysView = z.infer<typeof periodKeys>;
