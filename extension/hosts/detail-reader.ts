import { type DateOrder, seenDateOrder } from '#rules/calendar/printed-date.ts';
import { labelKey, type Meaning } from '#rules/labels.ts';
import type { DossierReading, ListReading, Page } from './host.ts';
import { labelledValues } from './labelled-values.ts';
import { makeReading } from './make-reading.ts';
import { DATED } from './row-texts.ts';
import { readSteps } from './steps.ts';

/** What lies over a page. */
export const DIALOGS =
  '[role="dialog"], dialog[open], .v-dialog, .ant-modal, .ant-drawer-content, .modal, mat-dialog-container, .ui-dialog, .el-dialog, .p-dialog';
const COUNTS: ReadonlySet<string> = new Set(
  ['Số lần bổ sung', 'Số lần yêu cầu bổ sung', 'Số lần bổ sung hồ sơ'].map(labelKey),
);

/** Dialogs that are open, the one opened last first. The rows of the list, most of the page, are not searched. */
function openDialogs({ document, sees }: Page, list: ListReading | null): readonly Element[] {
  const found: Element[] = [];
  const search = (part: Element): void => {
    if (part.matches(DIALOGS)) found.push(part);
    found.push(...part.querySelectorAll(DIALOGS));
  };
  let at: Element | null = list?.table ?? null;
  if (!at) search(document.body);
  for (; at && at !== document.body; at = at.parentElement)
    for (const beside of at.parentElement?.children ?? []) if (beside !== at) search(beside);
  return found.filter((dialog) => sees(dialog) > 0).reverse();
}

/** @param asSaid what a pack makes of the text behind a label of that meaning, or of another place of the page. */
export function readScope(
  scope: Document | Element,
  page: Page,
  asSaid: (meaning: Meaning, text: string | null) => string | null = (_, text) => text,
): DossierReading | null {
  const { values, others, code: labelled } = labelledValues(scope, page, COUNTS);
  const text = (meaning: Meaning): string | null => asSaid(meaning, values.get(meaning) ?? null);
  const code = asSaid('code', labelled);
  if (!code || !(text('promised') || text('received'))) return null;
  const seen = seenDateOrder([...DATED].map((meaning) => text(meaning) ?? ''));
  const order: DateOrder = seen === 'mdy' || seen === 'dmy' ? seen : (page.site?.dateOrder ?? 'dmy');
  const states = page.site?.states;
  const read = makeReading(
    { code, text, order: () => order, source: 'detail', ...(states ? { states } : {}) },
    page.office,
  );
  const progress = readSteps(scope, page);
  const [counted] = others.values();
  const requests = counted && /^\d{1,2}(?: lần)?$/i.test(counted) ? Number.parseInt(counted, 10) : null;
  return { ...read, steps: progress?.steps ?? null, supplements: requests ?? progress?.supplements ?? null };
}

/**
 * The one dossier shown in full: in the dialog that lies on top, else, where the page holds no list and is `isDetail`, on the page
 * itself. `null` without one code and at least one date of the course.
 */
export function readDetail(page: Page, list: ListReading | null, isDetail: boolean): DossierReading | null {
  for (const dialog of openDialogs(page, list)) {
    const reading = readScope(dialog, page);
    if (reading) return reading;
  }
  return list === null && isDetail ? readScope(page.document, page) : null;
}
