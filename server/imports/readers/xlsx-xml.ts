import { SaxesParser } from 'saxes';
import { FileRefused } from '../row.ts';
import { DAMAGED } from './xlsx-parts.ts';

/** So much text without a single tag is no sheet. */
const LONGEST_TEXT = 4 * 1_048_576;

/** What is told of an XML part; names come without their prefix. */
export interface XmlSink {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Tells `sink` of an XML part piece by piece; stops after each piece, so that what was found can be given out and the next piece waits.
 * @throws FileRefused `xlsx.damaged` for what is no XML, `xlsx.doctype` for a document type: Office writes none, attacks do.
 */
export async function* tellXml(bytes: AsyncIterable<Uint8Array>, sink: XmlSink): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  let silent = 0;
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0;
    sink.open?.(local(name), attributes as Record<string, string>);
  });
  parser.on('closetag', ({ name }) => {
    silent = 0;
    sink.close?.(local(name));
  });
  parser.on('text', (text) => sink.text?.(text));
  parser.on('cdata', (text) => sink.text?.(text));
  parser.on('doctype', () => {
    throw new FileRefused(
      'xlsx.doctype',
      'Tệp .xlsx chứa khai báo XML mà Excel không bao giờ ghi, không an toàn để mở. Mở bằng Excel rồi lưu thành tệp mới.',
    );
  });
  const decoder = new TextDecoder();
  try {
    for await (const piece of bytes) {
      silent += piece.length;
      if (silent > LONGEST_TEXT) throw DAMAGED;
      parser.write(decoder.decode(piece, { stream: true }));
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    throw error instanceof FileRefused ? error : DAMAGED;
  }
}

/** The same, to the end of a small part. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, sink: XmlSink): Promise<void> {
  for await (const _ of tellXml(bytes, sink));
}
