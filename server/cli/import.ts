import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { formatCount } from '#rules/format.ts';
import { clientId as clientIdSchema, unitCode } from '#wire/ids.ts';
import { type ImportOptions, importKind, importOptions } from '#wire/import.ts';
import { vietnameseError } from '#wire/vietnamese-error.ts';
import { faultCsv } from '../imports/fault-csv.ts';
import { kindOf } from '../imports/kinds/index.ts';
import { type ImportOrder, runImport } from '../imports/run-import.ts';
import { undoImport } from '../imports/undo-import.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { importOrNull, importUnderWay, type StoredImport } from '../store/imports.ts';
import { openPeriodKeys } from '../store/period-keys.ts';
import { tenantOf } from '../store/tenants.ts';
import { unitOrNull } from '../store/units.ts';
import { type Command, readArgs, type Terminal, WrongCall } from './command.ts';
import { importIdOf } from './import-id.ts';
import { issueLines } from './issue-lines.ts';
import { settings } from './settings.ts';
import { TENANT_DETAIL, withDatabase } from './with-database.ts';

const USAGE = 'FILE|- --kind LOẠI [--dry-run] [--unit MÃ] [--period MÃ] … | --undo ID';
const OPERATOR = 'operator';
const PROGRESS_MS = 250;

const OPTIONS = {
  kind: { type: 'string' },
  'dry-run': { type: 'boolean' },
  id: { type: 'string' },
  undo: { type: 'string' },
  faults: { type: 'string' },
  unit: { type: 'string' },
  period: { type: 'string' },
  encoding: { type: 'string' },
  separator: { type: 'string' },
  'date-order': { type: 'string' },
  sheet: { type: 'string' },
  tenant: { type: 'string' },
} as const;
type Values = { readonly [Name in keyof typeof OPTIONS]?: string | boolean | undefined };

/** @throws WrongCall naming the option. */
function optionsOf(values: Values): ImportOptions {
  const { unit, period, encoding, separator, sheet } = values;
  const asked = {
    unit,
    period,
    encoding,
    separator: separator === 'tab' ? '\t' : separator,
    dateOrder: values['date-order'],
    sheet,
  };
  const told = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const parsed = importOptions.safeParse(told, { error: vietnameseError });
  if (!parsed.success) throw new WrongCall(issueLines(parsed.error.issues, told).join('\n'));
  return parsed.data;
}

/** Another import, or one whose process was killed less than half a minute ago, holds the place: its lease runs out. */
async function waitUntilFree(db: Db, tenant: string, { err }: Terminal): Promise<void> {
  for (let tries = 1; tries <= 20 && (await importUnderWay(db, tenant, new Date())); tries += 1) {
    if (tries === 1) err('Đợi lần nhập trước kết thúc…\n');
    await sleep(2000);
  }
}

async function reported(db: Db, tenant: string, id: string, faults: string | undefined, { out }: Terminal) {
  const stored = (await importOrNull(db, tenant, id, new Date())) as StoredImport;
  const n = (count: number) => formatCount(count);
  const { created, updated, repeated, refused, notices, dry, failure } = stored;
  out(`Mã lần nhập: ${id}\n`);
  out(
    `${dry ? 'Nhập thử' : 'Đã nhập'} ${n(stored.read)} dòng: ${n(created)} mới, ${n(updated)} cập nhật, ${n(repeated)} lặp lại, ${n(refused)} chưa nhập được, ${n(notices)} điều nên xem lại.\n`,
  );
  if (failure !== null) out(`${(JSON.parse(failure) as { message: string }).message}\n`);
  if (faults !== undefined) {
    await writeFile(faults, faultCsv(db, tenant, id));
    out(`Danh sách lý do: ${faults}\n`);
  } else if (refused > 0) out('Thêm --faults LỖI.csv để ghi danh sách lý do ra tệp.\n');
  return refused > 0 || stored.state !== 'done' ? 1 : 0;
}

async function undo(db: Db, tenant: string, id: string, values: Values, terminal: Terminal): Promise<number> {
  await waitUntilFree(db, tenant, terminal);
  await undoImport(db, tenant, id, OPERATOR, () => new Date());
  const stored = (await importOrNull(db, tenant, id, new Date())) as StoredImport;
  terminal.out(
    `Đã hoàn tác ${formatCount(stored.takenBack)} mục, giữ lại ${formatCount(stored.kept)} mục đã đổi hoặc đang dùng.\n`,
  );
  if (typeof values.faults === 'string') await writeFile(values.faults, faultCsv(db, tenant, id));
  return stored.kept > 0 ? 1 : 0;
}

/** @throws WrongCall when there is no such file. */
async function inputOf(path: string): Promise<Pick<ImportOrder, 'input' | 'name'>> {
  if (path === '-') return { input: process.stdin, name: null };
  const file = await stat(path).catch(() => null);
  if (!file?.isFile()) throw new WrongCall(`Không có tệp «${path}». Kiểm tra lại đường dẫn.`);
  return { input: createReadStream(path, { highWaterMark: 262_144 }), name: basename(path) };
}

async function takeIn(db: Db, tenant: string, path: string, values: Values, terminal: Terminal): Promise<number> {
  const kind = importKind.safeParse(values.kind);
  if (!kind.success) throw new WrongCall(`Cần --kind với một trong: ${importKind.options.join(', ')}.`);
  const options = optionsOf(values);
  const dry = values['dry-run'] === true;
  const spec = kindOf(kind.data);
  const given = values.id === undefined ? null : clientIdSchema.safeParse(values.id).data;
  if (given === undefined) throw new WrongCall('Mã sau --id phải có dạng tinh.<26 ký tự>.');
  const source = await inputOf(path);
  const id = given ?? (await importIdOf(db, tenant, path, { kind: kind.data, options, dry }));
  const { hours } = await tenantOf(db, tenant);
  const { keyDir } = settings();
  let told = 0;
  await waitUntilFree(db, tenant, terminal);
  await runImport({
    ...source,
    spec,
    id,
    dry,
    by: OPERATOR,
    taking: {
      db,
      tenant,
      keys: openPeriodKeys(keyDir),
      office: { calendar: NATIONAL_CALENDAR, hours },
      options,
      async mayTouch(unit) {
        if (!unitCode.safeParse(unit).success || !(await unitOrNull(db, tenant, unit)))
          throw new Refusal(422, 'unit.unknown', 'Không có đơn vị này.', {
            issues: [{ path: 'unit', message: 'đơn vị không tồn tại' }],
          });
      },
    },
    now: () => new Date(),
    onProgress(read, refused) {
      if (Date.now() - told < PROGRESS_MS) return;
      told = Date.now();
      terminal.err(`\rĐã đọc ${formatCount(read)} dòng, ${formatCount(refused)} dòng lỗi`);
    },
  });
  terminal.err('\n');
  return reported(db, tenant, id, typeof values.faults === 'string' ? values.faults : undefined, terminal);
}

/** Files from the shell: what the screen does, for the large ones. The same file again goes on where it stopped. */
export const importCommand: Command = {
  name: 'import',
  usage: USAGE,
  summary: 'Nhập tệp CSV, XLSX, JSON vào cơ sở dữ liệu; cùng tệp chạy lại thì nhập tiếp từ chỗ dừng.',
  details: [
    ['FILE|-', 'Tệp cần nhập, hoặc - để đọc từ đầu vào chuẩn.'],
    ['--kind LOẠI', `Một trong: ${importKind.options.join(', ')}.`],
    ['--dry-run', 'Nhập thử: báo mọi điều, không ghi gì.'],
    ['--unit MÃ', 'Đơn vị của mọi dòng, khi tệp không có cột đơn vị.'],
    ['--period MÃ', 'Kỳ của mọi dòng, khi tệp không có cột kỳ.'],
    ['--encoding BẢNG_MÃ', 'utf-8 hoặc windows-1258, khi máy nhận sai.'],
    ['--separator DẤU', 'Dấu ngăn cột: «,», «;» hoặc tab, khi máy nhận sai.'],
    ['--date-order THỨ_TỰ', 'dmy (ngày trước) hoặc mdy (tháng trước), khi máy nhận sai.'],
    ['--sheet TÊN', 'Trang tính của tệp XLSX.'],
    ['--faults TỆP', 'Ghi danh sách dòng chưa nhập được kèm lý do ra tệp CSV.'],
    ['--id ID', 'Mã của lần nhập; bỏ trống thì lấy theo nội dung tệp.'],
    ['--undo ID', 'Hoàn tác một lần nhập; chạy lại để làm tiếp khi bị ngắt.'],
    TENANT_DETAIL,
  ],
  exits: [['1', 'Có dòng chưa nhập được, hoặc có mục không hoàn tác được.']],
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, `import ${USAGE}`, { options: OPTIONS, allowPositionals: true });
    const [path, ...more] = positionals;
    if (more.length || (path === undefined) === (values.undo === undefined))
      throw new WrongCall(`Cần một tệp hoặc --undo ID. Cách dùng: import ${USAGE}`);
    try {
      return await withDatabase(values.tenant, (db, tenant) =>
        path === undefined
          ? undo(db, tenant, values.undo ?? '', values, terminal)
          : takeIn(db, tenant, path, values, terminal),
      );
    } catch (error) {
      if (error instanceof Refusal) throw new WrongCall(error.message);
      throw error;
    }
  },
};
