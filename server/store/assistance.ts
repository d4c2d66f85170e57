import type { Assisted, Proof, Way } from '#wire/response.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from './db.ts';
import { unitOfOfficerOrNull } from './officers.ts';
import type { StoredResponse } from './responses.ts';

/** What is told of whoever filled a form in; `helper` is the code of an officer. */
export interface ToldAssistance {
  readonly assisted?: Assisted | undefined;
  readonly way?: Way | undefined;
  readonly helper?: string | undefined;
}

/**
 * `proof` as it stands once it is known who filled the form in: of a dossier, what staff filled in counts as an officer's link,
 * so that it never takes the place of the citizen's own answer. About no `dossier` it stays an open answer.
 */
export function proofWith(proof: Proof, { assisted }: ToldAssistance, dossier: string | null): Proof {
  const byStaff = assisted === 'officer' || assisted === 'volunteer';
  return byStaff && dossier !== null ? 'officerLink' : proof;
}

/** What is stored of whoever filled a form in. @throws Refusal 422 `officer.unknown`: nothing but a known code is kept. */
export async function assistanceOf(
  db: Db,
  tenant: string,
  { assisted, way, helper }: ToldAssistance,
): Promise<Pick<StoredResponse, 'assisted' | 'way' | 'helper'>> {
  const officer = assisted === 'officer' ? (helper ?? null) : null;
  if (officer !== null && (await unitOfOfficerOrNull(db, tenant, officer)) === null)
    throw new Refusal(422, 'officer.unknown', `Không có cán bộ ${officer}. Kiểm tra lại mã cán bộ ghi giúp.`, {
      issues: [{ path: 'helper', message: 'cán bộ không tồn tại' }],
    });
  return { assisted: assisted ?? null, way: way ?? null, helper: officer };
}
