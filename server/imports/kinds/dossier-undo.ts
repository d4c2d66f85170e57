import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { coursesOf, putCourse } from '../../store/courses.ts';
import type { Db, Statement } from '../../store/db.ts';
import { putActs, storedActs } from '../../store/dossier-acts.ts';
import { dossiersByCode, putDossier } from '../../store/dossiers.ts';
import { holdSettled } from '../../store/period-hold.ts';
import type { KnownDossier } from '../../store/plan-dossiers.ts';
import { readTurn, takeTurn } from '../../store/turn.ts';
import { countedIn } from '../counted-in.ts';
import type { ImportUndo } from '../kind.ts';
import { type Use, usedIn } from '../used-in.ts';

/** What was built on a dossier after it was imported, and what is said of it. */
const BUILT: readonly Use[] = [
  ['self_scores', 'dossier', 'Hồ sơ đã có điểm tự chấm.'],
  ['invitations', 'dossier', 'Hồ sơ đã có đường dẫn đánh giá.'],
  ['apology_letters', 'dossier', 'Hồ sơ đã có thư xin lỗi được ghi.'],
];

async function current(db: Db, tenant: string, codes: readonly string[]): Promise<Map<string, KnownDossier>> {
  const acts = await storedActs(db, tenant, codes);
  const found = await dossiersByCode(db, tenant, codes);
  const courses = await coursesOf(db, tenant, codes);
  const knownOf = (dossier: KnownDossier['dossier']): KnownDossier => {
    const course = courses.get(dossier.code);
    return { dossier, acts: acts.get(dossier.code) ?? {}, ...(course && { course }) };
  };
  return new Map(found.map((dossier) => [dossier.code, knownOf(dossier)]));
}

async function held(db: Db, tenant: string, codes: readonly string[], since: string): Promise<Map<string, string>> {
  const why = await usedIn(db, tenant, codes, BUILT);
  const counted = await countedIn(db, tenant, codes, since, { from: 'dossiers c', code: 'c.code', day: 'c.ended_day' });
  for (const [code, period] of counted) why.set(code, `Hồ sơ đã được tính trong kỳ ${period} đã khóa sổ.`);
  return why;
}

function back(tenant: string, code: string, before: unknown, actor: string, at: Date): Statement[] {
  const one = [tenant, code];
  // What the import itself noted of moved dates goes with it.
  const notes = [
    { sql: 'delete from dossier_changes where tenant = ? and code = ? and actor = ?', params: [...one, actor] },
    { sql: 'delete from dossier_acts where tenant = ? and code = ?', params: one },
    { sql: 'delete from dossier_courses where tenant = ? and code = ?', params: one },
  ];
  if (before === null) return [...notes, { sql: 'delete from dossiers where tenant = ? and code = ?', params: one }];
  const { dossier, acts, course } = before as KnownDossier;
  return [
    ...notes,
    putDossier(tenant, dossier, CALENDAR_VERSION, actor, at),
    ...(Object.keys(acts).length ? [putActs(tenant, code, acts, actor, at)] : []),
    ...(course ? [putCourse(tenant, code, course, actor, at)] : []),
  ];
}

export const dossierUndo: ImportUndo = {
  current,
  held,
  back,
  async guard(db, tenant, at) {
    return [...holdSettled(tenant, at), ...takeTurn(tenant, 'dossiers', await readTurn(db, tenant, 'dossiers'))];
  },
};
