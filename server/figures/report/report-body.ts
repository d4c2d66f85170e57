import { formatDateTime } from '#rules/format.ts';
import type { Block, ReportBody } from '#wire/report.ts';
import { localTime } from '../../clock.ts';
import { appendices } from './appendices.ts';
import { gradesSection } from './grades-section.ts';
import { keepMeans } from './index-recipes.ts';
import { indicatorsSection } from './indicators-section.ts';
import { type Ink, newInk } from './ink.ts';
import { limitsSection } from './limits-section.ts';
import { officersSection } from './officers-section.ts';
import { ownBlock, ownSections } from './own-sections.ts';
import { periodName } from './period-name.ts';
import type { ReportSource } from './report-source.ts';
import { satisfactionSection } from './satisfaction-section.ts';
import { scopeSection } from './scope-section.ts';
import { timeSection } from './time-section.ts';
import { trustSection } from './trust-section.ts';

/** Headings of part II are numbered as they come: what an audience may not see leaves no gap. */
function numbered(blocks: readonly Block[]): Block[] {
  let number = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.level !== 2) return block;
    number += 1;
    return { ...block, text: block.text.replace(/^\d+\./, `${number}.`) };
  });
}

/** The frame of any document of a snapshot around its blocks. */
export function bodyOf(
  source: ReportSource,
  kind: ReportBody['kind'],
  title: string,
  blocks: readonly Block[],
  ink: Ink,
): ReportBody {
  const { tenant, tenantName, watermark, period, snapshot, audience, draft, head } = source;
  const moment = formatDateTime(localTime(new Date(snapshot.createdAt)));
  return {
    ...{ kind, title, tenant, tenantName, watermark, period, snapshot, audience, draft },
    head,
    ...ink.figures(),
    blocks: [...blocks],
    footer: `Bản chốt ${snapshot.snapshot}, ${period.ruleset}, ${moment}, nhật ký ${snapshot.auditHead.slice(0, 12)}.`,
  };
}

/** The report of a period as data, in the layout of official reports; every medium renders this and formats no figure of its own. */
export function reportBody(source: ReportSource): ReportBody {
  const ink = newInk();
  for (const unit of source.units) keepMeans(unit, source, ink);
  const open = source.audience === 'public';
  const scope = scopeSection(source, (section) => ownBlock(section, source, ink), ink);
  const results = numbered([
    { kind: 'heading', level: 1, key: 'results', text: 'II. KẾT QUẢ ĐÁNH GIÁ' },
    ...gradesSection(source, ink),
    ...indicatorsSection(source, ink),
    ...satisfactionSection(source, ink),
    ...timeSection(source, ink),
    ...officersSection(source, ink),
    ...limitsSection(source, ink),
  ]);
  const blocks = [
    ...scope.filter(({ kind }) => !(open && kind === 'own')),
    ...results,
    ...trustSection(source, ink),
    ...(open ? [] : ownSections(source, ink)),
    ...appendices(source, ink),
  ];
  const title = `Kết quả đánh giá việc giải quyết thủ tục hành chính theo cơ chế một cửa, một cửa liên thông ${periodName(source.period)}`;
  return bodyOf(source, 'report', title, blocks, ink);
}
