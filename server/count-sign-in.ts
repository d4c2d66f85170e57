import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';
import { withAudit } from './store/audit.ts';
import type { PeopleKeys } from './store/people-keys.ts';
import { countTry, knowPlace, type TryKey, type TryRule, uncountTry } from './store/sign-in-tries.ts';
import { userOrNull } from './store/users.ts';

/** From one place: one person who mistypes. */
export const AT_ONE_PLACE: TryRule = { free: 5, waits: [1, 2, 5, 15, 30, 60] };
/**
 * From everywhere together: somebody who owns many addresses. Counted where nobody has signed in to the account from yet, so that the
 * one whose account it is goes on at his usual place, and never waits long at a new one.
 */
export const FROM_ANYWHERE: TryRule = { free: 30, waits: [1, 2, 5, 15] };
/** So long a place where somebody signed in stays his. */
const KNOWN_DAYS = 30;

/** One try to sign in, counted before it was checked. Exactly one of these is called. */
export interface CountedSignIn {
  /** The secret was right. */
  right(): Promise<void>;
  /** It was right so far, and more is asked. */
  undecided(): Promise<void>;
  /** It was wrong. @throws `refusal`, or Refusal 429 `tries.many` when a wait begins with it. */
  wrong(refusal: Refusal): Promise<never>;
}

/** What stands for `login` in the book of tries. */
export function nameHash(keys: PeopleKeys, tenant: string, login: string): string {
  const key = keys.of(tenant, keys.newest(tenant), 'tries');
  return createHmac('sha256', key).update(`name\u2016${login}`).digest('base64url');
}

function wait(until: string, at: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - at.getTime()) / 1000));
  return new Refusal(
    429,
    'tries.many',
    `Đã thử sai quá nhiều lần. Đợi ${Math.ceil(seconds / 60)} phút rồi thử lại, hoặc nhờ quản trị tỉnh mở lại.`,
    { headers: { 'retry-after': String(seconds) } },
  );
}

/**
 * Counts a try to sign in to `login`, of an existing tenant, whether there is such an account or not: both cost the same work.
 * @throws Refusal 429 `tries.many` with Retry-After.
 */
export async function countSignIn(
  c: Context,
  { db, now, peopleKeys, networkOf }: Pick<Services, 'db' | 'now' | 'peopleKeys' | 'networkOf'>,
  tenant: string,
  login: string,
): Promise<CountedSignIn> {
  const at = now();
  const name = nameHash(peopleKeys, tenant, login);
  const key = peopleKeys.of(tenant, peopleKeys.newest(tenant), 'tries');
  const place = createHmac('sha256', key)
    .update(`place\u2016${login}\u2016${networkOf(c) ?? ''}`)
    .digest('base64url');
  const here: TryKey = { name, place };
  const anywhere: TryKey = { name, place: '' };

  const pair = await countTry(db, tenant, here, at, AT_ONE_PLACE);
  if (pair.kind === 'waits') throw wait(pair.until, at);
  const known = pair.knownAt !== null && Date.parse(pair.knownAt) > at.getTime() - KNOWN_DAYS * 86_400_000;
  const all = known ? null : await countTry(db, tenant, anywhere, at, FROM_ANYWHERE);
  if (all?.kind === 'waits') {
    await db.batch([uncountTry(tenant, here)]);
    throw wait(all.until, at);
  }
  const began = [pair.wait, all?.wait ?? null]
    .filter((until) => until !== null)
    .sort()
    .at(-1);

  return {
    async right() {
      // What others tried elsewhere stays counted: each visit of the owner would else be a fresh start for them.
      await db.batch([knowPlace(tenant, here, at), ...(all ? [uncountTry(tenant, anywhere)] : [])]);
    },
    async undecided() {
      await db.batch([here, ...(all ? [anywhere] : [])].map((each) => uncountTry(tenant, each)));
    },
    async wrong(refusal) {
      if (began === undefined) throw refusal;
      // The first of each: the log says that somebody tries, and is not filled by him. A name nobody has may be a mistyped password.
      if (pair.failures === AT_ONE_PLACE.free || all?.failures === FROM_ANYWHERE.free) {
        const subject = (await userOrNull(db, tenant, login))?.login ?? '?';
        await withAudit(db, tenant, at, { actor: 'anyone', action: 'sign-in.wait', subject, detail: {} });
      }
      throw wait(began, at);
    },
  };
}
