import { createHash } from 'node:crypto';
import { isGrave } from '#rules/surveys/reply.ts';
import type { Db, Statement } from './db.ts';
import { withinScope } from './units.ts';

/** Names a comment of a sealed period by what it says, for its place tells when it came. */
export function commentId(tenant: string, period: string, unit: string, grave: boolean, text: string): string {
  const said = JSON.stringify([tenant, period, unit, grave, text]);
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}

/** Comment → its labels, of those beside harassment or money or of the others. @param unit with those below it; `null` = all. */
export async function tagsOf(
  db: Db,
  tenant: string,
  period: string,
  unit: string | null,
  grave: boolean,
): Promise<Map<string, string[]>> {
  const within = withinScope(tenant, unit);
  const rows = await db.all<{ comment: string; tag: string }>(
    `select comment, tag from comment_tags where tenant = ? and period = ? and grave = ?${within.sql} order by comment, tag`,
    [tenant, period, Number(grave), ...within.params],
  );
  const tags = new Map<string, string[]>();
  for (const { comment, tag } of rows) tags.set(comment, [...(tags.get(comment) ?? []), tag]);
  return tags;
}

/** Whether a comment of `unit` has this name and is for readers of this kind. */
export async function hasComment(
  db: Db,
  tenant: string,
  { period, unit, comment }: { readonly period: string; readonly unit: string; readonly comment: string },
  grave: boolean,
): Promise<boolean> {
  const rows = await db.all<{ text: string; survey: string; answers: string }>(
    `select comment as text, survey, answers from responses
     where tenant = ? and period = ? and unit = ? and comment is not null`,
    [tenant, period, unit],
  );
  return rows.some(
    ({ text, survey, answers }) =>
      isGrave(survey, JSON.parse(answers) as Record<string, string>) === grave &&
      commentId(tenant, period, unit, grave, text) === comment,
  );
}

/** `tags` take the place of those the comment had. */
export function putTags(
  tenant: string,
  { period, unit, comment, tags }: { period: string; unit: string; comment: string; tags: readonly string[] },
  grave: boolean,
  actor: string,
  at: Date,
): Statement[] {
  return [
    {
      sql: 'delete from comment_tags where tenant = ? and period = ? and comment = ?',
      params: [tenant, period, comment],
    },
    ...[...new Set(tags)].map((tag) => ({
      sql: `insert into comment_tags (tenant, period, comment, tag, unit, grave, actor, at) values (?, ?, ?, ?, ?, ?, ?, ?)`,
      params: [tenant, period, comment, tag, unit, Number(grave), actor, at.toISOString()],
    })),
  ];
}
