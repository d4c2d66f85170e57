import type { Answers } from './answers.ts';
import type { Outgoing } from './outgoing.ts';
import { all, update } from './store.ts';

/** What this device still has of an earlier visit to the same form: answers on their way, unfinished answers. */
export interface Kept {
  readonly item?: Outgoing | undefined;
  readonly draft?: Answers | undefined;
}

/** `name` is that of the form; `drafts` and `pending` say what is looked for. */
export async function recall(name: string, drafts: boolean, pending: boolean): Promise<Kept> {
  const [items, draft] = await Promise.all([
    all<Outgoing>('outbox'),
    drafts ? update<Answers>('drafts', name, (kept) => kept) : undefined,
  ]);
  return { item: pending ? items.find(({ form }) => form === name) : undefined, draft };
}
