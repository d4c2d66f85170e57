import { texts } from './language.ts';
import type { PackRefusal } from './pack-messages.ts';

/** Sentences about packs, said in the background and in the pages. */
export const packSay = texts(
  {
    form: 'Tệp này không phải gói đọc trang đã ký, hoặc quá lớn. Lấy lại tệp từ đầu mối của tỉnh.',
    signature: 'Chữ ký của gói không đúng. Gói không được dùng; cách đọc đang có vẫn giữ. Báo đầu mối của tỉnh.',
    content: 'Gói ký đúng nhưng có mục phần mềm này không đọc được. Cập nhật phần mềm hoặc báo đầu mối của tỉnh.',
    key: 'Gói ký bằng khóa khác với khóa máy này đã ghim. Gói không được dùng. So dấu vân khóa với đầu mối của tỉnh.',
    noKey:
      'Máy này chưa có khóa của tỉnh. Đăng ký máy hoặc nhờ tỉnh đặt khóa bằng chính sách trình duyệt, rồi nhập lại.',
    tenant: 'Gói này của tỉnh khác. Lấy đúng gói của tỉnh đã đăng ký.',
    expired: 'Gói này đã hết hạn và không được dùng. Xin gói mới từ đầu mối của tỉnh.',
    rolledBack: 'Gói này cũ hơn gói máy đang giữ và không được dùng. Báo đầu mối của tỉnh: máy chủ đang phát bản lùi.',
    changed: 'Gói này trùng số với gói đang giữ nhưng khác nội dung và không được dùng. Báo đầu mối của tỉnh.',
    otherSite: 'Gói này dành cho trang khác. Bật đúng trang đó rồi lưu lại.',
    killed: 'Tỉnh đã rút gói này: {reason} Dạy lại trang hoặc xin gói mới.',
  },
  {
    form: 'This file is no signed pack, or it is too large. Get it again from your focal point.',
    signature: 'The signature of the pack is wrong. It is not used; what is there stays. Tell your focal point.',
    content: 'The pack is signed, but this version cannot read all of it. Update, or tell your focal point.',
    key: 'The pack is signed with another key than the one pinned here. It is not used. Compare the fingerprint with your focal point.',
    noKey: 'This browser has no key of the province yet. Enrol it, or have the key set by policy, then import again.',
    tenant: 'This pack belongs to another province. Get the one of the province you are enrolled with.',
    expired: 'This pack has expired and is not used. Ask your focal point for a new one.',
    rolledBack:
      'This pack is older than the one held and is not used. Tell your focal point: the server hands out an old copy.',
    changed: 'This pack has the number of the one held but other content, and is not used. Tell your focal point.',
    otherSite: 'This pack is for another site. Enable that site, then save again.',
    killed: 'The province took this pack back: {reason} Teach the page again or ask for a new pack.',
  },
);

/** Why a file was not taken, and what to do. */
export const refusalSentence = (refusal: PackRefusal): string => packSay(refusal);
