import { labelKey, meaningOf } from '../labels.ts';
import { hidePersonalData } from '../personal-data.ts';

/** Headers of what a person is, as `labelKey` writes them; whole words. */
const PERSONAL =
  /(?:^|[^a-z])(?:chu (?:ho so|ho|dau tu)|ho (?:va )?ten|ten (?:chu|nguoi|cong dan|khach|ca nhan|to chuc|doanh nghiep)|nguoi (?:nop|yeu cau|dung don|dai dien|lien he|dan|uy quyen|duoc)|^cong dan|cccd|cmnd|cmt|can cuoc|ho chieu|dinh danh|sdt|so dt|dien thoai|di dong|e-?mail|thu dien tu|dia chi|thuong tru|tam tru|noi o|ngay sinh|nam sinh|gioi tinh|ma so thue|mst|so tai khoan)(?:$|[^a-z])/;

/** Family names with which nearly all Vietnamese names begin, with their marks: «Đăng Ký» is no «Đặng». */
export const FAMILY =
  'nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đoàn|lâm|trịnh|mai|đào|cao|lương|lưu|hà|tạ|triệu|tô|chu|thái|kiều|vương|quách|tăng|la|nông|bế|sầm|giàng|thân|ninh|khúc|âu|lù|thạch|kim|danh|châu|đàm|tống|phùng|trương|mã|từ|văn|hứa|vi|lò|quàng|tòng|cầm|thào|vàng|sùng|vừ|y|h|ksor|rơ|siu|nay|rmah';
/** What follows is a file or its keeping: «Hồ Sơ Mới», «Lưu Trữ». */
const PEOPLE = new RegExp(
  `^(?:(?:ông|bà|anh|chị)[.:]? )?(?:${FAMILY}) (?!sơ|trữ|hồ|tịch)\\p{L}+(?: \\p{L}+){0,4}$`,
  'u',
);

const CAPITALS = /^\p{Lu}\p{L}*(?:[ .:]+\p{Lu}\p{L}*){1,5}$/u;

const isName = (text: string): boolean => CAPITALS.test(text) && PEOPLE.test(text.toLowerCase());
/** A whole name that cannot be a header: «Mã HS» and «Lý Do» begin with family names too. */
const NAME_ONLY =
  /^(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|ngô|dương|đinh|trịnh|trương|phùng) \p{L}+(?: \p{L}+){1,4}$/u;
/** What no header holds: a number as long as a telephone's, an e-mail address. */
const NO_LABEL = /\d{6}|\d(?:[ .]?\d){8}|@/;

function isWholeName(label: string): boolean {
  const plain = label.normalize('NFC').trim();
  return CAPITALS.test(plain) && NAME_ONLY.test(plain.toLowerCase());
}

/** A header or a label of personal data: `Chủ hồ sơ`, `Số CCCD`, `SĐT`; or a text that is a person's own and no label. */
export function isPersonalLabel(label: string): boolean {
  const meaning = meaningOf(label);
  if (meaning !== null) return meaning === 'applicant' || meaning === 'handler';
  return PERSONAL.test(labelKey(label)) || NO_LABEL.test(label) || isWholeName(label);
}

/** Whether a cell seems to hold a name, a phone number, an identity number, an e-mail or an address. Errs to the side of yes. */
export function looksPersonal(text: string): boolean {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!plain) return false;
  if (isName(plain)) return true;
  return hidePersonalData(plain, () => '').hidden > 0;
}

/** A column is personal by its header, or when a quarter of its filled cells look so. */
export function isPersonalColumn(label: string, cells: readonly string[]): boolean {
  if (isPersonalLabel(label)) return true;
  const filled = cells.filter((cell) => cell.trim());
  return filled.length > 0 && filled.filter(looksPersonal).length * 4 >= filled.length;
}
