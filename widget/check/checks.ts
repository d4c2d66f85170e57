import { formatDate } from '#rules/format.ts';
import type { InvitationView } from '#wire/invitation.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { ask, refusedOr } from '../ask.ts';
import type { Settings } from '../settings.ts';
import { troubleWith, update } from '../store.ts';
import { bad, type Finding, good, note } from './finding.ts';

/** HTTPS, and whether the page stands in a frame of another site. */
export function checkPage(): Finding[] {
  const framed = window !== window.top;
  return [
    isSecureContext
      ? good('Trang mở qua HTTPS hoặc từ chính máy này.')
      : note('Trang không mở qua HTTPS. Phiếu vẫn chạy, nhưng ai ở giữa cũng đọc được câu trả lời: hãy bật HTTPS.'),
    ...(framed
      ? [note('Trang nằm trong khung (iframe): trình duyệt có thể không cho lưu. Nên nhúng thẳng vào trang.')]
      : []),
  ];
}

/** Whether answers outlive the page. */
export async function checkStorage(): Promise<Finding> {
  await update('drafts', 'widget-check', () => 1);
  const trouble = troubleWith('drafts', 'widget-check');
  await update('drafts', 'widget-check', () => undefined);
  if (!trouble) return good('Trình duyệt lưu được phiếu trên máy; mất mạng cũng không mất câu trả lời.');
  return trouble === 'storage.full'
    ? note('Máy này đã đầy bộ nhớ. Phiếu vẫn gửi được khi trang còn mở; hãy giải phóng bộ nhớ rồi thử lại.')
    : note(
        'Trình duyệt này không cho lưu (cửa sổ ẩn danh hoặc khung). Phiếu vẫn gửi được khi trang còn mở; thử lại ở cửa sổ thường.',
      );
}

/** Whether the server answers across origins. */
export async function checkServer({ server, lang }: Settings): Promise<Finding> {
  const { status } = await ask(`${server}/widget.json`, lang);
  if (status === 200) return good(`Máy chủ ${server} trả lời.`);
  return status === 503
    ? bad('Máy chủ trả lời nhưng chưa có bản dựng của phiếu. Báo người vận hành chạy npm run build.')
    : bad(`Không gọi được máy chủ ${server}. Xem CSP (connect-src), tường lửa, và địa chỉ ở thuộc tính server.`);
}

/** Whether a form about no dossier has somewhere to go: in test mode nothing is sent, so a wrong place would not show. */
async function checkPlace({ server, lang, tenant, unit, survey }: Settings): Promise<Finding> {
  if (!tenant || !unit)
    return bad(
      'Thiếu token, và thiếu tenant hoặc unit: phiếu không biết gửi cho ai. Lấy đoạn mã ở Thiết lập → Mã nhúng.',
    );
  const asked = new URLSearchParams({ lang, tenant, unit });
  const answer = refusedOr<ServedSurvey>(await ask(`${server}/v1/surveys/${survey}?${asked}`, lang));
  return 'code' in answer
    ? bad(`${answer.message ?? 'Không hỏi được máy chủ về đơn vị này.'} (${answer.code})`)
    : note(
        'Không có token: phiếu là góp ý không kèm mã hồ sơ, không tính vào kết quả chính thức. Nên xin token cho từng hồ sơ.',
      );
}

/** What the link opens, against what the page says beside it. */
export async function checkSubject(settings: Settings): Promise<Finding> {
  const { server, lang, token, unit, stage, told } = settings;
  if (!token) return checkPlace(settings);
  const view = refusedOr<InvitationView>(await ask(`${server}/v1/invitations/${token}`, lang));
  if ('code' in view) return bad(`${view.message ?? 'Không hỏi được máy chủ về token.'} (${view.code})`);
  const until = `đến hết ngày ${formatDate(view.expires)}`;
  if (!told)
    return note(`Token dùng được ${until}. Ghi thêm unit="${view.unit}" stage="${view.stage}" để phiếu hiện ngay.`);
  return view.unit === unit && view.stage === stage
    ? good(`Token dùng được ${until}, khớp unit và stage.`)
    : bad(`Token là của unit="${view.unit}" stage="${view.stage}". Sửa hai thuộc tính này cho khớp.`);
}
