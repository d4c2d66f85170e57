import { availableParallelism } from 'node:os';
import { formatCount } from '#rules/format.ts';
import { measure } from './checks/measure.ts';
import { type Measuring, planOf } from './checks/plan.ts';
import { measureTogether } from './checks/processes.ts';
import { honestTable, powerTable } from './checks/table.ts';
import { type Command, readArgs, WrongCall } from './command.ts';
import { wholeOption } from './whole-option.ts';

const USAGE = '[--seeds TỪ-ĐẾN] [--units N] [--officers N] [--dossiers N] [--honest] [--processes N] [--json]';
const MOST_SEEDS = 1000;

const OPTIONS = {
  seeds: { type: 'string', default: '1-1' },
  units: { type: 'string', default: '100' },
  officers: { type: 'string', default: '2000' },
  dossiers: { type: 'string', default: '500000' },
  honest: { type: 'boolean', default: false },
  processes: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

function seedsOf(text: string): number[] {
  const [, from, to] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text) ?? [];
  const count = Number(to ?? from) - Number(from) + 1;
  if (from === undefined || count < 1 || count > MOST_SEEDS)
    throw new WrongCall(
      `--seeds: «${text}» phải là số gieo như 7, hoặc khoảng như 1-20, tối đa ${formatCount(MOST_SEEDS)}.`,
    );
  return Array.from({ length: count }, (_, i) => Number(from) + i);
}

/** Says how often the checks find what is planted in invented provinces, and how often they ask who did nothing. */
export const checksPower: Command = {
  name: 'checks-power',
  usage: USAGE,
  summary:
    'Đo các phép kiểm khách quan trên tỉnh giả định: tìm thấy bao nhiêu việc làm đẹp số liệu, hỏi nhầm bao nhiêu.',
  details: [
    [
      '--seeds',
      'Số gieo, mặc định 1-1. Mỗi số gieo là một tỉnh giả định khác; cùng số gieo thì cùng kết quả trên mọi máy.',
    ],
    ['--units, --officers, --dossiers', 'Cỡ mỗi tỉnh, mặc định 100 đơn vị, 2.000 cán bộ, 500.000 hồ sơ một quý.'],
    ['--honest', 'Không gieo việc nào: chỉ đo số câu hỏi nhầm.'],
    ['--processes N', 'Số tiến trình chạy cùng lúc, mặc định bằng số nhân của máy.'],
    ['--json', 'Từng tỉnh một dòng JSON, thay cho bảng.'],
  ],
  async run(args, { out, err }) {
    const { values } = readArgs(args, `checks-power ${USAGE}`, { options: OPTIONS });
    const size: Measuring = {
      units: wholeOption('units', values.units, 1, 999),
      officers: wholeOption('officers', values.officers, 1, 99_999),
      dossiers: wholeOption('dossiers', values.dossiers, 1, 10_000_000),
      honest: values.honest,
    };
    const seeds = seedsOf(values.seeds);
    const together = wholeOption('processes', values.processes ?? String(availableParallelism()), 1, 64);
    const [first] = seeds;
    const own = (seed: number) => [
      ...['checks-power', '--json', '--seeds', String(seed), '--units', String(size.units)],
      ...[
        '--officers',
        String(size.officers),
        '--dossiers',
        String(size.dossiers),
        ...(size.honest ? ['--honest'] : []),
      ],
    ];
    const measured =
      seeds.length === 1 && first !== undefined
        ? [measure(planOf(first, size))]
        : await measureTogether(seeds, together, own, (done) =>
            err(`Đã đo ${formatCount(done)}/${formatCount(seeds.length)} tỉnh…\n`),
          );
    if (values.json) for (const each of measured) out(`${JSON.stringify(each)}\n`);
    else out(`${size.honest ? '' : powerTable(measured)}${honestTable(measured)}`);
    return 0;
  },
};
