import type { Choices } from './choices.ts';
import { type Dossier, endOf, type Handler } from './dossier.ts';
import type { IndicatorId } from './finding.ts';
import type { JudgedStep } from './judged-step.ts';
import type { LocalTime } from './law.ts';

/** Whose result an indicator of a dossier is; `officer: null` = nobody's of this unit, or not known. */
export interface Attribution {
  readonly officer: string | null;
  readonly because: string;
}

/** Who had the dossier at `at`: the last one to take it over by then, or the first of all before that. */
function handlerAt(handlers: readonly Handler[], at: LocalTime): Handler | undefined {
  const inOrder = [...handlers].sort((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.findLast(({ from }) => from <= at) ?? inOrder[0];
}

/** A dossier that changed hands belongs to who had it when it ended or fell due, whichever came first (own reading of Điều 15). */
function mainProcessor(dossier: Dossier, deadline: LocalTime | null): Attribution {
  const { handlers, officer } = dossier;
  if (!handlers?.length) return { officer, because: 'Tính cho người xử lý chính.' };
  const end = endOf(dossier)?.at ?? null;
  const at = end && deadline ? (end < deadline ? end : deadline) : (end ?? deadline);
  if (!at) return { officer, because: 'Không rõ ngày xong và hạn nên tính cho người xử lý sau cùng.' };
  return {
    officer: handlerAt(handlers, at)?.officer ?? null,
    because: 'Hồ sơ đổi người xử lý: tính cho người giữ hồ sơ khi xong hoặc khi đến hạn, lấy lúc đến trước.',
  };
}

function stepHandler(dossier: Dossier, judged: JudgedStep | null): Attribution {
  if (judged && judged.step.unit !== dossier.unit)
    return { officer: null, because: 'Bước bị chấm thuộc cơ quan khác nên không tính cho cán bộ của đơn vị.' };
  if (judged?.step.officer) return { officer: judged.step.officer, because: 'Tính cho người làm bước được chấm.' };
  return { officer: dossier.officer, because: 'Không rõ người làm bước được chấm nên tính cho người xử lý chính.' };
}

function receiver({ receivedBy, officer }: Dossier): Attribution {
  if (receivedBy) return { officer: receivedBy, because: 'Tính cho người tiếp nhận hồ sơ.' };
  return { officer, because: 'Không rõ người tiếp nhận nên tính cho người xử lý chính.' };
}

/**
 * The officer an indicator of a dossier belongs to (choice `officer.attribution`): the main processor for 1, who did the judged step
 * for 2, who took the dossier in for 3, 4 and 7; or the main processor for all of them. The others are the unit's own.
 * @param judged the step indicator 2 was read from. @param deadline of the dossier, where it is known.
 */
export function officerOf(
  dossier: Dossier,
  indicator: IndicatorId,
  choices: Choices,
  judged: JudgedStep | null,
  deadline: LocalTime | null,
): Attribution {
  switch (indicator) {
    case 1:
      return mainProcessor(dossier, deadline);
    case 2:
    case 3:
    case 4:
    case 7:
      if (choices['officer.attribution'] === 'mainProcessor') return mainProcessor(dossier, deadline);
      return indicator === 2 ? stepHandler(dossier, judged) : receiver(dossier);
    default:
      return { officer: null, because: 'Chỉ số của đơn vị, không thuộc riêng cán bộ nào.' };
  }
}
