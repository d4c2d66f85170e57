import { adminAppRoutes } from './admin-app.ts';
import { apologyRoutes } from './apologies.ts';
import { appraisalRoutes } from './appraisals.ts';
import { caseActRoutes } from './case-acts.ts';
import { caseRoutes } from './cases.ts';
import { commentRoutes } from './comments.ts';
import { deviceRoutes } from './devices.ts';
import { dossierRoutes } from './dossiers.ts';
import { dutyRoutes } from './duties.ts';
import { enrolmentRoutes } from './enrolments.ts';
import { firstAdminRoutes } from './first-admin.ts';
import { healthRoutes } from './health.ts';
import { importActRoutes } from './import-acts.ts';
import { importRoutes } from './imports.ts';
import { invitationRoutes } from './invitations.ts';
import { kioskActRoutes } from './kiosk-acts.ts';
import { kioskAppRoutes } from './kiosk-app.ts';
import { kioskEnrolRoutes } from './kiosk-enrol.ts';
import { kioskHandOverRoutes } from './kiosk-hand-over.ts';
import { kioskPlaceRoutes } from './kiosk-places.ts';
import { kioskResponseRoutes } from './kiosk-responses.ts';
import { kioskSelfRoutes } from './kiosk-self.ts';
import { kioskRoutes } from './kiosks.ts';
import { objectionPeriodRoutes } from './objection-periods.ts';
import { objectionRoutes } from './objections.ts';
import { officerRoutes } from './officers.ts';
import { openapiRoutes } from './openapi.ts';
import { packRoutes } from './packs.ts';
import { paperResponseRoutes } from './paper-responses.ts';
import { passwordRoutes } from './password.ts';
import { periodActRoutes } from './period-acts.ts';
import { periodProgressRoutes } from './period-progress.ts';
import { periodRoutes } from './periods.ts';
import { personRoutes } from './persons.ts';
import { petitionRoutes } from './petitions.ts';
import { portalKeyRoutes } from './portal-keys.ts';
import { portalOriginRoutes } from './portal-origins.ts';
import { privacyRoutes } from './privacy.ts';
import { procedureRoutes } from './procedures.ts';
import { publicChangeRoutes } from './public-changes.ts';
import { publicDistributionRoutes } from './public-distributions.ts';
import { publicPageRoutes } from './public-page.ts';
import { publicResultRoutes } from './public-results.ts';
import { receiptExportRoutes } from './receipt-export.ts';
import { receiptRoutes } from './receipts.ts';
import { recordingRoutes } from './recordings.ts';
import { responseRoutes } from './responses.ts';
import { resultRoutes } from './results.ts';
import type { Route } from './route.ts';
import { secondLookRoutes } from './second-looks.ts';
import { selfScoreRoutes } from './self-scores.ts';
import { sessionRoutes } from './session.ts';
import { sheetRoutes } from './sheets.ts';
import { standingScoreRoutes } from './standing-scores.ts';
import { styleRoutes } from './style.ts';
import { surveyLinkRoutes } from './survey-links.ts';
import { surveyPageRoutes } from './survey-page.ts';
import { surveyRoutes } from './surveys.ts';
import { tenantRoutes } from './tenant.ts';
import { unitFactRoutes } from './unit-facts.ts';
import { unitFigureRoutes } from './unit-figures.ts';
import { unitSuccessorRoutes } from './unit-successors.ts';
import { unitRoutes } from './units.ts';
import { userRoutes } from './users.ts';
import { widgetRoutes } from './widget.ts';
import { withdrawScoreRoutes } from './withdraw-scores.ts';

/** A new route file adds one import and one line. */
const served: readonly Route[] = [
  ...adminAppRoutes,
  ...apologyRoutes,
  ...appraisalRoutes,
  ...caseActRoutes,
  ...caseRoutes,
  ...commentRoutes,
  ...deviceRoutes,
  ...dossierRoutes,
  ...dutyRoutes,
  ...enrolmentRoutes,
  ...firstAdminRoutes,
  ...healthRoutes,
  ...importRoutes,
  ...importActRoutes,
  ...invitationRoutes,
  ...kioskActRoutes,
  ...kioskAppRoutes,
  ...kioskEnrolRoutes,
  ...kioskHandOverRoutes,
  ...kioskPlaceRoutes,
  ...kioskResponseRoutes,
  ...kioskSelfRoutes,
  ...kioskRoutes,
  ...objectionRoutes,
  ...objectionPeriodRoutes,
  ...officerRoutes,
  ...packRoutes,
  ...paperResponseRoutes,
  ...passwordRoutes,
  ...periodActRoutes,
  ...periodRoutes,
  ...periodProgressRoutes,
  ...personRoutes,
  ...petitionRoutes,
  ...portalKeyRoutes,
  ...portalOriginRoutes,
  ...privacyRoutes,
  ...procedureRoutes,
  ...publicDistributionRoutes,
  ...publicChangeRoutes,
  ...publicPageRoutes,
  ...receiptExportRoutes,
  ...receiptRoutes,
  ...recordingRoutes,
  ...responseRoutes,
  ...publicResultRoutes,
  ...resultRoutes,
  ...selfScoreRoutes,
  ...secondLookRoutes,
  ...standingScoreRoutes,
  ...withdrawScoreRoutes,
  ...sessionRoutes,
  ...sheetRoutes,
  ...styleRoutes,
  ...surveyLinkRoutes,
  ...surveyPageRoutes,
  ...surveyRoutes,
  ...tenantRoutes,
  ...unitFactRoutes,
  ...unitFigureRoutes,
  ...unitRoutes,
  ...unitSuccessorRoutes,
  ...userRoutes,
  ...widgetRoutes,
];

/** Every HTTP operation: those above and the ones that describe them. */
export const routes: readonly Route[] = [...served, ...openapiRoutes(served)];
