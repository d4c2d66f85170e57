import { compareTimes } from '../compare-times.ts';
import { type Dossier, endOf } from '../dossier.ts';
import { deadlineOf } from '../due.ts';
import { formatMoment } from '../format.ts';
import { type Apology, apologyOwed } from './apology.ts';
import type { Duty, DutyContext, DutyState } from './duty.ts';
import { moments } from './finding-of.ts';

const ID = 'apology';
const UNRECORDED = 'Dữ liệu không ghi văn bản xin lỗi.';

/** When the clock of a dossier that needs no more work stopped, `null` = not known. */
function stoppedAt(dossier: Dossier): string | null {
  const end = endOf(dossier);
  if (end) return end.at;
  return dossier.pauses.find((pause) => pause.to === null)?.from ?? null;
}

/** A dossier that runs no more: whether it was late when it stopped, and so needed a letter. */
function stopped({ dossier, acts, office, choices }: DutyContext, apology: Apology): [DutyState, string] {
  const due = deadlineOf(dossier, office, { ...choices, compareWith: 'promised' });
  const at = stoppedAt(dossier);
  const name = endOf(dossier) ? 'Hồ sơ kết thúc' : 'Hồ sơ tạm dừng';
  if (!due || !at) return ['unknown', `${apology.because} Dữ liệu không có thời điểm đó để so với ngày hẹn trả.`];
  if (compareTimes(at, due.at, choices.granularity, office) !== 'overdue')
    return ['notApplicable', `${name} ${formatMoment(at)}, không quá ngày hẹn trả.`];
  const late = `${name} ${formatMoment(at)}, quá ngày hẹn trả ${formatMoment(due.at)}.`;
  if (!acts.apologies) return ['unknown', `${late} ${UNRECORDED}`];
  return ['breached', `${late} Không có văn bản xin lỗi.`];
}

function judged(context: DutyContext, apology: Apology): [DutyState, string] {
  const { because } = apology;
  switch (apology.state) {
    case 'done':
      return ['met', because];
    case 'doneLate':
      return ['breached', because];
    case 'notYet':
    case 'dueToday':
      return ['pending', because];
    case 'unknown':
      return ['unknown', because];
    case 'notOwed':
      return stopped(context, apology);
    case 'reappointed':
      return context.acts.apologies ? ['breached', 'Đã hẹn lại nhưng không có văn bản xin lỗi.'] : ['unknown', because];
    case 'late':
      // Until the promised moment has passed the result may still come in time, and then no letter was needed.
      if (!apology.owed) return ['pending', because];
      return context.acts.apologies ? ['breached', because] : ['unknown', `${because} ${UNRECORDED}`];
  }
}

/** A letter with reason and new date at least one day before a promised date that cannot be kept; judged by `apologyOwed`. */
export const APOLOGY: Duty = {
  id: ID,
  title: 'Xin lỗi và hẹn lại trước ngày hẹn trả',
  check: (context) => {
    const { dossier, acts, now, office, choices } = context;
    const sent = acts.apologies?.[0] ?? null;
    const apology = apologyOwed(dossier, now, office, choices, sent);
    const [state, because] = judged(context, apology);
    const evidence = moments([
      ['Hẹn trả', dossier.promised],
      ['Văn bản xin lỗi', sent],
      ['Kết thúc xử lý', endOf(dossier)?.at],
    ]);
    return { duty: ID, state, by: apology.deadline, cite: apology.cite, because, evidence };
  },
};
