import { type Db, oneOrNull, type Statement } from './db.ts';

/** The province's own words on how answers are kept; `text` is `null` where those of the form hold. */
export interface PrivacyNotice {
  readonly text: string | null;
  /** UTC instant since which it holds; `null` = nothing was ever settled. */
  readonly since: string | null;
}

export async function privacyNotice(db: Db, tenant: string): Promise<PrivacyNotice> {
  const row = await oneOrNull<PrivacyNotice>(
    db,
    'select text, since from privacy_notices where tenant = ? order by since desc limit 1',
    [tenant],
  );
  return row ?? { text: null, since: null };
}

/** A new version; the earlier ones stay on record. */
export function putPrivacyNotice(tenant: string, text: string | null, by: string, at: Date): Statement {
  return {
    sql: `insert into privacy_notices (tenant, since, text, set_by) values (?, ?, ?, ?)
      on conflict (tenant, since) do update set text = excluded.text, set_by = excluded.set_by`,
    params: [tenant, at.toISOString(), text, by],
  };
}
