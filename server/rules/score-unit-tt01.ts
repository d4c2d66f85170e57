import type { Choices } from './choices.ts';
import type { UnitFacts } from './facts.ts';
import type { Evidence, IndicatorId } from './finding.ts';
import { formatCount, formatPercent } from './format.ts';
import { type IsoDate, inForce } from './law.ts';
import { ONLINE_LEVELS } from './rulesets/online-levels.ts';
import { ONLINE, PETITIONS_ON_TIME, WHOLE_CYCLE } from './rulesets/tt01-2018.ts';
import { leftOut, type Readings, type Scored } from './scored.ts';
import { LEVEL_NAMES } from './units/level.ts';

/** @throws RangeError when a part is larger than its whole: such a fact cannot be scored. */
function checkPart(name: string, part: number, whole: number): void {
  if (part > whole || part < 0 || !Number.isSafeInteger(part) || !Number.isSafeInteger(whole))
    throw new RangeError(`${name}: ${part} trong ${whole} không hợp lệ. Nhập số nguyên, phần không lớn hơn tổng.`);
}

const share = (label: string, part: number, whole: number): Evidence => ({
  label,
  value: `${formatCount(part)}/${formatCount(whole)} (${formatPercent(part, whole)})`,
});

function index5({ oneStop }: UnitFacts, _choices: Choices, on: IsoDate): Scored {
  if (!oneStop) return leftOut('Đơn vị chưa kê khai việc tiếp nhận, trả kết quả tại Bộ phận Một cửa.');
  const { listed, receivedAndReturned, wholeCycle, level } = oneStop;
  checkPart('receivedAndReturned', receivedAndReturned, listed);
  checkPart('wholeCycle', wholeCycle, listed);
  const least = inForce(`Ngưỡng chỉ số 5 của ${LEVEL_NAMES[level].toLowerCase()}`, WHOLE_CYCLE[level], on).value;
  if (listed === 0) return leftOut('Đơn vị không có thủ tục nào phải đưa ra Bộ phận Một cửa.');
  const evidence = [
    share('Thực hiện trọn quy trình tại chỗ', wholeCycle, listed),
    share('Tiếp nhận và trả kết quả tại Bộ phận Một cửa', receivedAndReturned, listed),
  ];
  if (wholeCycle * 100 >= listed * least)
    return { step: 'best', because: `Từ ${least}% thủ tục được làm trọn quy trình tại Bộ phận Một cửa.`, evidence };
  if (receivedAndReturned === listed)
    return { step: 'middle', because: 'Mọi thủ tục được tiếp nhận và trả kết quả tại Bộ phận Một cửa.', evidence };
  return { step: 'worst', because: 'Còn thủ tục chưa tiếp nhận, trả kết quả tại Bộ phận Một cửa.', evidence };
}

function index6({ disclosure }: UnitFacts): Scored {
  switch (disclosure) {
    case 'both':
      return { step: 'best', because: 'Công khai chính xác, đầy đủ, kịp thời bằng cả niêm yết và điện tử.' };
    case 'one':
      return { step: 'middle', because: 'Công khai chính xác, đầy đủ, kịp thời bằng một trong hai hình thức.' };
    case 'faulty':
      return { step: 'worst', because: 'Công khai không chính xác, không đầy đủ hoặc không kịp thời.' };
    default:
      return leftOut('Chưa có số liệu về việc công khai thủ tục của đơn vị.');
  }
}

function index8({ petitions }: UnitFacts, _choices: Choices, on: IsoDate): Scored {
  if (!petitions) return leftOut('Chưa có số liệu phản ánh, kiến nghị của đơn vị.');
  const { received, onTime, prolonged } = petitions;
  checkPart('onTime', onTime, received);
  checkPart('prolonged', prolonged, received);
  if (received === 0) return { step: 'best', because: 'Không có phản ánh, kiến nghị.' };
  const evidence = [share('Trả lời đúng hạn', onTime, received), { label: 'Kéo dài', value: formatCount(prolonged) }];
  const least = inForce('Ngưỡng chỉ số 8', PETITIONS_ON_TIME, on).value;
  if (prolonged > 0) return { step: 'worst', because: 'Có phản ánh, kiến nghị kéo dài.', evidence };
  if (onTime === received) return { step: 'best', because: 'Mọi phản ánh, kiến nghị được trả lời đúng hạn.', evidence };
  if (onTime * 100 >= received * least)
    return { step: 'middle', because: `Từ ${least}% phản ánh, kiến nghị được trả lời đúng hạn.`, evidence };
  return { step: 'worst', because: `Dưới ${least}% phản ánh, kiến nghị được trả lời đúng hạn.`, evidence };
}

type Online = NonNullable<UnitFacts['online']>;

const NONE: Readings = [];
const LEVELS: Readings = ['index9.levels'];

/** Since there are no levels any more, «mức 3, 4» is read: whole and part, or whole alone. `null` = the whole ones were not counted. */
function onlineCounts(online: Online, wholeOnly: boolean): { procedures: number; filed: number } | null {
  if (!wholeOnly) return { procedures: online.onlineProcedures, filed: online.onlineDossiers };
  const { wholeProcedures, wholeDossiers } = online;
  if (wholeProcedures === undefined || wholeDossiers === undefined) return null;
  checkPart('wholeProcedures', wholeProcedures, online.onlineProcedures);
  checkPart('wholeDossiers', wholeDossiers, online.onlineDossiers);
  return { procedures: wholeProcedures, filed: wholeDossiers };
}

function index9({ online }: UnitFacts, choices: Choices, on: IsoDate): Scored {
  if (!online) return leftOut('Chưa có số liệu dịch vụ công trực tuyến của đơn vị.');
  const { eligibleProcedures, dossiers, abandonedOrOverdue } = online;
  checkPart('onlineProcedures', online.onlineProcedures, eligibleProcedures);
  checkPart('onlineDossiers', online.onlineDossiers, dossiers);
  checkPart('abandonedOrOverdue', abandonedOrOverdue, online.onlineDossiers);
  const levels = inForce('Mức của dịch vụ công trực tuyến', ONLINE_LEVELS, on).value;
  const counts = onlineCounts(online, levels === 'ended' && choices['index9.levels'] === 'wholeOnly');
  if (!counts) return leftOut('Chưa có số liệu riêng của dịch vụ công toàn trình.', LEVELS);
  if (eligibleProcedures === 0) return leftOut('Đơn vị không có thủ tục nào đủ điều kiện làm trực tuyến.');
  const by = levels === 'ended' ? LEVELS : NONE;
  const base = {
    evidence: [
      share('Thủ tục đưa lên trực tuyến', counts.procedures, eligibleProcedures),
      share('Hồ sơ nộp trực tuyến', counts.filed, dossiers),
      { label: 'Hồ sơ trực tuyến bỏ hoặc quá hạn', value: formatCount(abandonedOrOverdue) },
    ],
    ...(by.length > 0 && { choices: by }),
  };
  if (counts.procedures === 0) return { ...base, step: 'worst', because: 'Không triển khai thủ tục trực tuyến nào.' };
  if (dossiers === 0) return leftOut('Trong kỳ không có hồ sơ nào để tính tỷ lệ trực tuyến.');
  const least = inForce('Ngưỡng chỉ số 9', ONLINE, on).value;
  if (abandonedOrOverdue > 0)
    return { ...base, step: 'worst', because: 'Có hồ sơ trực tuyến bỏ không giải quyết hoặc quá hạn.' };
  const reached = (percent: number) => counts.filed * 100 >= dossiers * percent;
  if (!reached(least.middle)) return { ...base, step: 'worst', because: `Dưới ${least.middle}% hồ sơ nộp trực tuyến.` };
  if (!reached(least.best))
    return { ...base, step: 'middle', because: `Từ ${least.middle}% đến dưới ${least.best}% hồ sơ nộp trực tuyến.` };
  if (counts.procedures * 100 >= eligibleProcedures * least.procedures)
    return {
      ...base,
      step: 'best',
      because: `Từ ${least.procedures}% thủ tục và từ ${least.best}% hồ sơ là trực tuyến.`,
    };
  return {
    ...base,
    step: choices['index9.gap'] === 'one' ? 'middle' : 'worst',
    because: `Từ ${least.best}% hồ sơ trực tuyến nhưng dưới ${least.procedures}% thủ tục được đưa lên.`,
    choices: [...by, 'index9.gap'],
  };
}

const RULES: Partial<Record<IndicatorId, (facts: UnitFacts, choices: Choices, on: IsoDate) => Scored>> = {
  5: index5,
  6: index6,
  8: index8,
  9: index9,
};

/** Steps of TT 01/2018/TT-VPCP Điều 13 for a unit on indicator 5, 6, 8 or 9. */
export function scoreUnitIndicator(indicator: IndicatorId, facts: UnitFacts, choices: Choices, on: IsoDate): Scored {
  return RULES[indicator]?.(facts, choices, on) ?? leftOut('Chỉ số này không tính theo đơn vị.');
}
