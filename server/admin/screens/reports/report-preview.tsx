import type { Block, ReportBody } from '#wire/report.ts';
import { Chart } from '../../parts/chart.tsx';
import { OwnText } from './own-text.tsx';
import { ReportTable } from './report-table.tsx';
import { Runs } from './runs.tsx';

interface PreviewProps {
  body: ReportBody;
  onSaved: () => void;
}

/** The place of a heading that the outline moves to. */
export const headingId = (key: string) => `bao-cao-${key}`;

function BlockOf({ block, body, onSaved }: PreviewProps & { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const place = { id: headingId(block.key), tabIndex: -1 };
      if (block.level === 1) return <h3 {...place}>{block.text}</h3>;
      return block.level === 2 ? <h4 {...place}>{block.text}</h4> : <h5 {...place}>{block.text}</h5>;
    }
    case 'paragraph':
      return (
        <p>
          {block.item ? '- ' : ''}
          <Runs of={block.runs} />
        </p>
      );
    case 'table':
      return <ReportTable table={block} footer={body.footer} />;
    case 'chart':
      return <Chart drawing={block.drawing} />;
    case 'fault':
      return <p class="fault">{block.text}</p>;
    case 'own':
      return <OwnText key={`${block.revision}`} period={body.period.period} block={block} onSaved={onSaved} />;
    case 'page':
      return <hr />;
  }
}

/** The report as it will be printed, with room to write where the office writes itself. */
export function ReportPreview({ body, onSaved }: PreviewProps) {
  const { head } = body;
  return (
    <article class="report" lang="vi">
      <div class="report-head">
        <div>
          <p>{head.above}</p>
          <p class="strong ruled">{head.issuer}</p>
        </div>
        <div>
          <p class="strong">Cộng hòa xã hội chủ nghĩa Việt Nam</p>
          <p class="strong ruled plain">Độc lập - Tự do - Hạnh phúc</p>
        </div>
      </div>
      <p class="report-name">
        BÁO CÁO
        <br />
        {body.title}
      </p>
      {body.blocks.map((block, i) => (
        <BlockOf key={`${i}-${block.kind}`} block={block} body={body} onSaved={onSaved} />
      ))}
    </article>
  );
}
