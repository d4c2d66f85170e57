import { newDateFault, reappointmentRefused } from '#rules/duties/new-date.ts';
import type { LocalTime } from '#rules/law.ts';
import { type OutboxState, QUEUED } from '#rules/outbox.ts';
import type { Apology, ApologyReason } from '#wire/apology.ts';
import { localNow } from '../clock.ts';
import { dossierOf } from '../dossier-of.ts';
import type { RecordedLetter } from '../known-reading.ts';
import { texts } from '../language.ts';
import type { Reply } from '../messages.ts';
import { officeOf, UNSETTLED } from '../office-rules.ts';
import { type Database, type StoredDossier, writing } from './database.ts';
import { queueKnown } from './queue-readings.ts';
import { settings } from './settings.ts';

const say = texts(
  {
    notEnrolled: 'Máy này chưa đăng ký. Nhập mã đăng ký trước.',
    noConsent: 'Anh/Chị chưa đồng ý gửi. Xem trước dữ liệu rồi bấm Đồng ý gửi.',
    unknown: 'Chưa đọc được hồ sơ này trên trang một cửa. Mở lại danh sách rồi thử lại.',
    twice: 'Văn bản xin lỗi gửi lúc này đã được ghi. Xem lại danh sách đã ghi.',
  },
  {
    notEnrolled: 'This browser is not enrolled. Enter the enrolment code first.',
    noConsent: 'You have not agreed to sending yet. Look at the preview, then press Agree to send.',
    unknown: 'This dossier has not been read on a back-office page. Open the list again and retry.',
    twice: 'A letter of this minute is on record already. Look at the recorded letters.',
  },
);

/** The letter of `body` with what became of it; nothing else of the dossier changes. */
export function withLetter(
  stored: StoredDossier,
  body: Apology,
  state: OutboxState,
  problem: string | null,
): StoredDossier {
  const after = (letter: RecordedLetter): RecordedLetter =>
    letter.sent !== body.sent || (state.is !== 'delivered' && state.is !== 'refused')
      ? letter
      : {
          ...letter,
          state: state.is === 'delivered' ? 'sent' : 'refused',
          problem: state.is === 'refused' ? problem : null,
        };
  return { ...stored, reading: { ...stored.reading, letters: (stored.reading.letters ?? []).map(after) } };
}

/**
 * Puts on record that a letter of apology went out now: which dossier, when, the new date and the kind of reason; never the letter.
 * The record and what is to be sent are on the disk before this answers.
 */
export async function recordLetter(
  db: Database,
  code: string,
  promised: LocalTime,
  reason: ApologyReason,
  made: number,
): Promise<Reply> {
  const failed = (message: string): Reply => ({ ok: false, message });
  const [device, consent, own] = await Promise.all([
    settings.kept('device'),
    settings.kept('consent'),
    settings.kept('settings'),
  ]);
  if (!device) return failed(say('notEnrolled'));
  if (!consent) return failed(say('noConsent'));
  const now = localNow(new Date(made));
  await queueKnown(db, [code], made);
  const tx = writing(db);
  const stored = await tx.objectStore('dossiers').get(code);
  const dossier = stored && dossierOf(stored.reading, device.unit);
  if (!stored || !dossier) return failed(say('unknown'));
  const letters = stored.reading.letters ?? [];
  if (letters.some(({ sent, state }) => sent === now && state !== 'refused')) return failed(say('twice'));
  const fault =
    reappointmentRefused(dossier, promised, now) ?? newDateFault(promised, dossier, now, officeOf(own ?? UNSETTLED));
  if (fault) return failed(fault);
  const body: Apology = { dossier: code, sent: now, promised, reason };
  await tx.objectStore('queue').put({ id: `apology:${code} ${now}`, kind: 'apology', body, made, state: QUEUED });
  const letter: RecordedLetter = { sent: now, promised, state: 'queued', problem: null };
  const kept = letters.filter(({ sent }) => sent !== now);
  await tx.objectStore('dossiers').put({
    ...stored,
    reading: { ...stored.reading, letters: [...kept, letter].sort((a, b) => (a.sent < b.sent ? -1 : 1)) },
  });
  await tx.done;
  return { ok: true };
}
