import { texts } from '../language.ts';

export const say = texts(
  {
    asking: 'Đang hỏi máy chủ hồ sơ này đã được chấm ở nơi khác chưa…',
    unknown: 'Chưa rõ hồ sơ này đã được chấm ở nơi khác chưa. {why}',
    closed:
      'Kỳ đánh giá của hồ sơ này đã chốt nên máy chủ không nhận phiếu tự chấm nữa. Nếu thấy điểm sai, nêu ý kiến bên dưới.',
    other:
      '{who} đã chấm hồ sơ này lúc {at}. Máy chủ không nhận phiếu gửi sau. Nếu thấy điểm đó sai, báo {who} hoặc quản trị đơn vị.',
    own: 'Máy chủ đang giữ điểm Anh/Chị chấm lúc {at}, không phải từ phiếu trên máy này. Giữ điểm đó, hoặc chấm lại để thay.',
    typed: 'Chữ Anh/Chị đã gõ cho hồ sơ này vẫn còn trên máy này, chưa gửi.',
    caption: 'Điểm trên máy chủ bên cạnh điểm của máy này',
    indicator: 'CS',
    content: 'Nội dung',
    system: 'Hệ thống',
    server: 'Trên máy chủ',
    here: 'Trên máy này',
    empty: '— (trống)',
    keep: 'Giữ điểm trên máy chủ',
    again: 'Chấm lại',
  },
  {
    asking: 'Asking the server whether this dossier was scored elsewhere…',
    unknown: 'It is not known whether this dossier was scored elsewhere. {why}',
    closed:
      'The period of this dossier is closed, so the server takes no more self-scores of it. If a score is wrong, object to it below.',
    other:
      '{who} scored this dossier at {at}. The server takes no later one. If that score is wrong, tell {who} or your unit admin.',
    own: 'The server holds a score you made at {at}, not the one of this computer. Keep it, or score again to replace it.',
    typed: 'What you typed for this dossier is still on this computer and was not sent.',
    caption: 'The server’s score beside that of this computer',
    indicator: 'No.',
    content: 'Indicator',
    system: 'System',
    server: 'Server',
    here: 'Here',
    empty: '— (empty)',
    keep: 'Keep the server’s score',
    again: 'Score again',
  },
);
