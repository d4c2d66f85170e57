import { texts } from '../language.ts';
import type { Answered } from '../work-messages.ts';
import { askServer, isKeyLost, problemOf } from './server-client.ts';
import { settings } from './settings.ts';
import { currentPerson } from './switch-person.ts';

const say = texts(
  {
    notEnrolled: 'Máy này chưa đăng ký. Nhập mã đăng ký trước.',
    noConsent: 'Anh/Chị chưa đồng ý gửi. Xem trước dữ liệu rồi bấm Đồng ý gửi.',
    nobody: 'Chưa rõ ai đang làm việc. Bấm Đổi người và nhập mã PIN.',
    ended: 'Phiên làm việc đã hết. Bấm Đổi người và nhập lại mã PIN; nội dung đang nhập vẫn còn.',
    offline: 'Không kết nối được máy chủ. Thử lại khi có mạng.',
    unsent: 'Không kết nối được máy chủ. Nội dung đang nhập vẫn còn; thử lại khi có mạng.',
    refused: 'Máy chủ không làm được việc này (mã {status}). Thử lại; nếu vẫn không được, báo quản trị đơn vị.',
  },
  {
    notEnrolled: 'This browser is not enrolled. Enter the enrolment code first.',
    noConsent: 'You have not agreed to sending yet. Look at the preview, then press Agree to send.',
    nobody: 'Nobody is signed in. Press Switch person and enter the PIN.',
    ended: 'Your session ended. Press Switch person and enter the PIN again; what you typed is kept.',
    offline: 'The server cannot be reached. Try again when online.',
    unsent: 'The server cannot be reached. What you typed is kept; try again when online.',
    refused: 'The server could not do this (code {status}). Try again; if it still fails, tell your unit admin.',
  },
);

interface Asked {
  readonly path: string;
  readonly body?: unknown;
  readonly method?: 'DELETE';
  /** The unit's browser asks, whoever sits at it. */
  readonly anybody?: boolean;
  /** The officer wrote something that is not sent now. */
  readonly typed?: boolean;
}

/** A refusal also by its code, for who has to tell them apart. */
export type OfficerAnswer = Answered<unknown> & { readonly code?: string };

/** Asks the server in the name of the officer at this browser; every way it can fail is a sentence. */
export async function askAsOfficer({
  path,
  body,
  method,
  anybody = false,
  typed = false,
}: Asked): Promise<OfficerAnswer> {
  const [server, device, consent, person] = await Promise.all([
    settings.kept('server'),
    settings.kept('device'),
    settings.kept('consent'),
    currentPerson(),
  ]);
  if (!server || !device) return { ok: false, message: say('notEnrolled') };
  // A body names a dossier: not even its code leaves before somebody agreed, nor after he took that back.
  if (body !== undefined && !consent) return { ok: false, message: say('noConsent') };
  if (!person && !anybody) return { ok: false, message: say('nobody') };
  const answer = await askServer({
    server,
    path,
    key: device.key,
    ...(body === undefined ? {} : { body }),
    ...(method ? { method } : {}),
    ...(person && !anybody ? { person: person.token } : {}),
  });
  if (answer.status === null) return { ok: false, message: say(typed ? 'unsent' : 'offline') };
  if (answer.status < 300) return { ok: true, value: answer.body };
  const problem = problemOf(answer.body);
  if (isKeyLost(problem)) await settings.keep('revoked', true);
  if (problem?.code === 'person.expired') {
    await settings.setSession('person', null);
    return { ok: false, message: say('ended'), code: problem.code };
  }
  if (!problem) return { ok: false, message: say('refused', { status: answer.status }) };
  return { ok: false, message: problem.message, code: problem.code };
}
