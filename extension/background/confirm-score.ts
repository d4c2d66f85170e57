import { clientId } from '#rules/client-id.ts';
import type { SelfScore } from '#wire/self-score.ts';
import { localNow } from '../clock.ts';
import type { Reply, ScoreValues } from '../messages.ts';
import type { Database } from './database.ts';
import { enqueueScore } from './queue.ts';
import { settings } from './settings.ts';
import { currentPerson } from './switch-person.ts';

const MIN_NOTE = 10;

/** Sums over the indicators on which the system and the officer both have points: only those can be compared. */
function sums(values: ScoreValues): { shown: number; own: number } {
  let [shown, own] = [0, 0];
  for (const value of Object.values(values)) {
    if (!value || value.shown === null || value.points === null) continue;
    shown += value.shown;
    own += value.points;
  }
  return { shown, own };
}

/** Writes the officer's self-score to the queue; `ok` is said only when it is on the disk. */
export async function confirmScore(db: Database, code: string, values: ScoreValues): Promise<Reply> {
  const [device, consent, person] = await Promise.all([
    settings.kept('device'),
    settings.kept('consent'),
    currentPerson(),
  ]);
  if (!device) return { ok: false, message: 'Máy này chưa đăng ký. Nhập mã đăng ký trước.' };
  if (!consent) return { ok: false, message: 'Anh/Chị chưa đồng ý gửi. Xem trước dữ liệu rồi bấm Đồng ý gửi.' };
  if (!person) return { ok: false, message: 'Chưa rõ ai đang chấm. Bấm Đổi người và nhập mã PIN.' };
  for (const [indicator, value] of Object.entries(values))
    if (value && value.points !== value.shown && (value.note ?? '').trim().length < MIN_NOTE)
      return { ok: false, message: `Anh/Chị sửa chỉ số ${indicator}. Ghi lý do ít nhất 10 ký tự.` };
  const made = Date.now();
  const body: SelfScore = {
    id: clientId(device.tenant, made, crypto.getRandomValues(new Uint8Array(10))),
    dossier: code,
    values,
  };
  const { shown, own } = sums(values);
  const record = {
    code,
    id: body.id,
    officer: person.officer,
    officerLabel: person.label,
    at: localNow(),
    shown,
    own,
    state: 'queued' as const,
    problem: null,
    conflict: false,
  };
  await enqueueScore(db, body, person, record, made);
  return { ok: true };
}
