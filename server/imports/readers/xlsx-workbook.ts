import { FileRefused } from '../row.ts';
import { DAMAGED, type Parts } from './xlsx-parts.ts';
import { type NumberMeaning, readStyles } from './xlsx-styles.ts';
import { readTexts } from './xlsx-texts.ts';
import { readXml } from './xlsx-xml.ts';

/** A sheet of a workbook: its name, its part, and whether people see it. */
export interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** What must be known before a sheet can be read. */
export interface Workbook {
  readonly parts: Parts;
  readonly sheets: readonly Sheet[];
  /** Day 1 is 02/01/1904, as old Macs counted. */
  readonly from1904: boolean;
  readonly texts: readonly string[];
  readonly styles: readonly NumberMeaning[];
}

/** Other archives: by a part they hold, what they are and what to do. */
const STRANGERS: readonly (readonly [string, string, string])[] = [
  [
    'xl/workbook.bin',
    'file.xlsb',
    'Tệp là .xlsb. Mở bằng Excel, lưu lại thành .xlsx hoặc «CSV UTF-8», rồi nhập tệp mới.',
  ],
  [
    'word/document.xml',
    'file.document',
    'Tệp là văn bản Word. Chép bảng sang Excel, lưu thành .xlsx, rồi nhập tệp mới.',
  ],
  [
    'content.xml',
    'file.ods',
    'Tệp là .ods. Mở bằng LibreOffice, lưu lại thành .xlsx hoặc «CSV UTF-8», rồi nhập tệp mới.',
  ],
];

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Where a part points to, by id; targets are written from the folder of the part, or from the root. */
async function relationsOf(parts: Parts, folder: string, file: string): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  const path = `${folder}_rels/${file}.rels`;
  if (!parts.has(path)) return relations;
  await readXml(parts.read(path), {
    open(name, { Id = '', Type = '', Target = '' }) {
      const target = Target.startsWith('/') ? Target.slice(1) : folder + Target.replace(/^\.\//, '');
      if (name === 'Relationship') relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return relations;
}

const targetOf = (relations: ReadonlyMap<string, Relation>, type: string): string | undefined =>
  [...relations.values()].find((one) => one.type === type)?.target;

/** @throws FileRefused what is no workbook, and what `Parts` and XML refuse. */
export async function readWorkbook(parts: Parts): Promise<Workbook> {
  const path = targetOf(await relationsOf(parts, '', ''), 'officeDocument') ?? 'xl/workbook.xml';
  for (const [part, code, message] of STRANGERS) if (parts.has(part)) throw new FileRefused(code, message);
  if (!parts.has(path)) throw new FileRefused('file.packed', 'Tệp đang nén. Giải nén rồi nhập tệp bên trong.');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await relationsOf(parts, folder, path.slice(folder.length));
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(parts.read(path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const relation = relations.get(id);
      if (relation?.type === 'worksheet' && parts.has(relation.target))
        sheets.push({
          name: attributes.name ?? '',
          path: relation.target,
          hidden: (attributes.state ?? 'visible') !== 'visible',
        });
    },
  });
  if (sheets.length === 0) throw DAMAGED;
  return {
    parts,
    sheets,
    from1904,
    texts: await readTexts(parts, targetOf(relations, 'sharedStrings') ?? `${folder}sharedStrings.xml`),
    styles: await readStyles(parts, targetOf(relations, 'styles') ?? `${folder}styles.xml`),
  };
}
