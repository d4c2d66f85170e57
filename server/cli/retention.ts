import { randomUUID } from 'node:crypto';
import { formatCount } from '#rules/format.ts';
import { type Due, retentionDue, runRetention } from '../store/retention.ts';
import { type Command, readArgs } from './command.ts';
import { TENANT_DETAIL, withDatabase } from './with-database.ts';

const USAGE = '[--dry-run] [--tenant MÃ]';
const OPTIONS = { tenant: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;

const lineOf = ({ rule, n }: Due) => `${formatCount(n)}\t${rule.what}\tgiữ: ${rule.keep}\tvì: ${rule.why}\n`;

/** Takes away what is kept no longer, or only says what would go. */
export const retentionCommand: Command = {
  name: 'retention',
  usage: USAGE,
  summary: 'Xóa những gì đã hết thời hạn lưu; máy chủ tự làm mỗi ngày một lần.',
  details: [
    ['--dry-run', 'Chỉ in những gì sẽ xóa, không xóa gì.'],
    TENANT_DETAIL,
    ['(in ra)', 'Mỗi dòng: số dòng dữ liệu, là gì, giữ bao lâu, vì sao. Nhật ký không bao giờ bị xóa.'],
  ],
  exits: [['1', 'Một tiến trình khác đang làm việc này.']],
  async run(args, terminal) {
    const { values } = readArgs(args, `retention ${USAGE}`, { options: OPTIONS });
    return withDatabase(values.tenant, async (db, tenant) => {
      const now = () => new Date();
      const due = values['dry-run']
        ? await retentionDue(db, tenant, now())
        : await runRetention(db, tenant, { actor: 'operator', holder: randomUUID(), now });
      if (due === null) {
        terminal.err('Một tiến trình khác đang xóa dữ liệu hết hạn. Đợi một phút rồi chạy lại.\n');
        return 1;
      }
      for (const each of due) terminal.out(lineOf(each));
      terminal.out(values['dry-run'] ? 'Chưa xóa gì.\n' : 'Đã xóa xong.\n');
      return 0;
    });
  },
};
