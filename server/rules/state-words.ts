import type { DossierState } from './dossier.ts';

/** Status words of public back offices. */
const STATES: readonly (readonly [DossierState, readonly string[]])[] = [
  ['new', ['mới đăng ký', 'mới tiếp nhận', 'chờ tiếp nhận', 'chờ tiếp nhận trực tuyến', 'đang gửi']],
  ['received', ['được tiếp nhận', 'đã tiếp nhận', 'đã nhận']],
  [
    'processing',
    [
      'đang xử lý',
      'đang xử lý liên thông',
      'đã chuyển xử lý',
      'chờ xử lý',
      'chờ phê duyệt',
      'chờ trình lãnh đạo bộ',
      'chờ họp thẩm định',
      'thụ lý hồ sơ',
      'đã bổ sung',
      'đã hoàn thành bổ sung',
      'chờ xử lý bổ sung',
      'đã thanh toán',
    ],
  ],
  [
    'waitingSupplement',
    [
      'chờ bổ sung',
      'chờ bổ sung giấy tờ',
      'chờ bổ sung hồ sơ',
      'yêu cầu bổ sung giấy tờ',
      'yêu cầu bổ sung',
      'đang chờ bổ sung',
      'chờ bổ sung xử lý',
      'đang bổ sung điều kiện',
      'tạm dừng xử lý',
    ],
  ],
  [
    'waitingPayment',
    [
      'chờ thanh toán',
      'chờ xác nhận thanh toán',
      'yêu cầu thanh toán',
      'chờ nộp phí',
      'chờ nộp lệ phí',
      'chờ nộp phí, lệ phí',
      'yêu cầu thực hiện nghĩa vụ tài chính',
      'chờ thực hiện nghĩa vụ tài chính',
    ],
  ],
  [
    'ready',
    [
      'đã xử lý',
      'đã xử lý xong',
      'chờ trả kết quả',
      'chờ trả',
      'chờ trả trực tuyến',
      'chờ trả trực tiếp',
      'chờ trả bcci',
    ],
  ],
  ['returned', ['đã trả kết quả', 'đã trả']],
  ['refused', ['không được tiếp nhận', 'từ chối tiếp nhận', 'từ chối xử lý']],
  ['stopped', ['dừng xử lý']],
  ['withdrawn', ['công dân yêu cầu rút hồ sơ', 'xin rút', 'rút hồ sơ']],
];

const STATE_OF = new Map(STATES.flatMap(([state, words]) => words.map((word) => [word, state] as const)));
/** "Chờ trả kết quả (BCCI)", "Đang xử lý - Phòng Tư pháp": what follows a separator is an addition, not another status. */
const ADDITION = /\s*[(,:;–-].*$/u;

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** The words of a status text the state is read from: «Đang xử lý - Phòng Tư pháp» without its addition, which may name a person. */
export function knownWords(text: string): string {
  return STATE_OF.has(plain(text)) ? text : text.normalize('NFC').trim().replace(ADDITION, '');
}

/**
 * State a status text stands for; `null` for words nobody has read before: they are unknown, not "in process". So are two states in
 * one text («Đang xử lý - Chờ bổ sung»).
 */
export function stateOf(text: string): DossierState | null {
  const words = plain(text);
  const whole = STATE_OF.get(words);
  if (whole) return whole;
  const first = words.replace(ADDITION, '');
  const state = STATE_OF.get(first) ?? null;
  const other = STATE_OF.get(words.slice(first.length).replace(/^[\s(,:;–-]+|[\s).]+$/gu, ''));
  return other && other !== state ? null : state;
}

/** A list without a status column still says by its remaining time that a dossier is in process or at rest. */
export function stateOfRemaining(text: string): DossierState | null {
  const words = plain(text);
  if (/^(?:thời gian )?còn(?: lại:?)? \d|^(?:đã )?quá(?: hạn)? \d/.test(words) || words === 'hôm nay')
    return 'processing';
  return words === 'tạm dừng xử lý' || words.startsWith('yêu cầu bổ sung quá hạn') ? 'waitingSupplement' : null;
}
