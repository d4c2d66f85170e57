import { XML_HEAD } from '../xml.ts';
import { W } from './namespaces.ts';
import { paragraph } from './runs.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const override = (path: string, type: string) => `<Override PartName="${path}" ContentType="${type}"/>`;

export const CONTENT_TYPES = `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/word/document.xml', `${WORD}.document.main+xml`)}${override('/word/styles.xml', `${WORD}.styles+xml`)}${override('/word/header1.xml', `${WORD}.header+xml`)}${override('/word/header2.xml', `${WORD}.header+xml`)}${override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`;

export const PACKAGE_RELATIONS = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

export const WORD_RELATIONS = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/header" Target="header1.xml"/><Relationship Id="rId3" Type="${OFFICE}/header" Target="header2.xml"/></Relationships>`;

/** The title, and nobody's name: who made the file is in the audit log. */
export const coreXml = (title: string): string =>
  `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`;

const PAGE_NUMBER =
  '<w:p><w:pPr><w:pStyle w:val="PageHead"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';

/** Page number top centre from page 2, and what marks a draft. */
export function headerXml(numbered: boolean, mark: string | null): string {
  const content = `${numbered ? PAGE_NUMBER : ''}${mark === null ? '' : paragraph('Draft', mark)}`;
  return `${XML_HEAD}<w:hdr ${W}>${content || '<w:p/>'}</w:hdr>`;
}
