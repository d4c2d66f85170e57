import type { Dossier } from './dossier.ts';
import type { Due } from './due.ts';
import { formatMoment } from './format.ts';

const WAITED = { supplement: 'bổ sung', payment: 'nộp phí' } as const;

/** How `due` of `dossier` was found: `Nhận lúc 08:15 ngày 10/11/2026, thời hạn 10 ngày làm việc.`, then each pause that moved it. */
export function dueSentence({ received, promised, limitDays }: Dossier, due: Due): string {
  const start =
    due.basis === 'promised'
      ? `Hẹn trả ${formatMoment(promised ?? due.at)}.`
      : `Nhận ${formatMoment(received ?? due.at)}, thời hạn ${String(limitDays).replace('.', ',')} ngày làm việc.`;
  const moves = due.moves.map(({ kind, to, restarted }) =>
    restarted
      ? `Tính lại từ đầu sau khi bổ sung xong ${formatMoment(to)}.`
      : `Trừ thời gian chờ ${WAITED[kind]} đến ${formatMoment(to)}.`,
  );
  return [start, ...moves].join(' ');
}
