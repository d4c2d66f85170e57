import { randomUUID } from 'node:crypto';
import type { IsoDate } from '#rules/law.ts';
import type { SurveyLinksCount } from '#wire/survey-links.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from './audit.ts';
import type { Db } from './db.ts';
import { countInvitation, newInvitation } from './invitations.ts';
import { dropLease, renewLease, takeLease } from './leases.ts';
import { type Candidate, type LinkScope, linkCandidates } from './link-candidates.ts';
import { createDraw, type Draw, type FilerGroups } from './link-draw.ts';
import type { PeriodKeys } from './period-keys.ts';
import { putMessage } from './survey-messages.ts';

/** Two runs at once would write to the same people twice. */
const LEASE = 'survey-links';

interface Parts {
  readonly db: Db;
  readonly keys: PeriodKeys;
  readonly now: () => Date;
}

export interface LinkRun {
  readonly tenant: string;
  readonly scope: LinkScope;
  readonly groups: FilerGroups;
  readonly limit: number;
  readonly today: IsoDate;
}

export interface LinkPlan {
  readonly run: LinkRun;
  readonly count: SurveyLinksCount;
  readonly draw: Draw;
}

/** Looks at every dossier of the run and counts what it would make; writes nothing. @throws Refusal 503 `key.lost`. */
export async function planLinks({ db, keys }: Parts, run: LinkRun): Promise<LinkPlan> {
  const { tenant, scope, groups, limit, today } = run;
  const draw = createDraw(groups);
  const free: string[] = [];
  const counts = { answered: 0, recent: 0, spent: 0, late: 0 };
  let [dossiers, ungrouped] = [0, 0];
  for await (const page of linkCandidates(db, keys, tenant, scope, today))
    for (const candidate of page) {
      dossiers += 1;
      draw.see(candidate);
      const { code, verdict } = candidate;
      if (verdict !== 'free') counts[verdict] += 1;
      // Only those of a group wait for the draw; they are no more than were sent in.
      else if (groups.groupOf.has(code)) free.push(code);
      else ungrouped += 1;
    }
  const drawn = ungrouped + free.filter((code) => draw.has(code)).length;
  const links = Math.min(limit, drawn);
  const notDrawn = ungrouped + free.length - drawn;
  const count = { dossiers, links, ...counts, notDrawn, overLimit: drawn - links, seed: groups.seed };
  return { run, count, draw };
}

export interface MadeLink {
  readonly code: string;
  readonly token: string;
  readonly expires: IsoDate;
}

/** @param actor who asked, for the log; links say it was the province. */
async function makePage(
  parts: Parts,
  { run, count }: LinkPlan,
  actor: string,
  holder: string,
  page: readonly Candidate[],
) {
  const { tenant, scope, today } = run;
  const issuer = issuerOf(actor);
  const made = page.map(({ code, unit, procedure, sent }) => {
    const invited = { dossier: code, unit, procedure, stage: 'returned', proof: 'portal' } as const;
    const { token, expires, statement } = newInvitation(tenant, invited, issuer, today);
    return { code, token, expires, statements: [statement, putMessage(tenant, 'returned', code, sent + 1, today)] };
  });
  const { from, to, reminder, procedure } = scope;
  const units = scope.units.length === 1 ? (scope.units[0] ?? '') : '*';
  const detail = { from, to, procedure, reminder, links: made.length, ofRun: count.links, seed: count.seed };
  const at = parts.now();
  await withAudit(parts.db, tenant, at, { actor, action: 'survey-links.make', subject: units, detail }, [
    renewLease(tenant, LEASE, holder, at),
    ...made.flatMap((each) => each.statements),
    countInvitation(tenant, issuer, today, made.length),
  ]);
  return made.map(({ code, token, expires }) => ({ code, token, expires }));
}

/** `user:lan` → `province:lan`. */
export function issuerOf(actor: string): string {
  return `province:${actor.replace(/^user:/, '')}`;
}

/**
 * Makes the links of `plan`, a page at a time: each page is stored, logged and then handed out, so what is read from here works.
 * Whoever stops reading stops the making; what was made and not read is lost, since only hashes are stored.
 * @throws Refusal 409 `links.busy` while another run is under way, before the first page.
 */
export async function* makeLinks(parts: Parts, plan: LinkPlan, actor: string): AsyncGenerator<readonly MadeLink[]> {
  const { run, count, draw } = plan;
  const { tenant, scope, today } = run;
  const holder = randomUUID();
  if (!(await takeLease(parts.db, tenant, LEASE, holder, parts.now())))
    throw new Refusal(409, 'links.busy', 'Một lượt tạo đường dẫn khác đang chạy. Đợi lượt đó xong rồi tạo lại.');
  try {
    let left = count.links;
    // Looked at again: somebody may have answered since the count.
    for await (const page of linkCandidates(parts.db, parts.keys, tenant, scope, today)) {
      const chosen = page.filter(({ verdict, code }) => verdict === 'free' && draw.has(code)).slice(0, left);
      if (chosen.length) yield await makePage(parts, plan, actor, holder, chosen);
      left -= chosen.length;
      if (left <= 0) return;
    }
  } finally {
    const { sql, params } = dropLease(tenant, LEASE, holder);
    await parts.db.run(sql, params);
  }
}
