import { texts } from '../language.ts';
import { type OverrideFault, sayPoints } from '../score-values.ts';

export const say = texts(
  {
    name: 'Tự chấm hồ sơ đã xong, điền sẵn từ dữ liệu',
    caption: 'Điểm hệ thống tính từ dữ liệu; điểm tự chấm do Anh/Chị xác nhận.',
    decided: '{title}, áp dụng theo {decision}.',
    undecided:
      'Từ {day} cách chấm này chỉ dùng khi tỉnh có quyết định ({cite}); máy chưa nhận được quyết định nào. Hỏi quản trị đơn vị trước khi chấm.',
    indicator: 'CS',
    content: 'Nội dung',
    system: 'Hệ thống',
    self: 'Tự chấm',
    empty: '— (trống)',
    emptyWord: 'trống',
    i1: 'Tổng thời gian',
    i2: 'Từng đơn vị',
    i3: 'Số lần liên hệ',
    i4: 'Số cơ quan',
    i6: 'Công khai',
    i7: 'Thái độ',
    why: 'Vì sao',
    cite: 'Căn cứ: {cite}',
    field: 'Tự chấm chỉ số {i}: {name}',
    changed: '✎ Chỉ số {i}: {a} → {b}',
    note: 'Lý do sửa chỉ số {i} (bắt buộc, ít nhất 10 ký tự)',
    evidence: 'Minh chứng chỉ số {i} (bắt buộc: số văn bản, nhật ký)',
    noPersonal: 'Không ghi tên, số điện thoại, số căn cước của người dân.',
    stays: 'Điểm hệ thống vẫn giữ bên cạnh.',
    confirm: 'Xác nhận tự chấm',
    saving: 'Đang ghi…',
    lacksNote: 'Anh/Chị sửa chỉ số {i} từ {a} thành {b}. Ghi lý do ít nhất 10 ký tự.',
    lacksEvidence:
      'Anh/Chị sửa chỉ số {i} từ {a} thành {b}. Ghi minh chứng: số văn bản hoặc nhật ký để người khác kiểm tra được.',
    noEnd: 'Chưa biết ngày có kết quả. Mở chi tiết hồ sơ để đọc ngày này.',
    early: 'Hồ sơ chưa trả kết quả nên chưa tự chấm được.',
    queued: 'Đã lưu trên máy này, đang chờ gửi.',
    sent: 'Máy chủ đã nhận.',
    withdrawing: 'Đã hoàn tác trên máy này, đang chờ máy chủ rút phiếu.',
    refused: 'Máy chủ không nhận phiếu tự chấm này.',
    conflict: 'Điểm của cán bộ kia đang đứng. Liên hệ quản trị đơn vị nếu điểm đó chưa đúng.',
    by: 'Người chấm: {who}.',
    again: 'Chấm lại',
    done: 'Đã ghi tự chấm lúc {time}. Hệ thống {shown}, tự chấm {own}, chênh {difference}.',
    compared: 'Điểm so trên các chỉ số cả hai bên đều có.',
  },
  {
    name: 'Self-score of finished dossiers, prefilled from data',
    caption: 'The system score comes from records; the self-score is what you confirm.',
    decided: '{title}, áp dụng theo {decision}.',
    undecided:
      'Since {day} these points are used only where the province decided so ({cite}); no decision has reached this computer. Ask your unit admin before you score.',
    indicator: 'No.',
    content: 'Indicator',
    system: 'System',
    self: 'Self',
    empty: '— (empty)',
    emptyWord: 'empty',
    i1: 'Total time',
    i2: 'Each unit',
    i3: 'Contacts',
    i4: 'Agencies',
    i6: 'Disclosure',
    i7: 'Attitude',
    why: 'Why',
    cite: 'Basis: {cite}',
    field: 'Self-score of indicator {i}: {name}',
    changed: '✎ Indicator {i}: {a} → {b}',
    note: 'Reason for changing indicator {i} (required, at least 10 characters)',
    evidence: 'Evidence for indicator {i} (required: document number, log entry)',
    noPersonal: 'Write no name, phone number or ID number of a citizen.',
    stays: 'The system score stays beside it.',
    confirm: 'Confirm self-score',
    saving: 'Saving…',
    lacksNote: 'You changed indicator {i} from {a} to {b}. Give a reason of at least 10 characters.',
    lacksEvidence:
      'You changed indicator {i} from {a} to {b}. Give evidence: a document number or log entry others can check.',
    noEnd: 'The day of the result is not known. Open the dossier’s details to read it.',
    early: 'The dossier has no result yet, so it cannot be scored.',
    queued: 'Saved on this computer, waiting to be sent.',
    sent: 'The server has it.',
    withdrawing: 'Undone on this computer, waiting for the server to take it back.',
    refused: 'The server did not take this self-score.',
    conflict: 'The other officer’s score stands. Ask your unit admin if it is not right.',
    by: 'Scored by: {who}.',
    again: 'Score again',
    done: 'Self-score recorded at {time}. System {shown}, self {own}, difference {difference}.',
    compared: 'Compared over the indicators both sides have.',
  },
);

const NAMES = { 1: 'i1', 2: 'i2', 3: 'i3', 4: 'i4', 6: 'i6', 7: 'i7' } as const;

/** What an indicator is of, in few words. */
export function indicatorName(indicator: number): string {
  const key = NAMES[indicator as keyof typeof NAMES];
  return key ? say(key) : '';
}

/** What a changed value still lacks, as a sentence. */
export function faultSentence({ indicator, lacks, shown, points }: OverrideFault): string {
  const values = { i: indicator, a: sayPoints(shown, say('emptyWord')), b: sayPoints(points, say('emptyWord')) };
  return say(lacks === 'note' ? 'lacksNote' : 'lacksEvidence', values);
}
