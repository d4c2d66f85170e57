import type { ReadOptions } from '../row.ts';
import type { ReadFile } from './date-orders.ts';
import type { Headed } from './head-of.ts';

export async function openXlsx(_input: Headed, _options: ReadOptions): Promise<ReadFile> {
  throw new Error('later');
}
