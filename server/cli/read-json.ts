import { isTooLarge, type Terminal, WrongCall } from './command.ts';
import { jsonFault } from './json-fault.ts';

/** Read as UTF-8, a text in UTF-16 has two marks it cannot read, or a zero beside each letter. */
const UTF_16 = /^\ufffd\ufffd|^.?\0/s;

/**
 * The value in a JSON file, or in standard input for `-`. `name` says in a fault which file it is.
 * @throws WrongCall saying where the file is no JSON, how to save it, or that it cannot be opened.
 */
export async function readJson(path: string, read: Terminal['read'], name = path): Promise<unknown> {
  let text: string;
  try {
    text = await read(path);
  } catch (error) {
    if (isTooLarge(error)) throw error;
    throw new WrongCall(`${name}: không mở được tệp. Kiểm tra đường dẫn, hoặc dùng «-» để đọc đầu vào chuẩn.`);
  }
  if (UTF_16.test(text)) throw new WrongCall(`${name}: tệp viết bằng UTF-16. Lưu tệp bằng UTF-8 rồi chạy lại.`);
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new WrongCall(`${name}: ${jsonFault(json)}. Sửa chỗ ấy rồi chạy lại.`);
  }
}
