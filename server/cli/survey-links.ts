import { addDays } from '#rules/calendar/date.ts';
import { type SurveyLinksRequest, surveyLinksRequest } from '#wire/survey-links.ts';
import { vietnameseError } from '#wire/vietnamese-error.ts';
import { localDay } from '../clock.ts';
import { baseUrlOf, readEnv } from '../env.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { LINK_HEAD, linkLines } from '../store/link-csv.ts';
import { openPeriodKeys } from '../store/period-keys.ts';
import { randomCrockford } from '../store/secret.ts';
import { makeLinks, planLinks } from '../store/survey-links.ts';
import { unitsOf } from '../store/units.ts';
import { type Command, readArgs, type Terminal, WrongCall } from './command.ts';
import { issueLines } from './issue-lines.ts';
import { TENANT_DETAIL, withDatabase } from './with-database.ts';

const USAGE =
  '--from NGÀY --to NGÀY [--unit MÃ] [--procedure MÃ] [--limit N] [--days N] [--reminder] [--groups TỆP] [--seed MÃ] [--preview] [--tenant MÃ]';

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  unit: { type: 'string' },
  procedure: { type: 'string' },
  limit: { type: 'string' },
  days: { type: 'string' },
  reminder: { type: 'boolean' },
  groups: { type: 'string' },
  seed: { type: 'string' },
  preview: { type: 'boolean' },
  tenant: { type: 'string' },
} as const;

/** `code,group` lines, the first of them the heading. */
function groupsIn(text: string): { code: string; group: string }[] {
  const lines = text.replace(/^\u{feff}/u, '').split(/\r?\n/);
  return lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [code = '', group = ''] = line.split(',');
      return { code: code.trim(), group: group.trim() };
    });
}

async function make(db: Db, tenant: string, body: SurveyLinksRequest, preview: boolean, terminal: Terminal) {
  const { returned, unit = null, procedure = null, days, reminder, groups = [], perGroup, seed, limit } = body;
  if (!returned) throw new WrongCall(`Cần --from và --to. Cách dùng: survey-links ${USAGE}`);
  const env = readEnv(process.env);
  const units = (await unitsOf(db, tenant, unit)).map((each) => each.unit);
  if (units.length === 0) throw new WrongCall(`Không có đơn vị «${unit ?? ''}». Kiểm tra lại mã đơn vị.`);
  const parts = { db, keys: openPeriodKeys(env.keyDir), now: () => new Date() };
  const scope = { units, procedure, from: returned.from, to: addDays(returned.lastDay, 1), days, reminder };
  const groupOf = new Map(groups.map(({ code, group }) => [code, group]));
  const drawn = { groupOf, perGroup, seed: seed ?? randomCrockford(10) };
  const today = localDay(parts.now());
  const plan = await planLinks(parts, { tenant, scope, groups: drawn, limit, today });
  terminal.err(`${JSON.stringify(plan.count)}\n`);
  if (preview) return;
  terminal.out(LINK_HEAD);
  for await (const page of makeLinks(parts, plan, 'operator')) {
    terminal.out(linkLines(page, baseUrlOf(env)));
    await terminal.drained?.();
  }
}

/** Survey links for a list of dossiers, as the admin app makes them, for a province whose messages are sent by a script. */
export const surveyLinks: Command = {
  name: 'survey-links',
  usage: USAGE,
  summary:
    'Đường dẫn đánh giá cho hồ sơ đã trả kết quả và chưa được đánh giá, dạng CSV code,url,expires; chỉ in một lần.',
  details: [
    ['--from NGÀY --to NGÀY', 'Ngày trả kết quả đầu và cuối, dạng 2026-11-01.'],
    ['--unit MÃ --procedure MÃ', 'Chỉ đơn vị (và đơn vị trực thuộc), chỉ thủ tục này.'],
    ['--limit N', 'Tối đa N đường dẫn, mặc định 5000.'],
    ['--days N', 'Bỏ qua hồ sơ đã gửi tin trong N ngày, mặc định 30.'],
    ['--reminder', 'Chỉ nhắc hồ sơ đã mời một lần và chưa đánh giá; không có lần thứ ba.'],
    ['--groups TỆP', 'CSV code,group: mỗi người nộp nhiều hồ sơ chỉ mời một hồ sơ, rút thăm; group không được lưu.'],
    ['--seed MÃ', 'Hạt giống rút thăm, để rút lại được đúng như vậy.'],
    ['--preview', 'Chỉ đếm, không tạo. Số đếm luôn in ra luồng lỗi chuẩn.'],
    TENANT_DETAIL,
  ],
  async run(args, terminal) {
    const { values } = readArgs(args, `survey-links ${USAGE}`, { options: OPTIONS });
    const { from, to, unit, procedure, limit, days, reminder, groups, seed, preview = false, tenant } = values;
    if (from === undefined || to === undefined) throw new WrongCall(`Cách dùng: survey-links ${USAGE}`);
    const sent = {
      ...{ returned: { from, lastDay: to }, stage: 'returned', unit, procedure, seed },
      ...(limit === undefined ? {} : { limit: Number(limit) }),
      ...(days === undefined ? {} : { days: Number(days) }),
      ...(reminder ? { reminder } : {}),
      ...(groups === undefined ? {} : { groups: groupsIn(await terminal.read(groups)) }),
    };
    const parsed = surveyLinksRequest.safeParse(sent, { error: vietnameseError });
    if (!parsed.success) throw new WrongCall(issueLines(parsed.error.issues, sent).join('\n'));
    return withDatabase(tenant, async (db, own) => {
      try {
        await make(db, own, parsed.data, preview, terminal);
      } catch (error) {
        throw error instanceof Refusal ? new WrongCall(error.message) : error;
      }
      return 0;
    });
  },
};
