import { formatList } from '#rules/format.ts';
import { changedSnapshots } from '../close/content-hash.ts';
import { auditHasHash, auditHead, verifyAudit } from '../store/audit.ts';
import { type Command, readArgs, WrongCall } from './command.ts';
import { TENANT_DETAIL, withDatabase } from './with-database.ts';

const USAGE = '[--tenant MÃ] [--head MÃ_ĐẦU_CHUỖI (từ 12 ký tự)]';

const OPTIONS = { tenant: { type: 'string' }, head: { type: 'string' } } as const;
/** As much of a head as pages print; fewer digits might be found by chance. */
const HEAD = /^[0-9a-f]{12,64}$/;

/** Walks the audit chain and the content of each snapshot; with `--head`, also looks for the hash printed on a report, which a cut log no longer holds. */
export const verifyAuditCommand: Command = {
  name: 'verify-audit',
  usage: USAGE,
  summary: 'Kiểm tra nhật ký và bản chốt có bị sửa, bỏ hay đổi chỗ; --head đối chiếu mã in trên báo cáo.',
  details: [
    TENANT_DETAIL,
    [
      '--head MÃ_ĐẦU_CHUỖI',
      'Mã đầu chuỗi in trên báo cáo, chép từ 12 chữ số đầu trở lên; nhật ký phải còn dòng có mã ấy.',
    ],
    ['(in ra)', 'Nhật ký liền hay không, dòng đầu tiên không liền, và mã đầu chuỗi hiện nay để đối chiếu lần sau.'],
  ],
  exits: [['1', 'Nhật ký không liền, đã mất dòng có mã của --head, hoặc bản chốt bị sửa.']],
  async run(args, terminal) {
    const { values } = readArgs(args, `verify-audit ${USAGE}`, { options: OPTIONS });
    const head = values.head?.trim().toLowerCase();
    if (head !== undefined && !HEAD.test(head))
      throw new WrongCall('--head cần từ 12 đến 64 chữ số 0–9, a–f, như in trên báo cáo. Chép lại mã rồi chạy lại.');
    return withDatabase(values.tenant, async (db, tenant) => {
      const broken = await verifyAudit(db, tenant);
      if (broken !== null) {
        terminal.err(`Nhật ký của ${tenant} không liền từ dòng ${broken}. Giữ nguyên tệp và so với bản sao lưu.\n`);
        return 1;
      }
      if (head !== undefined && !(await auditHasHash(db, tenant, head))) {
        terminal.err(`Nhật ký liền nhưng không còn dòng có mã ${head}: phần cuối đã bị cắt bỏ.\n`);
        return 1;
      }
      const changed = await changedSnapshots(db, tenant);
      if (changed.length > 0) {
        terminal.err(
          `Nhật ký liền nhưng bản chốt ${formatList(changed)} khác mã lúc chốt: có người đã sửa trong cơ sở dữ liệu. Giữ nguyên tệp và so với bản sao lưu.\n`,
        );
        return 1;
      }
      terminal.out(`Nhật ký của ${tenant} liền. Mã đầu chuỗi: ${await auditHead(db, tenant)}\n`);
      return 0;
    });
  },
};
