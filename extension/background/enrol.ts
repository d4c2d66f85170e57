import type { Device } from '#wire/access.ts';
import { texts } from '../language.ts';
import type { Reply } from '../messages.ts';
import { readSettings } from '../office-rules.ts';
import { serverOrigin } from '../server-origin.ts';
import { type Database, writing } from './database.ts';
import { readPolicy } from './preferences.ts';
import { refreshPacks } from './province-packs.ts';
import { releaseQueue } from './queue.ts';
import { askServer, isKeyLost, problemOf } from './server-client.ts';
import { settings } from './settings.ts';

const say = texts(
  {
    https: 'Địa chỉ máy chủ phải bắt đầu bằng https://. Kiểm tra lại địa chỉ quản trị đã gửi.',
    unreachable: 'Không kết nối được {server}. Kiểm tra mạng và địa chỉ rồi thử lại.',
    refused: 'Máy chủ không nhận mã đăng ký (mã {status}). Xin mã mới từ quản trị đơn vị.',
    stranger: '{server} không phải là máy chủ Đánh giá DVC. Kiểm tra lại địa chỉ.',
  },
  {
    https: 'The server address must begin with https://. Check the one your admin sent.',
    unreachable: '{server} cannot be reached. Check the network and the address, then try again.',
    refused: 'The server did not take the code (code {status}). Ask your unit admin for a new one.',
    stranger: '{server} is not a server of Đánh giá DVC. Check the address.',
  },
);

const failed = (message: string): Reply => ({ ok: false, message });

function isDevice(body: unknown): body is Device {
  if (typeof body !== 'object' || body === null) return false;
  const { key, device, tenant, unit, unitName, officers } = body as Record<string, unknown>;
  return [key, device, tenant, unit, unitName].every((each) => typeof each === 'string') && Array.isArray(officers);
}

/** Fetches the unit's officers and settings anew; a revoked key is remembered. */
export async function refreshDevice(): Promise<void> {
  const [server, device] = await Promise.all([settings.kept('server'), settings.kept('device')]);
  if (!server || !device) return;
  const answer = await askServer({ server, path: '/v1/devices/self', key: device.key });
  if (answer.status === 401) {
    if (isKeyLost(problemOf(answer.body))) await settings.keep('revoked', true);
    return;
  }
  const fresh = { ...(answer.body as object | null), key: device.key };
  if (answer.status !== 200 || !isDevice(fresh)) return;
  const { key, tenant, unit, unitName, officers } = fresh;
  await settings.keep('device', { key, device: fresh.device, tenant, unit, unitName, officers });
  await settings.keep('settings', readSettings(answer.body));
  await settings.keep('revoked', null);
}

/**
 * What was read, confirmed and agreed to for one province is of no concern to another: nothing of it goes there. Another address of the
 * same province is agreed to anew; what waits for it is still sent.
 */
async function partWithFormer(db: Database, server: string, tenant: string): Promise<void> {
  const former = await settings.kept('enrolledWith');
  if (former && (former.server !== server || former.tenant !== tenant)) await settings.keep('consent', null);
  if (former && former.tenant !== tenant) {
    const tx = writing(db);
    for (const store of ['dossiers', 'queue', 'scores'] as const) await tx.objectStore(store).clear();
    await tx.done;
  }
  await settings.keep('enrolledWith', { server, tenant });
}

/** Trades the one-time code for the key of this browser; what a former key of the province could not send is due again. */
export async function enrol(db: Database, address: string, code: string, label: string): Promise<Reply> {
  const server = serverOrigin((await readPolicy()).configuration.server ?? address);
  if (!server) return failed(say('https'));
  const answer = await askServer({ server, path: '/v1/devices', body: { code: code.trim(), label: label.trim() } });
  if (answer.status === null) return failed(say('unreachable', { server }));
  if (answer.status !== 201 && answer.status !== 200)
    return failed(problemOf(answer.body)?.message ?? say('refused', { status: answer.status }));
  if (!isDevice(answer.body)) return failed(say('stranger', { server }));
  await partWithFormer(db, server, answer.body.tenant);
  await settings.keep('server', server);
  await settings.keep('device', answer.body);
  await settings.keep('revoked', null);
  await settings.setSession('person', null);
  await releaseQueue(db);
  await refreshDevice();
  await refreshPacks();
  return { ok: true };
}
