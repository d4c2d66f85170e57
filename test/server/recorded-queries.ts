import { createApp } from '../../server/app.ts';
import { routes } from '../../server/routes/index.ts';
import type { Route } from '../../server/routes/route.ts';
import { READERS } from '../../server/routes/route.ts';
import type { Services } from '../../server/services.ts';
import type { Db, Value } from '../../server/store/db.ts';

/** A statement that was issued, with the values of the first time. */
export interface Issued {
  readonly sql: string;
  readonly params: readonly Value[];
}

/** `db` that keeps what is asked of it, each statement once. */
export function recording(db: Db): { readonly db: Db; readonly issued: Map<string, Issued> } {
  const issued = new Map<string, Issued>();
  const note = (sql: string, params: readonly Value[] = []) => {
    if (!issued.has(sql)) issued.set(sql, { sql, params });
  };
  return {
    issued,
    db: {
      ...db,
      all(sql, params) {
        note(sql, params);
        return db.all(sql, params);
      },
    },
  };
}

/** What the screens are asked for; `{ … }` in a path as the server serves it. */
export interface Asked {
  readonly tenant: string;
  readonly period: string;
  readonly unit: string;
  readonly officer: string;
  readonly procedure: string;
  readonly code: string;
}

const NOTHING = 'nothing';
const ALWAYS = 'period=PERIOD&tenant=TENANT';
/** What a screen may ask of a route besides its path and `ALWAYS`. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/v1/periods/:period/ranking': ['', 'level=commune', 'search=so'],
  '/v1/comparisons': ['before=PERIOD@PERIOD.1&after=PERIOD@PERIOD.1'],
  '/v1/due-dossiers': ['list=overdue', 'list=dueSoon', 'list=letter'],
  '/v1/waiting-units': ['kind=appraisal', 'kind=unscored', 'kind=fault'],
  '/v1/periods/:period/units/:unit/findings': ['series=computed&indicator=1', 'series=self&indicator=3'],
  '/v1/periods/:period/units/:unit/findings.csv': [
    'series=computed&indicator=1',
    'series=computed&indicator=1&officer=OFFICER',
  ],
  '/v1/periods/:period/units/:unit/findings.xlsx': ['series=computed&indicator=1'],
  '/v1/audit': [NOTHING],
  '/v1/set-up': [NOTHING],
  '/v1/duties': ['unit=UNIT'],
  '/v1/duties/counts': ['unit=UNIT'],
  '/v1/appraisals': ['unit=UNIT'],
  '/v1/unit-facts/history': ['unit=UNIT'],
  '/v1/periods/:period/timeliness': ['', 'unit=UNIT'],
  '/v1/periods/:period/timeliness/dossiers': ['unit=UNIT'],
  '/v1/periods/:period/timeliness/evidence.csv': ['unit=UNIT'],
  '/v1/periods/:period/timeliness/evidence.xlsx': ['unit=UNIT'],
  '/v1/periods/:period/survey-quality': ['', 'unit=UNIT'],
  '/v1/periods/:period/results': ['', 'unit=UNIT'],
  '/v1/received': ['', 'unit=UNIT'],
  '/v1/comments': ['', 'unit=UNIT'],
  '/v1/search': ['q=CODE', 'q=mau'],
  '/v1/apologies': ['dossier=CODE'],
};

/** Screens of results and of the work to be done: every read an admin signed in may make, and the pages the public reads them on. */
export const dashboards: readonly Route[] = routes.filter(
  ({ method, who, path }) =>
    method === 'GET' &&
    (READERS.some((role) => (who as readonly string[]).includes(role)) || /^\/(v1\/public|cong-khai)\//.test(path)),
);

/** Not screens one looks at to see how things stand. */
export const NO_DASHBOARD: Readonly<Record<string, string>> = {
  '/v1/periods/:period/check': 'what a close is about to take is counted anew from every row, once a period',
  '/v1/comments': 'reads what citizens wrote, the rows themselves',
  '/v1/samples/frame': 'all that was drawn from, for whoever draws it again to check',
  '/v1/set-up': 'of a province that has no dossiers yet, or few',
};

export function addressesOf({ path }: Route, asked: Asked): string[] {
  const filled = path.replace(/:(\w+)/g, (_, name: keyof Asked) => encodeURIComponent(asked[name] ?? 'khong-co'));
  const words = {
    PERIOD: asked.period,
    TENANT: asked.tenant,
    CODE: asked.code,
    OFFICER: asked.officer,
    UNIT: asked.unit,
  };
  return (QUERIES[path] ?? ['']).map((query) =>
    query === NOTHING
      ? filled
      : `${filled}?${ALWAYS}&${query}`.replace(/[A-Z]{4,}/g, (word) => words[word as keyof typeof words] ?? word),
  );
}

export function appOn(services: Services, db: Db) {
  return createApp({ ...services, db });
}
