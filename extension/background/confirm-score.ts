import { clientId } from '#rules/client-id.ts';
import type { Person } from '#wire/access.ts';
import type { SelfScore } from '#wire/self-score.ts';
import { localNow } from '../clock.ts';
import { agreedVersion, LOOKED_NAMED_IN } from '../consent-text.ts';
import { faultSentence } from '../features/score-words.ts';
import { texts } from '../language.ts';
import type { Reply, ScoreRecord, ScoreValues } from '../messages.ts';
import { comparedSums, isChanged, overrideFault } from '../score-values.ts';
import type { BatchScore } from '../work-messages.ts';
import type { Database } from './database.ts';
import { enqueueScores, type ScoreToSend } from './queue.ts';
import { queueKnown } from './queue-readings.ts';
import { offerOf, secondLookItem } from './second-look.ts';
import { settings } from './settings.ts';
import { currentPerson } from './switch-person.ts';

const say = texts(
  {
    notEnrolled: 'Máy này chưa đăng ký. Nhập mã đăng ký trước.',
    noConsent: 'Anh/Chị chưa đồng ý gửi. Xem trước dữ liệu rồi bấm Đồng ý gửi.',
    nobody: 'Chưa rõ ai đang chấm. Bấm Đổi người và nhập mã PIN.',
    ended: 'Phiên làm việc đã hết. Bấm Đổi người và nhập lại mã PIN; nội dung đang nhập vẫn còn.',
    changed: 'Hồ sơ {code} có điểm đã sửa nên không xác nhận cả đợt được. Mở hồ sơ này để xác nhận riêng.',
  },
  {
    notEnrolled: 'This browser is not enrolled. Enter the enrolment code first.',
    noConsent: 'You have not agreed to sending yet. Look at the preview, then press Agree to send.',
    nobody: 'It is not known who is scoring. Press Switch person and enter the PIN.',
    ended: 'Your session ended. Press Switch person and enter the PIN again; what you typed is kept.',
    changed: 'Dossier {code} has a changed value and cannot be confirmed in a batch. Open it to confirm it alone.',
  },
);

const failed = (message: string): Reply => ({ ok: false, message });

interface Confirming {
  readonly tenant: string;
  readonly person: Person;
  /** Whether he agreed that it is sent how long he looked. */
  readonly looks: boolean;
}

/** Who confirms and for which province, or the sentence why nobody can now. */
async function confirming(): Promise<Confirming | Reply> {
  const [device, consent, person, known] = await Promise.all([
    settings.kept('device'),
    settings.kept('consent'),
    currentPerson(),
    settings.session('person'),
  ]);
  if (!device) return failed(say('notEnrolled'));
  if (!consent) return failed(say('noConsent'));
  if (!person) return failed(say(known ? 'ended' : 'nobody'));
  return { tenant: device.tenant, person, looks: agreedVersion(consent) >= LOOKED_NAMED_IN };
}

/** @param looked seconds what is confirmed stood open, by dossier of it. */
function toSend(
  { tenant, person, looks }: Confirming,
  { code, values }: BatchScore,
  looked: number,
  made: number,
  batch: number | null,
): ScoreToSend {
  const id = clientId(tenant, made, crypto.getRandomValues(new Uint8Array(10)));
  const body: SelfScore = {
    ...{ id, dossier: code, values },
    ...(batch !== null && { first: true }),
    ...(looks && { looked: Math.round(looked * 10) / 10 }),
  };
  const record: ScoreRecord = {
    code,
    id,
    officer: person.officer,
    officerLabel: person.label,
    at: localNow(),
    ...comparedSums(values),
    state: 'queued',
    problem: null,
    conflict: false,
    batch,
  };
  return { body, record };
}

/**
 * Writes the officer's self-score to the queue; `ok` is said only when it is on the disk.
 * @param seconds it was seen before this.
 */
export async function confirmScore(db: Database, code: string, values: ScoreValues, seconds: number): Promise<Reply> {
  const by = await confirming();
  if ('ok' in by) return by;
  const fault = overrideFault(values);
  if (fault) return failed(faultSentence(fault));
  const made = Date.now();
  await queueKnown(db, [code], made);
  await enqueueScores(db, [toSend(by, { code, values }, seconds, made, null)], by.person, made);
  return { ok: true };
}

/**
 * Writes self-scores left as the system filled them in to the queue, all or none; `batch` of their records is the moment.
 * What this browser scored already is passed over. Where that was too fast a second look is offered, and it is kept that it was.
 * @param seconds the list was seen before this.
 */
export async function confirmBatch(db: Database, scores: readonly BatchScore[], seconds: number): Promise<Reply> {
  const by = await confirming();
  if ('ok' in by) return by;
  const changed = scores.find(({ values }) => isChanged(values));
  if (changed) return failed(say('changed', { code: changed.code }));
  const made = Date.now();
  await queueKnown(
    db,
    scores.map(({ code }) => code),
    made,
  );
  // A second press finds the first one on the disk: nothing is scored twice by it.
  const scored = new Set(await db.getAllKeys('scores'));
  const all = scores
    .filter(({ code }) => !scored.has(code))
    .map((each) => toSend(by, each, seconds / scores.length, made, made));
  const offer = offerOf(by.tenant, by.person, made, all.length, seconds);
  await enqueueScores(db, all, by.person, made, offer ? [secondLookItem(offer, by.person, made)] : []);
  if (all.length > 0) await settings.setSession('secondLook', offer);
  return { ok: true };
}
