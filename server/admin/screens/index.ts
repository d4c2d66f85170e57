import type { ComponentType } from 'preact';
import type { Role } from '#wire/access.ts';
import type { PeriodOf } from '../chosen-period.ts';
import type { Place } from '../place.ts';
import type { TextKey } from '../text.ts';

export interface ScreenEntry {
  /** First part of the hash; the empty one is the start. */
  readonly path: string;
  readonly label: TextKey;
  /** The screen under which it stands in the navigation; absent = at the top. */
  readonly under?: string;
  /** Loads the screen's own chunk when it is first opened. */
  readonly load: () => Promise<ComponentType<{ place: Place }>>;
  /** Absent = everybody who reads results. */
  readonly who?: readonly Role[];
}

/** Whether `role` finds the screen in the navigation; an inspector only those that name it. */
export function isOpenTo(role: Role, { who }: ScreenEntry): boolean {
  return who ? who.includes(role) : role !== 'inspector';
}

const OF_CLOSED: readonly string[] = ['ket-qua', 'chat-luong', 'bao-cao'];

const PERIOD_IN_PATH: readonly string[] = ['ket-qua', 'thu-tuc', 'so-sanh', 'ky'];

/** What the screen is about, today, what a close made, or any period, and where its address names it. */
export function periodOf({ path, under }: ScreenEntry): PeriodOf {
  const ofClosed = OF_CLOSED.includes(path) || (under !== undefined && OF_CLOSED.includes(under));
  return { kind: path === '' ? 'running' : ofClosed ? 'closed' : 'newest', inPath: PERIOD_IN_PATH.includes(path) };
}

const ADMINS: readonly Role[] = ['province-admin', 'unit-admin'];
const EVERYBODY: readonly Role[] = ['province-admin', 'unit-admin', 'reviewer', 'viewer', 'inspector'];

/** The navigation, in its order: what is looked at, and under it the books that are kept for it. */
export const screens: readonly ScreenEntry[] = [
  { path: '', label: 'nav.today', load: async () => (await import('./today/today.tsx')).Today },
  {
    path: 'viec-den-han',
    label: 'nav.due',
    under: '',
    load: async () => (await import('./today/due-screen.tsx')).DueScreen,
  },
  {
    path: 'tham-dinh',
    label: 'nav.appraisals',
    under: '',
    load: async () => (await import('./appraisals.tsx')).Appraisals,
  },
  {
    path: 'y-kien',
    label: 'nav.objections',
    under: '',
    load: async () => (await import('./objections.tsx')).Objections,
    who: ['province-admin', 'unit-admin', 'reviewer'],
  },
  {
    path: 'gop-y',
    label: 'nav.cases',
    under: '',
    load: async () => (await import('./cases.tsx')).Cases,
    who: EVERYBODY,
  },
  {
    path: 'phan-anh',
    label: 'nav.petitions',
    under: '',
    load: async () => (await import('./petitions.tsx')).Petitions,
    who: ADMINS,
  },
  { path: 'viec-theo-luat', label: 'nav.duties', under: '', load: async () => (await import('./duties.tsx')).Duties },
  { path: 'ket-qua', label: 'nav.results', load: async () => (await import('./results/results.tsx')).Results },
  {
    path: 'thu-tuc',
    label: 'nav.procedures',
    under: 'ket-qua',
    load: async () => (await import('./results/procedures.tsx')).Procedures,
  },
  {
    path: 'so-sanh',
    label: 'nav.compared',
    under: 'ket-qua',
    load: async () => (await import('./results/compared.tsx')).ComparedScreen,
  },
  {
    path: 'mau-tham-dinh',
    label: 'nav.sample',
    under: 'ket-qua',
    load: async () => (await import('./sample/samples.tsx')).Samples,
  },
  {
    path: 'can-xem-lai',
    label: 'nav.flags',
    under: 'ket-qua',
    load: async () => (await import('./flags/flags.tsx')).Flags,
  },
  {
    path: 'qd-766',
    label: 'nav.qd766',
    under: 'ket-qua',
    load: async () => (await import('./results/qd766.tsx')).Qd766,
  },
  {
    path: 'noi-dung',
    label: 'nav.contents',
    under: 'ket-qua',
    load: async () => (await import('./results/contents.tsx')).ContentsScreen,
  },
  {
    path: 'cai-cach',
    label: 'nav.par',
    under: 'ket-qua',
    load: async () => (await import('./results/par-criteria.tsx')).ParCriteria,
    who: ['province-admin', 'reviewer', 'viewer'],
  },
  {
    path: 'chat-luong',
    label: 'nav.quality',
    load: async () => (await import('./quality/quality.tsx')).Quality,
  },
  {
    path: 'tien-do',
    label: 'nav.timeliness',
    load: async () => (await import('./timeliness/timeliness.tsx')).Timeliness,
  },
  {
    path: 'ho-so',
    label: 'nav.dossier',
    under: 'ket-qua',
    load: async () => (await import('./dossier.tsx')).DossierScreen,
  },
  { path: 'ky', label: 'nav.periods', load: async () => (await import('./periods.tsx')).Periods },
  {
    path: 'bao-cao-truoc',
    label: 'nav.published',
    under: 'ky',
    load: async () => (await import('./periods/published-screen.tsx')).Published,
    who: ['province-admin', 'reviewer', 'viewer'],
  },
  {
    path: 'bao-cao',
    label: 'nav.reports',
    load: async () => (await import('./reports/reports.tsx')).Reports,
  },
  { path: 'thiet-lap', label: 'nav.setUp', load: async () => (await import('./set-up.tsx')).SetUp, who: EVERYBODY },
  {
    path: 'nhap',
    label: 'nav.imports',
    under: 'thiet-lap',
    load: async () => (await import('./imports.tsx')).Imports,
    who: ADMINS,
  },
  {
    path: 'phieu-giay',
    label: 'nav.paper',
    under: 'thiet-lap',
    load: async () => (await import('./paper.tsx')).Paper,
    who: ADMINS,
  },
  {
    path: 'duong-dan',
    label: 'nav.links',
    under: 'thiet-lap',
    load: async () => (await import('./survey-links.tsx')).SurveyLinks,
    who: ADMINS,
  },
];
