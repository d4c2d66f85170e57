import type { Block, OwnSection, Run } from '#wire/report.ts';
import { type Ink, over } from './ink.ts';
import { limitLines } from './limits-section.ts';
import type { ReportSource, ReportUnit } from './report-source.ts';
import { causeLines } from './statistics-lines.ts';

const byTotal = (a: ReportUnit, b: ReportUnit) => (b.total.value ?? 0) - (a.total.value ?? 0);

/** Facts of the snapshot the writer may cite beside a section; figures, never adjectives. */
function factsFor(section: OwnSection, source: ReportSource, ink: Ink): Run[][] {
  const { units, time } = source;
  if (section === 'causes')
    return causeLines(source, ink).flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : []));
  if (section === 'tasks')
    return time?.letters.none.value ? [ink.say`Hồ sơ trễ hạn chưa xin lỗi: ${over(time.letters.none)}.`] : [];
  const ranked = units.filter(({ hidden, total, missing }) => !hidden && total.value !== null && missing.length === 0);
  const [best, last] = [[...ranked].sort(byTotal)[0], [...ranked].sort(byTotal).at(-1)];
  const several = ranked.length > 1;
  if (section === 'strengths' && best && several)
    return [ink.say`Tổng điểm cao nhất: ${best.name}, ${over(best.total)}.`];
  if (section === 'shortcomings')
    return [
      ...(last && several ? [ink.say`Tổng điểm thấp nhất: ${last.name}, ${over(last.total)}.`] : []),
      ...limitLines(source, ink),
    ];
  return [];
}

/** A section the office writes itself, empty until it has. The public file never shows an empty one. */
export function ownBlock(section: OwnSection, source: ReportSource, ink: Ink): Block {
  const own = source.own[section];
  const facts = source.audience === 'province' ? factsFor(section, source, ink) : [];
  return { kind: 'own', section, text: own?.text ?? null, revision: own?.revision ?? 0, facts };
}

/** IV and V: what only the office can say. */
export function ownSections(source: ReportSource, ink: Ink): Block[] {
  const own = (section: OwnSection) => ownBlock(section, source, ink);
  const blocks: readonly (Block & { readonly of?: never })[] = [
    { kind: 'heading', level: 1, key: 'judged', text: 'IV. ƯU ĐIỂM, TỒN TẠI VÀ NGUYÊN NHÂN' },
    { kind: 'heading', level: 2, key: 'strengths', text: '1. Ưu điểm' },
    own('strengths'),
    { kind: 'heading', level: 2, key: 'shortcomings', text: '2. Tồn tại' },
    own('shortcomings'),
    { kind: 'heading', level: 2, key: 'causes', text: '3. Nguyên nhân' },
    own('causes'),
    { kind: 'heading', level: 1, key: 'next', text: 'V. KIẾN NGHỊ, NHIỆM VỤ TRONG KỲ TỚI' },
    { kind: 'heading', level: 2, key: 'proposals', text: '1. Kiến nghị' },
    own('proposals'),
    { kind: 'heading', level: 2, key: 'tasks', text: '2. Nhiệm vụ trong kỳ tới' },
    own('tasks'),
  ];
  return [...blocks];
}
