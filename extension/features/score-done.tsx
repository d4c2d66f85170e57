import type { ScoreRecord } from '../messages.ts';

const STATES = { queued: 'Đã lưu trên máy này, đang chờ gửi.', sent: 'Máy chủ đã nhận.' } as const;

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `\u2212${-n}` : '0');

interface Props {
  readonly record: ScoreRecord;
  readonly onAgain: () => void;
}

/** The server did not take the score: nothing counts as recorded, and the officer learns why and what is left to do. */
function Refused({ record: { officerLabel, problem, conflict }, onAgain }: Props) {
  return (
    <section class="done refused" role="alert">
      <p>
        <strong class="problem">Máy chủ không nhận phiếu tự chấm này.</strong>
      </p>
      <p>{problem}</p>
      {conflict && <p>Liên hệ quản trị đơn vị nếu điểm trước chưa đúng.</p>}
      <p class="meta">Người chấm: {officerLabel}.</p>
      <button type="button" onClick={onAgain}>
        Chấm lại
      </button>
    </section>
  );
}

/** What became of the officer's self-score of this dossier. */
export function ScoreDone({ record, onAgain }: Props) {
  const { at, shown, own, state, officerLabel } = record;
  if (state === 'refused') return <Refused record={record} onAgain={onAgain} />;
  return (
    <section class="done" role="status">
      <p>
        Đã ghi tự chấm lúc {at.slice(11)}. Hệ thống {shown / 10}, tự chấm {own / 10}, chênh {signed((own - shown) / 10)}
        .
      </p>
      <p class="meta">Người chấm: {officerLabel}. Điểm so trên các chỉ số cả hai bên đều có.</p>
      <p>{STATES[state]}</p>
      <button type="button" onClick={onAgain}>
        Chấm lại
      </button>
    </section>
  );
}
