import { certainlyEarlier } from '../certainly-earlier.ts';
import { formatDateTime, formatMoment } from '../format.ts';
import type { DateCheck } from './finding.ts';

/** The clock cannot stand still before it runs: a pause that began before receipt moves no deadline for the time until then. */
export const pausedBeforeReceived: DateCheck = ({ dossier: { received, pauses }, office }) =>
  pauses.flatMap(({ kind, from, to }) => {
    if (!received || !certainlyEarlier(from, received, office)) return [];
    const what = kind === 'supplement' ? 'chờ bổ sung' : 'chờ nộp tiền';
    return [
      {
        kind: 'integrity',
        check: 'pausedBeforeReceived',
        cite: null,
        because: `Tạm dừng ${what} từ ${formatMoment(from)}, trước khi tiếp nhận ${formatMoment(received)}. Khoảng trước tiếp nhận không được trừ. Có thể cơ quan đã liên hệ khi hồ sơ mới nộp trực tuyến.`,
        evidence: [
          { label: 'Tạm dừng', value: formatDateTime(from) },
          ...(to ? [{ label: 'Hết tạm dừng', value: formatDateTime(to) }] : []),
          { label: 'Tiếp nhận', value: formatDateTime(received) },
        ],
      },
    ];
  });
