import * as z from 'zod';
import { labelKey } from '#rules/labels.ts';
import { openFile } from '../imports/open-file.ts';
import { type Cell, FileRefused, isFault } from '../imports/row.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { check } from './read-json.ts';
import { readBytes } from './read-text.ts';
import type { Route } from './route.ts';

const query = z.object({ name: z.string().max(200).optional() });
const LIMIT = 4_194_304;
/** More lines than a report has. */
const MOST = 2000;

/** Headings of a sheet of figures, in the order the lines have them. */
const HEADINGS = ['Nhóm', 'Nội dung', 'Số', 'Tỷ lệ', 'Ghi kèm', 'Tổng', 'Đếm gì', 'Cộng đủ'] as const;
const KEYS = HEADINGS.map(labelKey);

/** As a sheet shows it; a tab or a line break in a cell would be read as another cell. */
function shown(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell.replace(/\s+/g, ' ').trim();
  return typeof cell === 'object' && 'number' in cell ? `${cell.number}`.replace('.', ',') : '';
}

const refused = (message: string) => new Refusal(422, 'table.file', message, { issues: [{ path: '(tệp)', message }] });

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** @throws Refusal 422 `table.file` for what cannot be read, or has none of the headings. */
async function linesIn(bytes: Uint8Array, name: string | null): Promise<string> {
  const lines: string[] = [];
  try {
    const { columns, rows } = await openFile(once(bytes), name, { known: new Set(KEYS) });
    const keys = new Set(columns.map(({ key }) => key));
    if (!KEYS.slice(0, 2).every((key) => keys.has(key)))
      throw refused(`Tệp cần dòng tiêu đề có các cột: ${HEADINGS.join(', ')}. Sửa tệp rồi chọn lại.`);
    for await (const row of rows) {
      if (isFault(row)) throw refused(row.message);
      if (lines.length >= MOST) throw refused(`Tệp có hơn ${MOST} dòng. Chia báo cáo thành nhiều phần.`);
      lines.push(
        KEYS.map((key) => shown(row.cells[key]))
          .join('\t')
          .replace(/\t+$/, ''),
      );
    }
  } catch (error) {
    if (error instanceof FileRefused) throw refused(error.message);
    throw error;
  }
  return lines.join('\n');
}

export const publishedLineRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/published-tables/lines',
    who: ['province-admin'],
    scope: 'own',
    rate: 'costly',
    summary:
      'Figures of an earlier report in a CSV or XLSX file (the body), as lines to be looked at; nothing is stored.',
    query,
    accepts: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    answer: z.object({ lines: z.string() }),
    async handle(c, _services, principal) {
      requireUser(principal);
      const { name } = check(query, c.req.query());
      const lines = await linesIn(await readBytes(c, LIMIT), name ?? null);
      return c.json({ lines }, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
