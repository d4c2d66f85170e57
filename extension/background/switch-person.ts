import type { Person } from '#wire/access.ts';
import { texts } from '../language.ts';
import type { Reply } from '../messages.ts';
import type { Database } from './database.ts';
import { renewPerson } from './queue.ts';
import { askServer, isKeyLost, problemOf } from './server-client.ts';
import { settings } from './settings.ts';

const say = texts(
  {
    notEnrolled: 'Máy này chưa đăng ký. Nhập mã đăng ký trước.',
    unreachable: 'Không kết nối được máy chủ nên chưa kiểm tra được mã PIN. Thử lại khi có mạng.',
    refused: 'Máy chủ không nhận mã PIN (mã {status}). Báo quản trị đơn vị.',
  },
  {
    notEnrolled: 'This browser is not enrolled. Enter an enrolment code first.',
    unreachable: 'The server cannot be reached, so the PIN could not be checked. Try again when there is a network.',
    refused: 'The server did not take the PIN (code {status}). Tell your unit admin.',
  },
);

/** The officer at this browser, or `null` when nobody gave a PIN or the session ran out. */
export async function currentPerson(): Promise<Person | null> {
  const person = await settings.session('person');
  return person && Date.parse(person.expires) > Date.now() ? person : null;
}

function isPerson(body: unknown): body is Person {
  if (typeof body !== 'object' || body === null) return false;
  const { token, officer, label, expires } = body as Record<string, unknown>;
  return [token, officer, label, expires].every((each) => typeof each === 'string');
}

/** What an officer handed to a tablet, wanted printed or was asked is not the next one's. */
async function clearDesk(): Promise<void> {
  for (const key of ['handedOver', 'slip', 'secondLook', 'drafts'] as const) await settings.setSession(key, null);
}

/** The officer leaves the computer to nobody; what he confirmed stays his. */
export async function leave(): Promise<void> {
  await settings.setSession('person', null);
  await settings.setSession('left', true);
  await clearDesk();
}

/** Another officer takes over by PIN. What the former confirmed keeps the former's name. */
export async function switchPerson(db: Database, officer: string, pin: string): Promise<Reply> {
  const [server, device] = await Promise.all([settings.kept('server'), settings.kept('device')]);
  if (!server || !device) return { ok: false, message: say('notEnrolled') };
  const answer = await askServer({ server, path: '/v1/devices/person', key: device.key, body: { officer, pin } });
  const problem = problemOf(answer.body);
  if (isKeyLost(problem)) await settings.keep('revoked', true);
  if (answer.status === null) return { ok: false, message: say('unreachable') };
  if (!isPerson(answer.body))
    return { ok: false, message: problem?.message ?? say('refused', { status: answer.status }) };
  const before = await settings.session('person');
  if (before?.officer !== answer.body.officer) await clearDesk();
  await settings.setSession('left', null);
  await settings.setSession('person', answer.body);
  await renewPerson(db, answer.body);
  return { ok: true };
}
