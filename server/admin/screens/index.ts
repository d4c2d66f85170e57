import type { ComponentType } from 'preact';
import type { Role } from '#wire/access.ts';
import type { Place } from '../place.ts';
import type { TextKey } from '../text.ts';
import { Appraisals } from './appraisals.tsx';
import { Cases } from './cases.tsx';
import { Duties } from './duties.tsx';
import { Imports } from './imports.tsx';
import { Objections } from './objections.tsx';
import { Periods } from './periods.tsx';
import { Petitions } from './petitions.tsx';
import { Results } from './results.tsx';
import { SetUp } from './set-up.tsx';
import { SurveyLinks } from './survey-links.tsx';
import { Today } from './today.tsx';

interface ScreenEntry {
  /** First part of the hash; the empty one is the start. */
  readonly path: string;
  readonly label: TextKey;
  readonly Screen: ComponentType<{ place: Place }>;
  /** Absent = everybody who reads results. */
  readonly who?: readonly Role[];
}

/** Whether `role` finds the screen in the navigation; an inspector only those that name it. */
export function isOpenTo(role: Role, { who }: ScreenEntry): boolean {
  return who ? who.includes(role) : role !== 'inspector';
}

const EVERYBODY: readonly Role[] = ['province-admin', 'unit-admin', 'reviewer', 'viewer', 'inspector'];

/** The navigation, in its order. */
export const screens: readonly ScreenEntry[] = [
  { path: '', label: 'nav.today', Screen: Today },
  { path: 'ket-qua', label: 'nav.results', Screen: Results },
  { path: 'ky', label: 'nav.periods', Screen: Periods },
  { path: 'viec-theo-luat', label: 'nav.duties', Screen: Duties },
  { path: 'phan-anh', label: 'nav.petitions', Screen: Petitions, who: ['province-admin', 'unit-admin'] },
  { path: 'tham-dinh', label: 'nav.appraisals', Screen: Appraisals },
  { path: 'y-kien', label: 'nav.objections', Screen: Objections, who: ['province-admin', 'unit-admin', 'reviewer'] },
  { path: 'gop-y', label: 'nav.cases', Screen: Cases, who: EVERYBODY },
  { path: 'duong-dan', label: 'nav.links', Screen: SurveyLinks, who: ['province-admin', 'unit-admin'] },
  { path: 'nhap', label: 'nav.imports', Screen: Imports, who: ['province-admin', 'unit-admin'] },
  { path: 'thiet-lap', label: 'nav.setUp', Screen: SetUp, who: EVERYBODY },
];
