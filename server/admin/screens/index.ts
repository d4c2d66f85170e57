import type { ComponentType } from 'preact';
import type { Role } from '#wire/access.ts';
import type { Place } from '../place.ts';
import type { TextKey } from '../text.ts';
import { Appraisals } from './appraisals.tsx';
import { Cases } from './cases.tsx';
import { Duties } from './duties.tsx';
import { Imports } from './imports.tsx';
import { Objections } from './objections.tsx';
import { Paper } from './paper.tsx';
import { Periods } from './periods.tsx';
import { Petitions } from './petitions.tsx';
import { Results } from './results.tsx';
import { SetUp } from './set-up.tsx';
import { SurveyLinks } from './survey-links.tsx';
import { Today } from './today.tsx';

/** Headings of the navigation, in their order. */
export const GROUPS = ['score', 'people', 'data'] as const;
type ScreenGroup = (typeof GROUPS)[number];

interface ScreenEntry {
  /** First part of the hash; the empty one is the start. */
  readonly path: string;
  readonly label: TextKey;
  /** Under which heading of the navigation it stands. */
  readonly group: ScreenGroup;
  readonly Screen: ComponentType<{ place: Place }>;
  /** Absent = everybody who reads results. */
  readonly who?: readonly Role[];
}

/** Whether `role` finds the screen in the navigation; an inspector only those that name it. */
export function isOpenTo(role: Role, { who }: ScreenEntry): boolean {
  return who ? who.includes(role) : role !== 'inspector';
}

const ADMINS: readonly Role[] = ['province-admin', 'unit-admin'];
const EVERYBODY: readonly Role[] = ['province-admin', 'unit-admin', 'reviewer', 'viewer', 'inspector'];

/** The navigation, in its order. */
export const screens: readonly ScreenEntry[] = [
  { path: '', label: 'nav.today', group: 'score', Screen: Today },
  { path: 'ket-qua', label: 'nav.results', group: 'score', Screen: Results },
  { path: 'ky', label: 'nav.periods', group: 'score', Screen: Periods },
  { path: 'tham-dinh', label: 'nav.appraisals', group: 'score', Screen: Appraisals },
  {
    path: 'y-kien',
    label: 'nav.objections',
    group: 'score',
    Screen: Objections,
    who: ['province-admin', 'unit-admin', 'reviewer'],
  },
  { path: 'gop-y', label: 'nav.cases', group: 'people', Screen: Cases, who: EVERYBODY },
  { path: 'phan-anh', label: 'nav.petitions', group: 'people', Screen: Petitions, who: ADMINS },
  { path: 'duong-dan', label: 'nav.links', group: 'people', Screen: SurveyLinks, who: ADMINS },
  { path: 'phieu-giay', label: 'nav.paper', group: 'people', Screen: Paper, who: ADMINS },
  { path: 'viec-theo-luat', label: 'nav.duties', group: 'data', Screen: Duties },
  { path: 'nhap', label: 'nav.imports', group: 'data', Screen: Imports, who: ADMINS },
  { path: 'thiet-lap', label: 'nav.setUp', group: 'data', Screen: SetUp, who: EVERYBODY },
];
