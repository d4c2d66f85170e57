import type { PaperResponse } from '#wire/paper-response.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from './audit.ts';
import { enteredForms, unenterForm } from './entered-forms.ts';
import type { IntakeItem } from './intake-item.ts';
import { judgePaper, type PaperDoor } from './paper-forms.ts';
import type { PeriodKeys } from './period-keys.ts';
import { periodsOf } from './periods.ts';
import { idHash } from './receipts.ts';
import { responsePeriod } from './response-period.ts';

/** The screen offers ten seconds; a slow line may take longer. */
const SECONDS = 60;

/** Under the period's key, so that whoever entered the form can take it back and nobody else; nothing of it is stored. */
function markOf(
  keys: PeriodKeys,
  period: string,
  { tenant, id, row }: IntakeItem,
  actor: string,
  until: string,
): string {
  return keys.link(tenant, period, row.stage, 'official', `undo\u2016${actor}\u2016${until}\u2016${id}`);
}

const late = () =>
  new Refusal(410, 'undo.late', 'Đã quá lúc hoàn tác, hoặc phiếu đã đổi. Phiếu vẫn được giữ; so lại với bản giấy.');

/** What takes a form back that was entered just now by `actor`: an instant and a mark. */
export async function paperUndoOf(door: Omit<PaperDoor, 'intake'>, item: IntakeItem, actor: string): Promise<string> {
  const { period } = responsePeriod(await periodsOf(door.db, item.tenant), item.row.day);
  const until = new Date(door.now().getTime() + SECONDS * 1000).toISOString();
  return `${until}.${markOf(door.keys, period, item, actor, until)}`;
}

/**
 * Takes back a form its clerk entered within the last minute: the counts are as before, and it may be entered anew.
 * @throws Refusal 410 `undo.late`, also when the period is closed meanwhile; and what `judgePaper` refuses.
 */
export async function takeBackPaper(
  door: Omit<PaperDoor, 'intake'>,
  tenant: string,
  body: PaperResponse,
  undo: string,
  actor: string,
): Promise<void> {
  const item = await judgePaper(door, tenant, body);
  const until = undo.slice(0, undo.lastIndexOf('.'));
  const where = { sql: ' and r.id_hash = ?', params: [idHash(item.id)] };
  const [entered] = await enteredForms(door.db, tenant, where);
  if (entered?.state !== 'open' || entered.bodyHash !== item.bodyHash) throw late();
  const fits = undo === `${until}.${markOf(door.keys, entered.period, item, actor, until)}`;
  if (!fits || until < door.now().toISOString()) throw late();
  const entry = { actor, action: 'paper.undo', subject: 'paper-responses', detail: { n: 1 } };
  await withAudit(door.db, tenant, door.now(), entry, unenterForm(tenant, entered));
}
