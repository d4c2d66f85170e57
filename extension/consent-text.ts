import type { LocalTime } from '#rules/law.ts';
import { texts } from './language.ts';

/**
 * Which text `saySent` is. Raise it whenever more leaves this browser than the text before said; who agreed to an older one is asked again.
 * 1: dossiers with states and dates, and what officers do. 2: the steps of a dossier too. 3: answers to what a close asks,
 * and how long scores were seen before they were confirmed.
 */
export const CONSENT_VERSION = 3;

/** The first version that names the steps of a dossier: none of them leaves before it was agreed to. */
export const STEPS_NAMED_IN = 2;

/** The first that names how long scores were seen. */
export const LOOKED_NAMED_IN = 3;

/** What leaves this browser, and what is new in it for who agreed before. */
export const saySent = texts(
  {
    what: 'mã hồ sơ, mã đơn vị, mã thủ tục, trạng thái, các ngày, các bước. Khi Anh/Chị làm các việc đó thì gửi thêm: điểm tự chấm kèm lý do, minh chứng, thời gian mở danh sách trước khi bấm; ý kiến về điểm; giải trình về dấu hiệu cần xem lại; số phiếu và số giây của đợt xác nhận rất nhanh; lúc gửi văn bản xin lỗi, ngày hẹn mới, loại lý do; mã cán bộ đã nhập PIN.',
    added:
      'Mới so với lần Anh/Chị đồng ý trước: các bước của hồ sơ (tên bước đã che dữ liệu cá nhân, thời hạn, lúc bắt đầu, lúc xong; không ai làm); thời gian mở danh sách trước khi bấm xác nhận; giải trình Anh/Chị gửi. Chưa đồng ý lại thì các bước và thời gian đó không được gửi; dữ liệu đã đồng ý vẫn gửi.',
  },
  {
    what: 'dossier code, unit code, procedure code, state, dates, steps. When you do these things, also: self-scores with reason, evidence and how long the list stood open before the click; objections to a score; answers to flags; number and seconds of a batch confirmed very fast; when a letter of apology was sent, the new date, the kind of reason; the code of the officer whose PIN was given.',
    added:
      'New since you last agreed: the steps of a dossier (name with personal data masked, time allowed, start, end; not who did it); how long the list stood open before you confirmed; answers to flags that you send. Until you agree again no step and no such time is sent; what you agreed to still is.',
  },
);

/** What is kept of an agreement. */
export interface Consent {
  readonly version: number;
  readonly at: LocalTime;
}

/** @returns the version of the text agreed to, 0 = none. @param kept a bare time was kept while version 1 was the only one. */
export function agreedVersion(kept: Consent | LocalTime | null): number {
  return kept === null ? 0 : typeof kept === 'string' ? 1 : kept.version;
}
