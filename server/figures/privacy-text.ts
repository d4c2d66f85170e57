import { addDays } from '#rules/calendar/date.ts';
import { formatDate } from '#rules/format.ts';
import type { Lang, Survey } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import { localDay } from '../clock.ts';
import type { Db } from '../store/db.ts';
import { openPeriodOn } from '../store/periods.ts';
import { privacyNotice } from '../store/privacy-notices.ts';

const filled = (text: string | undefined, name: string, value: string) => text?.replace(`{${name}}`, () => value) ?? '';

/** Whose notice, beside which form. */
interface PrivacyOf {
  readonly tenant: string;
  readonly tenantName: string;
  readonly survey: Survey;
  readonly lang: Lang;
}

/** What the form itself says of how answers are kept: the basis, who is responsible, after which day the period may be sealed. */
export async function standardPrivacyText(db: Db, of: PrivacyOf, at: Date): Promise<string> {
  const words = wordsOf(of.survey, of.lang);
  const period = await openPeriodOn(db, of.tenant, localDay(at));
  return [
    words['privacy.more'],
    period && filled(words['privacy.until'], 'date', formatDate(addDays(period.to, -1))),
    filled(words['privacy.office'], 'office', of.tenantName),
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * How answers given to a province are kept, for whoever is about to answer: in the province's own words where it has settled
 * some, in those of the form otherwise. The province writes Vietnamese; an English reader gets the form's words before them.
 */
export async function privacyText(db: Db, of: PrivacyOf, at: Date): Promise<string> {
  const { text } = await privacyNotice(db, of.tenant);
  if (text !== null && of.lang === 'vi') return text;
  const standard = await standardPrivacyText(db, of, at);
  return text === null ? standard : `${standard}\n${text}`;
}
