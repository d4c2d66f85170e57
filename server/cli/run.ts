import { backup } from './backup.ts';
import { check } from './check.ts';
import { checksPower } from './checks-power.ts';
import { type Command, isTooLarge, type Terminal, WrongCall } from './command.ts';
import { contents } from './contents.ts';
import { criteria } from './criteria.ts';
import { dossiers } from './dossiers.ts';
import { due } from './due.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { keys } from './keys.ts';
import { load } from './load.ts';
import { packs } from './packs.ts';
import { pool } from './pool.ts';
import { restore } from './restore.ts';
import { retentionCommand } from './retention.ts';
import { sample } from './sample.ts';
import { score } from './score.ts';
import { score766 } from './score766.ts';
import { simulateCommand } from './simulate.ts';
import { surveyLinks } from './survey-links.ts';
import { user } from './user.ts';
import { verifyAuditCommand } from './verify-audit.ts';

/** Every command, in the order `--help` prints them. */
const COMMANDS: readonly Command[] = [
  due,
  dossiers,
  score,
  pool,
  sample,
  score766,
  contents,
  criteria,
  check,
  simulateCommand,
  checksPower,
  importCommand,
  surveyLinks,
  user,
  keys,
  verifyAuditCommand,
  backup,
  restore,
  exportCommand,
  load,
  retentionCommand,
  packs,
];

const TOO_LARGE =
  'Kết quả quá lớn cho một lần chạy. Chia đầu vào theo đơn vị hoặc theo kỳ ngắn hơn rồi chạy từng phần.';

function help(): string {
  const lines = COMMANDS.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`);
  return ['npm run -s cli -- LỆNH [--help]', '', ...lines, ''].join('\n');
}

function helpOf({ name, usage, summary, details = [], exits = [] }: Command): string {
  const fields = details.map(([field, meaning]) => `  ${field}\n      ${meaning}`);
  return [
    `npm run -s cli -- ${name} ${usage}`,
    '',
    summary,
    ...(fields.length > 0 ? ['', ...fields] : []),
    '',
    'Mã thoát:',
    '  0  Xong.',
    '  2  Đầu vào sai; thông báo nêu mục sai và cách sửa.',
    ...exits.map(([code, meaning]) => `  ${code}  ${meaning}`),
    '',
  ].join('\n');
}

/** Runs `args` as given after the program's name. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') {
    terminal.out(help());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) {
    terminal.err(`Không có lệnh «${name}». Các lệnh hiện có:\n\n${help()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(helpOf(command));
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!(error instanceof WrongCall || isTooLarge(error))) throw error;
    terminal.err(`${error instanceof WrongCall ? error.message : TOO_LARGE}\n`);
    return 2;
  }
}
