import type { PublicReply } from '#wire/public-reply.ts';
import type { Db, Statement } from './db.ts';
import { withinScope } from './units.ts';

export interface StoredPublicReply extends PublicReply {
  readonly shownAt: string | null;
}

type Row = Omit<StoredPublicReply, 'unit'> & { readonly unit: string };

const SELECT = 'select period, unit, tag, said, done, shown_at as "shownAt" from public_replies where tenant = ?';
const toReply = ({ unit, ...row }: Row): StoredPublicReply => ({ ...row, unit: unit || null });

/** Of one period, the province's own first. @param unit with those below it; `null` = all. */
export async function publicRepliesOf(
  db: Db,
  tenant: string,
  period: string,
  unit: string | null,
): Promise<StoredPublicReply[]> {
  const within = withinScope(tenant, unit);
  const rows = await db.all<Row>(`${SELECT} and period = ?${within.sql} order by unit, tag`, [
    ...[tenant, period],
    ...within.params,
  ]);
  return rows.map(toReply);
}

/** What the public sees, of every period that is sealed. */
export async function shownReplies(db: Db, tenant: string): Promise<StoredPublicReply[]> {
  const rows = await db.all<Row>(
    `${SELECT} and shown_at is not null and exists (select 1 from periods p where p.tenant = public_replies.tenant
       and p.period = public_replies.period and p.state = 'sealed') order by period, unit, tag`,
    [tenant],
  );
  return rows.map(toReply);
}

/** Written anew it is not shown any more: what the public reads was shown as it stands. */
export function putPublicReply(tenant: string, reply: PublicReply, actor: string, at: Date): Statement {
  const { period, unit, tag, said, done } = reply;
  return {
    sql: `insert into public_replies (tenant, period, unit, tag, said, done, updated_by, updated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, period, unit, tag) do update set said = excluded.said, done = excluded.done, shown_at = null,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    params: [tenant, period, unit ?? '', tag, said, done, actor, at.toISOString()],
  };
}

/** @param shownAt `null` = taken back. */
export function showPublicReply(
  tenant: string,
  { period, unit, tag }: Pick<PublicReply, 'period' | 'unit' | 'tag'>,
  shownAt: string | null,
): Statement {
  return {
    sql: 'update public_replies set shown_at = ? where tenant = ? and period = ? and unit = ? and tag = ?',
    params: [shownAt, tenant, period, unit ?? '', tag],
  };
}
