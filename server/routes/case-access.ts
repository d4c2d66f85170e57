import { findSurvey } from '#rules/surveys/index.ts';
import { saidIn } from '#rules/surveys/said.ts';
import type { CaseLine, CaseView } from '#wire/case.ts';
import type { Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { OPEN_STATES } from '../store/case-list.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { unitsOf } from '../store/units.ts';

/** Who replies to citizens. The form promises that the office spoken of does not: so nobody bound to a unit, whatever the role. */
export const REPLIERS = ['province-admin', 'reviewer', 'inspector'] as const;

export interface Replier {
  readonly tenant: string;
  readonly login: string;
  /** Whether the cases of the inspectorate are the caller's own; the others are everybody else's. */
  readonly grave: boolean;
  /** Sees that cases of the inspectorate exist and when they are due, so that none is left lying. */
  readonly oversees: boolean;
}

/** @throws Refusal 403 `scope.denied` for a reviewer of one unit. */
export function requireReplier(principal: Principal): Replier {
  const { tenant, login, role, unit } = requireUser(principal);
  if (unit !== null)
    throw new Refusal(
      403,
      'scope.denied',
      'Góp ý xin được trả lời chỉ người phụ trách của toàn tỉnh được đọc. Liên hệ quản trị tỉnh.',
    );
  return { tenant, login, grave: role === 'inspector', oversees: role === 'province-admin' };
}

export async function unitNamesOf(db: Db, tenant: string): Promise<(unit: string) => string> {
  const names = new Map((await unitsOf(db, tenant)).map(({ unit, name }) => [unit, name]));
  return (unit) => names.get(unit) ?? unit;
}

/** The case as a line of the list; `own`: the caller may open it. */
export function caseLineOf(it: StoredCase, today: string, own: boolean, nameOf: (unit: string) => string): CaseLine {
  const { id, period, asked, due, state, owner, unit, topic } = it;
  const late = due < today && OPEN_STATES.includes(state);
  const line = { id, period, asked, due, late, state };
  if (!own) return { ...line, owner: null, withheld: true, unit: null, unitName: null, topic: null };
  return { ...line, owner, withheld: false, unit, unitName: nameOf(unit), topic };
}

/** All of the case for whoever replies to it. */
export function caseViewOf(
  it: StoredCase,
  today: string,
  nameOf: (unit: string) => string,
  procedureName: string | null,
): CaseView {
  const survey = findSurvey(it.survey, it.version);
  const { procedure, lang, comment, answer, answeredOn, shownUntil, revision } = it;
  return {
    ...caseLineOf(it, today, true, nameOf),
    procedure,
    procedureName,
    lang,
    said: survey ? saidIn(survey, it.stage, 'vi', it.answers) : [],
    comment,
    answer,
    answeredOn,
    shownUntil,
    history: it.history.map((step) => ({ ...step })),
    revision,
  };
}
