import { withAudit } from '../store/audit.ts';
import { rewrapSteps, stepGenerations } from '../store/second-steps.ts';
import { type Command, readArgs, WrongCall } from './command.ts';
import { TENANT_DETAIL, withDatabase } from './with-database.ts';

const USAGE = 'people [--end]  [--tenant MÃ]';
const OPTIONS = { tenant: { type: 'string' }, end: { type: 'boolean' } } as const;

/** New keys of how people sign in, beside running servers: first the new one, under which everything is hidden anew; later the old ones go. */
export const keys: Command = {
  name: 'keys',
  usage: USAGE,
  summary: 'Thay khóa bảo vệ mã hai bước và sổ đếm lần thử.',
  details: [
    [
      'people',
      'Tạo khóa mới và che lại mọi bí mật mã hai bước bằng khóa mới. Chạy được khi máy chủ đang chạy; không ai phải làm gì.',
    ],
    [
      '--end',
      'Hủy các khóa cũ không còn che gì. Chạy sau lần thay ít nhất một giờ, khi mọi máy chủ thấy được thư mục khóa mới.',
    ],
    TENANT_DETAIL,
  ],
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, `keys ${USAGE}`, { options: OPTIONS, allowPositionals: true });
    if (positionals.length !== 1 || positionals[0] !== 'people') throw new WrongCall(`Cách dùng: keys ${USAGE}`);
    return withDatabase(values.tenant, async (db, tenant, peopleKeys) => {
      const newest = values.end ? peopleKeys.newest(tenant) : peopleKeys.renew(tenant);
      const done = await rewrapSteps(db, peopleKeys, tenant);
      const used = await stepGenerations(db, tenant);
      const ended = values.end
        ? peopleKeys.generations(tenant).filter((each) => each < newest && !used.includes(each))
        : [];
      const detail = { generation: newest, hidden: done, ended };
      await withAudit(db, tenant, new Date(), { actor: 'operator', action: 'key.rotate', subject: 'people', detail });
      for (const generation of ended) peopleKeys.drop(tenant, generation);
      terminal.out(
        values.end
          ? `Đã hủy ${ended.length} khóa cũ. Khóa đang dùng: _people-${newest}.key.\n`
          : `Khóa mới: _people-${newest}.key; đã che lại ${done} mã hai bước. Sao lưu thư mục khóa, rồi sau một giờ chạy «keys people --end».\n`,
      );
      return 0;
    });
  },
};
