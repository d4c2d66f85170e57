import type { Dossier } from '#rules/dossier.ts';
import { type Standing, type Standings, standingRequest, standings as standingsBody } from '#wire/standing-score.ts';
import { localTime } from '../clock.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { dossiersByCode, endedDay } from '../store/dossiers.ts';
import { officersByCode } from '../store/officers.ts';
import { openPeriodOn } from '../store/periods.ts';
import { type StoredSelfScore, standingSelfScores } from '../store/self-scores.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

type Officer = Extract<Principal, { kind: 'officer' }>;

/** Asks once for each value that comes up. */
function asking<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (key) => {
    const answer = asked.get(key) ?? ask(key);
    asked.set(key, answer);
    return answer;
  };
}

async function isAllowed(db: Db, principal: Officer, unit: string): Promise<boolean> {
  try {
    await requireUnit(db, principal, principal.tenant, unit);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function shownScore({ id, officer, values, scoredAt }: StoredSelfScore, label: string): Standing['score'] {
  const bare = Object.entries(values).flatMap(([i, value]) =>
    value ? [[i, { shown: value.shown, points: value.points }] as const] : [],
  );
  return { id, officer, officerLabel: label, at: localTime(new Date(scoredAt)), values: Object.fromEntries(bare) };
}

/** What stands of each of `codes`, in their order; a dossier of another unit is said to be unknown. */
async function standings(db: Db, principal: Officer, codes: readonly string[]): Promise<Standing[]> {
  const { tenant } = principal;
  const dossiers = new Map((await dossiersByCode(db, tenant, codes)).map((each) => [each.code, each]));
  const scores = await standingSelfScores(db, tenant, codes);
  const officers = await officersByCode(db, tenant, [...new Set([...scores.values()].map(({ officer }) => officer))]);
  const allowed = asking((unit) => isAllowed(db, principal, unit));
  const open = asking((day) => openPeriodOn(db, tenant, day));
  const takes = async (dossier: Dossier): Promise<Standing['takes']> => {
    const day = endedDay(dossier);
    return day === null ? 'early' : (await open(day)) ? 'open' : 'closed';
  };
  const found: Standing[] = [];
  for (const code of codes) {
    const [dossier, score] = [dossiers.get(code), scores.get(code)];
    if (!dossier || !(await allowed(dossier.unit))) found.push({ dossier: code, takes: 'unknown', score: null });
    else {
      const label = score && (officers.get(score.officer)?.label ?? score.officer);
      found.push({
        dossier: code,
        takes: await takes(dossier),
        score: score && label ? shownScore(score, label) : null,
      });
    }
  }
  return found;
}

export const standingScoreRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/self-scores/standing',
    who: ['officer'],
    scope: 'unit',
    summary:
      'Of at most 500 dossiers the self-score that stands and whether one would be taken; reading a colleague’s is logged.',
    body: standingRequest,
    example: { dossiers: ['H99.01-261102-0021'] },
    answer: standingsBody,
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'officer')
        throw new Refusal(403, 'role.denied', 'Chỉ cán bộ đã chọn tên mới xem được điểm tự chấm.');
      const { dossiers: codes } = check(standingRequest, await readJson(c));
      const dossiers = await standings(db, principal, codes);
      const others = dossiers.filter(({ score }) => score && score.officer !== principal.officer).length;
      if (others > 0)
        await withAudit(db, principal.tenant, now(), {
          actor: actorOf(principal),
          action: 'self-scores.read',
          subject: principal.unit,
          detail: { n: others },
        });
      return c.json({ dossiers } satisfies Standings, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
