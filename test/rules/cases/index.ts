import { ANSWER_PERIODS } from './answer-periods.ts';
import { ATTRIBUTION } from './attribution.ts';
import { BANDS } from './bands.ts';
import { CALENDAR_CHANGES } from './calendar-change.ts';
import { CALENDAR_FRESHNESS, KNOWN_DAYS } from './calendar-known.ts';
import type { CaseGroup } from './case.ts';
import { CAVEATS } from './caveats.ts';
import { CHOICES_BOTH_WAYS } from './choices-both-ways.ts';
import { CHOICES_OF_RESULTS } from './choices-results.ts';
import { CHOICES_OF_SOURCES } from './choices-sources.ts';
import { CHOICES_OF_STEPS } from './choices-steps.ts';
import { CHOICES_OF_TIME } from './choices-time.ts';
import { CLOCK_ELSEWHERE } from './clock-elsewhere.ts';
import { CONTACTS } from './contacts.ts';
import { DATE_CASES } from './date-checks.ts';
import { PROMISE_CASES } from './date-checks-promise.ts';
import { DECIDING_CHOICES } from './deciding-choices.ts';
import { DISTRICT_YEARS } from './district-years.ts';
import { CODE_CASES } from './dossier-codes.ts';
import { LEGAL_DUE } from './due-dates.ts';
import { CLOCK_CASES } from './duties-clock.ts';
import { APOLOGY_CASES, REAPPOINTMENT_CASES } from './duties-lateness.ts';
import { ONLINE_ALERT_CASES, ONLINE_ANSWER_CASES } from './duties-online.ts';
import { FORWARD_CASES, HAND_OVER_CASES } from './duties-reception.ts';
import { REQUEST_CASES } from './duties-requests.ts';
import { CORRECTION_CASES, REFUSAL_CASES } from './duties-result.ts';
import { NOTICE_CASES } from './duties-supplement.ts';
import { OPEN_CASES } from './duties-waiting.ts';
import { GRADES } from './grades.ts';
import { INDICATORS } from './indicators.ts';
import { AGENCIES } from './indicators-agencies.ts';
import { ATTITUDE } from './indicators-attitude.ts';
import { LEGACY } from './indicators-legacy.ts';
import { ONLINE_INDICATOR } from './indicators-online.ts';
import { SERIES_ALIKE } from './indicators-series.ts';
import { INTERVALS } from './intervals.ts';
import { LINEAGE } from './lineage.ts';
import { MEMBERSHIP } from './membership.ts';
import { MISREADING } from './misreading.ts';
import { MOVED_DUE } from './moved-due.ts';
import { ND118_CONTENTS } from './nd118.ts';
import { ND118_AGENCY_SIDE } from './nd118-agency-side.ts';
import { ND118_AGENCY, ND118_LETTERS } from './nd118-letters.ts';
import { OFFICE_DAYS, OFFICE_WEEKS } from './office-weeks.ts';
import { OFFICER_GRADES } from './officer-grades.ts';
import { OFFICER_LEVELS } from './officer-levels.ts';
import { ON_TIME_QD766 } from './on-time-qd766.ts';
import { OPENCPS_DUE, OPENCPS_ELAPSED } from './opencps.ts';
import { OPENCPS_SHORT_DAY } from './opencps-short-day.ts';
import { PAR_CHANNELS } from './par-channels.ts';
import { PAR_CRITERIA } from './par-criteria.ts';
import { PAR_APOLOGY } from './par-duties.ts';
import { PAR_FORECASTS } from './par-forecast.ts';
import { PAR_ON_TIME } from './par-ratios.ts';
import { PROVINCIAL } from './provincial.ts';
import { PUBLISHED_PERCENTAGES } from './published-percentages.ts';
import { PUBLISHED_PERIODS } from './published-periods.ts';
import { PUBLISHED_TABLES } from './published-tables.ts';
import { QD766_CONFLICTS } from './qd766-conflicts.ts';
import { QD766_EMPTY } from './qd766-empty.ts';
import { QD766_GRADE_SENTENCES } from './qd766-grade-sentences.ts';
import { QD766_GROUPS } from './qd766-groups.ts';
import { QD766_INDICES_2022 } from './qd766-indices-2022.ts';
import { QD766_INDICES_2026 } from './qd766-indices-2026.ts';
import { QD766_LEVELS } from './qd766-levels.ts';
import { QD766_ON_TIME_PERIODS } from './qd766-on-time-periods.ts';
import { QD766_ON_TIME_SUPPLEMENT } from './qd766-on-time-supplement.ts';
import { QD766_PETITIONS } from './qd766-petitions.ts';
import { QD766_SATISFACTION } from './qd766-satisfaction.ts';
import { QD766_THRESHOLDS } from './qd766-thresholds.ts';
import { QD766_TOTALS } from './qd766-totals.ts';
import { QD766_VERSIONS } from './qd766-versions.ts';
import { ROUNDING } from './rounding.ts';
import { RULESETS_IN_FORCE } from './rulesets-in-force.ts';
import { ENDED_STANDING, RUNNING_STANDING, STEP_STANDING } from './standing.ts';
import { STATISTICS_COLUMNS_CASES } from './statistics.ts';
import { STATISTICS_IDENTITIES } from './statistics-rows.ts';
import { SURVEY_CASES } from './surveys.ts';
import { UNIT_INDICATORS } from './unit-indicators.ts';
import { UNITS } from './units.ts';
import { WAITS_BEFORE_RECEIPT, WAITS_BEFORE_RECEIPT_766 } from './waits-before-receipt.ts';
import { WEEKEND_HOLIDAYS } from './weekend-holidays.ts';
import { WITHOUT_RESULT } from './without-result.ts';
import { WORKING_DAYS } from './working-days.ts';
import { WORKING_TIME } from './working-time.ts';
import { YEARS } from './years.ts';

/** Every group of cases, in the order the table prints them. */
export const CASE_GROUPS: readonly CaseGroup[] = [
  RULESETS_IN_FORCE,
  INDICATORS,
  CONTACTS,
  ATTITUDE,
  LEGACY,
  UNIT_INDICATORS,
  ONLINE_INDICATOR,
  SERIES_ALIKE,
  MEMBERSHIP,
  ANSWER_PERIODS,
  ROUNDING,
  CHOICES_OF_TIME,
  AGENCIES,
  DECIDING_CHOICES,
  WITHOUT_RESULT,
  CLOCK_ELSEWHERE,
  CHOICES_OF_STEPS,
  CHOICES_OF_SOURCES,
  CHOICES_BOTH_WAYS,
  CHOICES_OF_RESULTS,
  YEARS,
  DISTRICT_YEARS,
  ATTRIBUTION,
  BANDS,
  OFFICER_LEVELS,
  WORKING_DAYS,
  WORKING_TIME,
  OFFICE_DAYS,
  OFFICE_WEEKS,
  WEEKEND_HOLIDAYS,
  LEGAL_DUE,
  MOVED_DUE,
  OPENCPS_DUE,
  OPENCPS_SHORT_DAY,
  OPENCPS_ELAPSED,
  ENDED_STANDING,
  WAITS_BEFORE_RECEIPT,
  RUNNING_STANDING,
  STEP_STANDING,
  KNOWN_DAYS,
  CALENDAR_CHANGES,
  CALENDAR_FRESHNESS,
  GRADES,
  OFFICER_GRADES,
  PROVINCIAL,
  UNITS,
  LINEAGE,
  SURVEY_CASES,
  MISREADING,
  ND118_CONTENTS,
  ND118_LETTERS,
  ND118_AGENCY,
  ND118_AGENCY_SIDE,
  CAVEATS,
  INTERVALS,
  STATISTICS_COLUMNS_CASES,
  STATISTICS_IDENTITIES,
  PUBLISHED_TABLES,
  PUBLISHED_PERCENTAGES,
  PUBLISHED_PERIODS,
  QD766_VERSIONS,
  QD766_INDICES_2022,
  QD766_INDICES_2026,
  QD766_THRESHOLDS,
  QD766_EMPTY,
  QD766_CONFLICTS,
  QD766_GROUPS,
  QD766_TOTALS,
  QD766_GRADE_SENTENCES,
  QD766_LEVELS,
  ON_TIME_QD766,
  QD766_ON_TIME_PERIODS,
  QD766_ON_TIME_SUPPLEMENT,
  WAITS_BEFORE_RECEIPT_766,
  QD766_SATISFACTION,
  QD766_PETITIONS,
  ONLINE_ALERT_CASES,
  ONLINE_ANSWER_CASES,
  FORWARD_CASES,
  HAND_OVER_CASES,
  NOTICE_CASES,
  REQUEST_CASES,
  OPEN_CASES,
  CLOCK_CASES,
  APOLOGY_CASES,
  REAPPOINTMENT_CASES,
  REFUSAL_CASES,
  CORRECTION_CASES,
  DATE_CASES,
  PROMISE_CASES,
  CODE_CASES,
  PAR_ON_TIME,
  PAR_APOLOGY,
  PAR_CHANNELS,
  PAR_CRITERIA,
  PAR_FORECASTS,
];
