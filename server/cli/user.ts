import { role } from '#wire/access.ts';
import { userRequest } from '#wire/user.ts';
import { vietnameseError } from '#wire/vietnamese-error.ts';
import { nameHash } from '../count-sign-in.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { hashPassword } from '../store/password.ts';
import type { PeopleKeys } from '../store/people-keys.ts';
import { endStep } from '../store/second-steps.ts';
import { randomCrockford } from '../store/secret.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { forgiveTries } from '../store/sign-in-tries.ts';
import { unbindLogin } from '../store/sso.ts';
import { unitOrNull } from '../store/units.ts';
import { deactivateUser, insertUser, setPassword, userOrNull, usersOf } from '../store/users.ts';
import { type Command, readArgs, type Terminal, WrongCall } from './command.ts';
import { issueLines } from './issue-lines.ts';
import { TENANT_DETAIL, withDatabase } from './with-database.ts';

const USAGE =
  'list | add LOGIN --role VAI_TRÒ [--unit MÃ] | password LOGIN | second-step LOGIN | unlock LOGIN | sso-unbind LOGIN | deactivate LOGIN  [--tenant MÃ]';

interface Options {
  readonly role?: string | undefined;
  readonly unit?: string | undefined;
}
interface Place {
  readonly db: Db;
  readonly tenant: string;
  readonly peopleKeys: PeopleKeys;
}
type Action = (place: Place, login: string, options: Options, terminal: Terminal) => Promise<void>;

/** 100 random bits in groups; shown once, to be handed over and kept by its owner. */
function newPassword(): string {
  return Array.from({ length: 4 }, () => randomCrockford(5)).join('-');
}

async function mustExist(db: Db, tenant: string, login: string): Promise<void> {
  if (!(await userOrNull(db, tenant, login)))
    throw new WrongCall(`Không có tài khoản «${login}». Xem danh sách bằng «user list».`);
}

const list: Action = async ({ db, tenant }, _login, _options, terminal) => {
  for (const { login, role, unit, active } of await usersOf(db, tenant))
    terminal.out(`${login}\t${role}\t${unit ?? 'toàn tỉnh'}\t${active ? 'đang dùng' : 'đã ngừng'}\n`);
};

const add: Action = async ({ db, tenant }, login, { role, unit }, terminal) => {
  const password = newPassword();
  const account = { login, role, unit: unit ?? null };
  const parsed = userRequest.safeParse({ ...account, password }, { error: vietnameseError });
  if (!parsed.success) throw new WrongCall(issueLines(parsed.error.issues, account).join('\n'));
  if (await userOrNull(db, tenant, login)) throw new WrongCall(`Đã có tài khoản «${login}». Chọn tên khác.`);
  if (unit !== undefined && !(await unitOrNull(db, tenant, unit)))
    throw new WrongCall(`Không có đơn vị «${unit}». Kiểm tra lại mã đơn vị.`);
  const at = new Date();
  await withAudit(
    db,
    tenant,
    at,
    { actor: 'operator', action: 'user.create', subject: login, detail: { role, unit: unit ?? null } },
    [insertUser(tenant, parsed.data, await hashPassword(password), at)],
  );
  terminal.out(`Đã tạo «${login}». Mật khẩu (chỉ hiện lần này): ${password}\n`);
};

const password: Action = async ({ db, tenant }, login, _options, terminal) => {
  await mustExist(db, tenant, login);
  const fresh = newPassword();
  await withAudit(db, tenant, new Date(), { actor: 'operator', action: 'user.password', subject: login }, [
    setPassword(tenant, login, await hashPassword(fresh)),
    deleteSessionsOf(tenant, login),
  ]);
  terminal.out(`Mật khẩu mới của «${login}» (chỉ hiện lần này): ${fresh}\n`);
};

const deactivate: Action = async ({ db, tenant }, login, _options, terminal) => {
  await mustExist(db, tenant, login);
  await withAudit(db, tenant, new Date(), { actor: 'operator', action: 'user.deactivate', subject: login }, [
    deactivateUser(tenant, login),
    unbindLogin(tenant, login),
    deleteSessionsOf(tenant, login),
  ]);
  terminal.out(`Đã ngừng «${login}» và đăng xuất ở mọi nơi.\n`);
};

const secondStep: Action = async ({ db, tenant }, login, _options, terminal) => {
  await mustExist(db, tenant, login);
  await withAudit(db, tenant, new Date(), { actor: 'operator', action: 'second.reset', subject: login }, [
    ...endStep(tenant, login),
    deleteSessionsOf(tenant, login),
  ]);
  terminal.out(`Đã bỏ mã hai bước của «${login}» và đăng xuất ở mọi nơi. Mật khẩu giữ nguyên.\n`);
};

const unlock: Action = async ({ db, tenant, peopleKeys }, login, _options, terminal) => {
  await mustExist(db, tenant, login);
  await withAudit(db, tenant, new Date(), { actor: 'operator', action: 'user.unlock', subject: login }, [
    forgiveTries(tenant, nameHash(peopleKeys, tenant, login)),
  ]);
  terminal.out(`«${login}» đăng nhập lại được ngay.\n`);
};

const ssoUnbind: Action = async ({ db, tenant }, login, _options, terminal) => {
  await mustExist(db, tenant, login);
  await withAudit(db, tenant, new Date(), { actor: 'operator', action: 'sso.unbind', subject: login }, [
    unbindLogin(tenant, login),
    deleteSessionsOf(tenant, login),
  ]);
  terminal.out(
    `Đã gỡ đăng nhập một lần khỏi «${login}» và đăng xuất ở mọi nơi. Người đến lần sau với tên này sẽ được gắn.\n`,
  );
};

const ACTIONS: Readonly<Record<string, Action>> = {
  ...{ list, add, password, deactivate, unlock },
  'second-step': secondStep,
  'sso-unbind': ssoUnbind,
};

const OPTIONS = { tenant: { type: 'string' }, role: { type: 'string' }, unit: { type: 'string' } } as const;

/** Accounts from the shell: for an operator who cannot sign in, above all when a password is lost. */
export const user: Command = {
  name: 'user',
  usage: USAGE,
  summary: 'Tài khoản quản trị: xem, tạo, đặt lại mật khẩu, ngừng dùng.',
  details: [
    ['list', 'In mỗi tài khoản một dòng: tên đăng nhập, vai trò, đơn vị, đang dùng hay đã ngừng.'],
    ['add LOGIN', 'Tạo tài khoản; mật khẩu do máy đặt, chỉ in một lần. Cần --role.'],
    ['password LOGIN', 'Đặt mật khẩu mới, chỉ in một lần; mọi nơi đang đăng nhập bị đăng xuất.'],
    ['second-step LOGIN', 'Bỏ mã hai bước của người mất điện thoại và mã dự phòng; đăng xuất ở mọi nơi.'],
    ['unlock LOGIN', 'Mở lại ngay tài khoản đang phải đợi vì nhập sai nhiều lần.'],
    [
      'sso-unbind LOGIN',
      'Gỡ người đang được gắn ở hệ thống đăng nhập một lần; đăng xuất ở mọi nơi, người đến lần sau với tên này được gắn.',
    ],
    ['deactivate LOGIN', 'Ngừng dùng tài khoản, gỡ đăng nhập một lần và đăng xuất ở mọi nơi; nhật ký vẫn còn.'],
    ['LOGIN', 'Tên đăng nhập.'],
    ['--role VAI_TRÒ', `Một trong: ${role.options.join(', ')}; chỉ dùng với add.`],
    ['--unit MÃ', 'Đơn vị của tài khoản, chỉ dùng với add; cần cho unit-admin, không dùng cho province-admin.'],
    TENANT_DETAIL,
  ],
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, `user ${USAGE}`, { options: OPTIONS, allowPositionals: true });
    const [verb = '', login, ...more] = positionals;
    const action = Object.hasOwn(ACTIONS, verb) ? ACTIONS[verb] : undefined;
    if (!action || more.length > 0 || (login === undefined) !== (verb === 'list'))
      throw new WrongCall(`Cách dùng: user ${USAGE}`);
    return withDatabase(values.tenant, async (db, tenant, peopleKeys) => {
      await action({ db, tenant, peopleKeys }, login ?? '', values, terminal);
      return 0;
    });
  },
};
