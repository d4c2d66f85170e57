import { adminAppRoutes } from './admin-app.ts';
import { deviceRoutes } from './devices.ts';
import { dossierRoutes } from './dossiers.ts';
import { enrolmentRoutes } from './enrolments.ts';
import { firstAdminRoutes } from './first-admin.ts';
import { officerRoutes } from './officers.ts';
import { periodRoutes } from './periods.ts';
import { personRoutes } from './persons.ts';
import { portalKeyRoutes } from './portal-keys.ts';
import { resultRoutes } from './results.ts';
import type { Route } from './route.ts';
import { selfScoreRoutes } from './self-scores.ts';
import { sessionRoutes } from './session.ts';
import { styleRoutes } from './style.ts';
import { unitFactRoutes } from './unit-facts.ts';
import { unitRoutes } from './units.ts';
import { userRoutes } from './users.ts';

/** Every HTTP operation. A new route file adds one import and one line. */
export const routes: readonly Route[] = [
  ...adminAppRoutes,
  ...deviceRoutes,
  ...dossierRoutes,
  ...enrolmentRoutes,
  ...firstAdminRoutes,
  ...officerRoutes,
  ...periodRoutes,
  ...personRoutes,
  ...portalKeyRoutes,
  ...resultRoutes,
  ...selfScoreRoutes,
  ...sessionRoutes,
  ...styleRoutes,
  ...unitFactRoutes,
  ...unitRoutes,
  ...userRoutes,
];
