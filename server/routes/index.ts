import { adminAppRoutes } from './admin-app.ts';
import { apologyRoutes } from './apologies.ts';
import { appraisalRoutes } from './appraisals.ts';
import { auditRoutes } from './audit.ts';
import { caseActRoutes } from './case-acts.ts';
import { caseRoutes } from './cases.ts';
import { checksPageRoutes } from './checks-page.ts';
import { commentTagRoutes } from './comment-tags.ts';
import { commentRoutes } from './comments.ts';
import { comparisonRoutes } from './comparisons.ts';
import { contentsViewRoutes } from './contents-view.ts';
import { dcatRoutes } from './dcat.ts';
import { deskRoutes } from './desk.ts';
import { deviceRoutes } from './devices.ts';
import { dossierRoutes } from './dossiers.ts';
import { dueDossierRoutes } from './due-dossiers.ts';
import { dutyRoutes } from './duties.ts';
import { enrolmentRoutes } from './enrolments.ts';
import { findingsExportRoutes } from './findings-export.ts';
import { firstAdminRoutes } from './first-admin.ts';
import { flagAnswerRoutes } from './flag-answers.ts';
import { flagVerdictRoutes } from './flag-verdicts.ts';
import { flagRoutes } from './flags.ts';
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
import { officerPageRoutes } from './officer-page.ts';
import { officerRoutes } from './officers.ts';
import { openapiRoutes } from './openapi.ts';
import { packRoutes } from './packs.ts';
import { paperResponseRoutes } from './paper-responses.ts';
import { paperTemplateRoutes } from './paper-template.ts';
import { parCriteriaRoutes } from './par-criteria.ts';
import { parRowsRoutes } from './par-rows.ts';
import { passwordRoutes } from './password.ts';
import { periodActRoutes } from './period-acts.ts';
import { periodKeyRoutes } from './period-keys.ts';
import { periodProgressRoutes } from './period-progress.ts';
import { periodRoutes } from './periods.ts';
import { personRoutes } from './persons.ts';
import { petitionRoutes } from './petitions.ts';
import { portalKeyRoutes } from './portal-keys.ts';
import { portalOriginRoutes } from './portal-origins.ts';
import { portalSightingRoutes } from './portal-sightings.ts';
import { privacyRoutes } from './privacy.ts';
import { procedurePageRoutes } from './procedure-page.ts';
import { procedureRoutes } from './procedures.ts';
import { publicChangeRoutes } from './public-changes.ts';
import { publicDistributionRoutes } from './public-distributions.ts';
import { publicFileRoutes } from './public-files.ts';
import { publicHistoryRoutes } from './public-history.ts';
import { publicPageRoutes } from './public-page.ts';
import { publicReplyRoutes } from './public-replies.ts';
import { publicResultRoutes } from './public-results.ts';
import { publishedLineRoutes } from './published-lines.ts';
import { publishedTableRoutes } from './published-tables.ts';
import { qd766Routes } from './qd766.ts';
import { rankingRoutes } from './ranking.ts';
import { receiptExportRoutes } from './receipt-export.ts';
import { receiptRoutes } from './receipts.ts';
import { recordingRoutes } from './recordings.ts';
import { reportRoutes } from './report.ts';
import { responseRoutes } from './responses.ts';
import { resultRoutes } from './results.ts';
import type { Route } from './route.ts';
import { saidAndDoneRoutes } from './said-and-done.ts';
import { sampleRoutes } from './samples.ts';
import { searchRoutes } from './search.ts';
import { secondLookRoutes } from './second-looks.ts';
import { secondStepRoutes } from './second-step.ts';
import { secondStepRuleRoutes } from './second-step-rule.ts';
import { selfScoreRoutes } from './self-scores.ts';
import { sessionRoutes } from './session.ts';
import { sessionsRoutes } from './sessions.ts';
import { setUpRoutes } from './set-up.ts';
import { sheetRoutes } from './sheets.ts';
import { ssoRoutes } from './sso.ts';
import { ssoSecondStepRoutes } from './sso-second-step.ts';
import { standingScoreRoutes } from './standing-scores.ts';
import { styleRoutes } from './style.ts';
import { surveyLinkRoutes } from './survey-links.ts';
import { surveyPageRoutes } from './survey-page.ts';
import { surveyQualityRoutes } from './survey-quality.ts';
import { surveyStepRoutes } from './survey-steps.ts';
import { surveyRoutes } from './surveys.ts';
import { tenantRoutes } from './tenant.ts';
import { timelinessRoutes } from './timeliness.ts';
import { timelinessEvidenceRoutes } from './timeliness-evidence.ts';
import { todayRoutes } from './today.ts';
import { unitDocumentRoutes } from './unit-documents.ts';
import { unitFactRoutes } from './unit-facts.ts';
import { unitFigureRoutes } from './unit-figures.ts';
import { unitPageRoutes } from './unit-page.ts';
import { unitSpanRoutes } from './unit-spans.ts';
import { unitSuccessorRoutes } from './unit-successors.ts';
import { unitRoutes } from './units.ts';
import { userSsoRoutes } from './user-sso.ts';
import { userRoutes } from './users.ts';
import { webhookRoutes } from './webhooks.ts';
import { widgetRoutes } from './widget.ts';
import { withdrawScoreRoutes } from './withdraw-scores.ts';

/** A new route file adds one import and one line. */
const served: readonly Route[] = [
  ...adminAppRoutes,
  ...apologyRoutes,
  ...appraisalRoutes,
  ...auditRoutes,
  ...caseActRoutes,
  ...checksPageRoutes,
  ...caseRoutes,
  ...commentRoutes,
  ...commentTagRoutes,
  ...deskRoutes,
  ...comparisonRoutes,
  ...contentsViewRoutes,
  ...deviceRoutes,
  ...dossierRoutes,
  ...dueDossierRoutes,
  ...dutyRoutes,
  ...enrolmentRoutes,
  ...findingsExportRoutes,
  ...firstAdminRoutes,
  ...flagRoutes,
  ...flagAnswerRoutes,
  ...flagVerdictRoutes,
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
  ...officerPageRoutes,
  ...officerRoutes,
  ...packRoutes,
  ...paperResponseRoutes,
  ...paperTemplateRoutes,
  ...parCriteriaRoutes,
  ...parRowsRoutes,
  ...passwordRoutes,
  ...periodActRoutes,
  ...periodKeyRoutes,
  ...periodRoutes,
  ...periodProgressRoutes,
  ...personRoutes,
  ...petitionRoutes,
  ...portalKeyRoutes,
  ...portalOriginRoutes,
  ...privacyRoutes,
  ...procedurePageRoutes,
  ...procedureRoutes,
  ...publicDistributionRoutes,
  ...publicChangeRoutes,
  ...publicFileRoutes,
  ...dcatRoutes,
  ...publicHistoryRoutes,
  ...publicPageRoutes,
  ...publishedLineRoutes,
  ...publishedTableRoutes,
  ...publicReplyRoutes,
  ...qd766Routes,
  ...rankingRoutes,
  ...receiptExportRoutes,
  ...receiptRoutes,
  ...recordingRoutes,
  ...reportRoutes,
  ...responseRoutes,
  ...publicResultRoutes,
  ...resultRoutes,
  ...selfScoreRoutes,
  ...saidAndDoneRoutes,
  ...sampleRoutes,
  ...searchRoutes,
  ...secondLookRoutes,
  ...ssoRoutes,
  ...ssoSecondStepRoutes,
  ...standingScoreRoutes,
  ...withdrawScoreRoutes,
  ...sessionRoutes,
  ...sessionsRoutes,
  ...secondStepRoutes,
  ...secondStepRuleRoutes,
  ...portalSightingRoutes,
  ...setUpRoutes,
  ...sheetRoutes,
  ...styleRoutes,
  ...surveyLinkRoutes,
  ...surveyPageRoutes,
  ...surveyQualityRoutes,
  ...surveyRoutes,
  ...surveyStepRoutes,
  ...tenantRoutes,
  ...timelinessRoutes,
  ...timelinessEvidenceRoutes,
  ...todayRoutes,
  ...unitDocumentRoutes,
  ...unitFactRoutes,
  ...unitFigureRoutes,
  ...unitPageRoutes,
  ...unitRoutes,
  ...unitSpanRoutes,
  ...unitSuccessorRoutes,
  ...userRoutes,
  ...userSsoRoutes,
  ...webhookRoutes,
  ...widgetRoutes,
];

/** Every HTTP operation: those above and the ones that describe them. */
export const routes: readonly Route[] = [...served, ...openapiRoutes(served)];
