import type { ScoreRecord } from '../messages.ts';

const STATES = {
  queued: 'Đã lưu trên máy này, đang chờ gửi.',
  sent: 'Máy chủ đã nhận.',
  refused: 'Máy chủ không nhận:',
} as const;

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `\u2212${-n}` : '0');

/** What became of the officer's self-score of this dossier. */
export function ScoreDone({ record, onAgain }: { record: ScoreRecord; onAgain: () => void }) {
  const { at, shown, own, state, problem, officerLabel } = record;
  return (
    <section class="done" role="status">
      <p>
        Đã ghi tự chấm lúc {at.slice(11)}. Hệ thống {shown / 10}, tự chấm {own / 10}, chênh {signed((own - shown) / 10)}
        .
      </p>
      <p class="meta">Người chấm: {officerLabel}. Điểm so trên các chỉ số cả hai bên đều có.</p>
      <p class={state === 'refused' ? 'problem' : ''}>
        {STATES[state]} {problem}
      </p>
      <button type="button" onClick={onAgain}>
        Chấm lại
      </button>
    </section>
  );
}
