import { addDays, isIsoDate } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE, isWorkingDay } from '#rules/calendar/working-time.ts';
import { formatCount, formatDate } from '#rules/format.ts';
import { custom, type Period } from '#rules/period.ts';
import { DECREES } from '#rules/workflow.ts';
import { type Simulation, type SimulationPlan, simulate } from '../simulate/simulate.ts';
import { type Command, readArgs, type Terminal, WrongCall } from './command.ts';
import { simulatedRows } from './simulate-rows.ts';
import { simulatedScoreInput } from './simulate-score-input.ts';
import { wholeOption } from './whole-option.ts';
import { writeJson } from './write-json.ts';

const USAGE =
  '--from NGÀY --to NGÀY [--seed N] [--units N] [--dossiers N] [--faults N] [--format jsonl|score] [--unit MÃ]';
/** Dossiers between two words on standard error. */
const STEP = 50_000;
/** Lines written at once. */
const CHUNK = 500;
/** Longest a dossier of the last day may live: what is promised, asked for again and collected late. */
const LONGEST_LIFE_DAYS = 200;
/** Before the first decree no rule says what a pause does to a deadline. */
const FIRST_DAY = DECREES[0]!.from;
/** What `cli score` takes at most. */
const MOST_FOR_SCORE = 100_000;

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  seed: { type: 'string', default: '1' },
  units: { type: 'string', default: '30' },
  dossiers: { type: 'string', default: '10000' },
  faults: { type: 'string', default: '0,5' },
  format: { type: 'string', default: 'jsonl' },
  unit: { type: 'string' },
} as const;

function percent(name: string, text: string): number {
  const n = Number(text.replace(',', '.'));
  if (!/^\d+([.,]\d+)?$/.test(text) || n > 100)
    throw new WrongCall(`--${name}: «${text}» phải là phần trăm từ 0 đến 100, ví dụ 0,5.`);
  return n;
}

function periodOf(from: string | undefined, to: string | undefined): Period {
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (day === undefined || !isIsoDate(day)) throw new WrongCall(`--${name}: cần một ngày có thật, viết 2026-01-01.`);
  const { covered } = DEFAULT_OFFICE.calendar;
  const last = addDays(covered.to, -LONGEST_LIFE_DAYS);
  if (from! < FIRST_DAY)
    throw new WrongCall(`--from: quy định về thời hạn có từ ${formatDate(FIRST_DAY)}; chọn ngày không sớm hơn.`);
  if (to! > last) throw new WrongCall(`--to: lịch ngày nghỉ chỉ đủ cho hồ sơ nhận đến ${formatDate(last)}.`);
  if (to! < from!) throw new WrongCall('--to: ngày cuối phải từ ngày đầu trở đi.');
  let day = from!;
  while (!isWorkingDay(day, DEFAULT_OFFICE)) {
    if (day === to!)
      throw new WrongCall('--from, --to: khoảng này không có ngày làm việc nào để nhận hồ sơ; chọn khoảng dài hơn.');
    day = addDays(day, 1);
  }
  return custom(from!, to!);
}

async function writeRows(simulation: Simulation, plan: SimulationPlan, { out, err, drained }: Terminal): Promise<void> {
  let lines = '';
  let [count, dossiers] = [0, 0];
  for (const row of simulatedRows(simulation, plan)) {
    lines += `${JSON.stringify(row)}\n`;
    count += 1;
    if (count % CHUNK === 0) {
      out(lines);
      lines = '';
      await drained?.();
    }
    if (row.kind !== 'dossier') continue;
    dossiers += 1;
    if (dossiers % STEP === 0) err(`Đã sinh ${formatCount(dossiers)}/${formatCount(plan.dossiers)} hồ sơ…\n`);
  }
  out(lines);
}

/** The invented unit `wanted`, or the first one, as `cli score` reads it. */
function scoreInputOf(simulation: Simulation, plan: SimulationPlan, wanted: string | undefined) {
  const { units } = simulation.province;
  const unit = wanted === undefined ? units[0] : units.find((each) => each.unit === wanted);
  if (!unit) throw new WrongCall(`--unit: không có «${wanted}». Các đơn vị: ${units.map((u) => u.unit).join(', ')}.`);
  const input = simulatedScoreInput(simulation, plan, unit);
  if (input.dossiers.length > MOST_FOR_SCORE)
    throw new WrongCall(
      `--dossiers: đơn vị có ${formatCount(input.dossiers.length)} hồ sơ, lệnh score nhận nhiều nhất ${formatCount(MOST_FOR_SCORE)}. Giảm --dossiers hoặc tăng --units.`,
    );
  return input;
}

/** Makes an invented province for trials, loads and lessons; the same seed gives the same rows on every machine. */
export const simulateCommand: Command = {
  name: 'simulate',
  usage: USAGE,
  summary: 'Sinh dữ liệu giả định của một tỉnh không có thật (mã H99): đơn vị, cán bộ, hồ sơ, phiếu, tự chấm.',
  details: [
    ['--from, --to', 'Ngày đầu và ngày cuối nhận hồ sơ, viết 2026-01-01. Hồ sơ hiện ra như lúc hết ngày cuối.'],
    ['--seed N', 'Số gieo, mặc định 1. Cùng số gieo và cùng tham số thì cùng dữ liệu trên mọi máy.'],
    ['--units N', 'Số đơn vị, 1–999, mặc định 30; khoảng một phần năm là sở, còn lại là xã, phường.'],
    ['--dossiers N', 'Tổng số hồ sơ của các đơn vị, 1–10.000.000, mặc định 10.000.'],
    [
      '--faults N',
      'Phần trăm hồ sơ cố ý làm sai (mã ghi ngày khác ngày nhận, thiếu ngày hẹn), mặc định 0,5; 0 là không có.',
    ],
    [
      '--format jsonl',
      'Mặc định. Mỗi dòng một bản ghi: kind, invented (luôn true), body như máy chủ nhận, và phần đi kèm.',
    ],
    ['--format score', 'Đầu vào của lệnh score cho một đơn vị.'],
    ['--unit MÃ', 'Đơn vị cho --format score; mặc định là đơn vị đầu.'],
    ['kind', 'province, procedure, unit, officer, dossier, selfScore, response, petition, unitFacts.'],
    [
      'dossier: acts, changes',
      'Các mốc việc đã làm (xin lỗi, bổ sung, bàn giao…) và các lần sửa ngày hẹn sau khi đã quá hạn.',
    ],
    ['dossier: fault', 'codeDay, noPromise hoặc null: chỗ cố ý làm sai.'],
    ['response: proof', 'Vì sao biết phiếu là của hồ sơ: citizen, portal, receipt, paper, officerLink, open.'],
  ],
  async run(args, terminal) {
    const { from, to, seed, units, dossiers, faults, format, unit } = readArgs(args, `simulate ${USAGE}`, {
      options: OPTIONS,
    }).values;
    if (format !== 'jsonl' && format !== 'score')
      throw new WrongCall(`--format: «${format}» phải là jsonl hoặc score.`);
    if (unit !== undefined && format !== 'score') throw new WrongCall('--unit: chỉ dùng cùng --format score.');
    const plan: SimulationPlan = {
      seed: wholeOption('seed', seed, 0, 4_294_967_295),
      units: wholeOption('units', units, 1, 999),
      dossiers: wholeOption('dossiers', dossiers, 1, 10_000_000),
      period: periodOf(from, to),
      faults: percent('faults', faults),
    };
    const simulation = simulate(plan);
    if (format === 'jsonl') await writeRows(simulation, plan, terminal);
    else await writeJson(scoreInputOf(simulation, plan, unit), terminal);
    return 0;
  },
};
