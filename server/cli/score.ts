import { parseArgs } from 'node:util';
import * as z from 'zod';
import { NotInForce } from '#rules/law.ts';
import { StraddlesRulesets } from '#rules/rulesets/index.ts';
import { scoreInput } from '#wire/score-input.ts';
import type { Command, Terminal } from './command.ts';
import { compareResult, readChoices, WrongChoice } from './score-compare.ts';
import { SCORE_DETAILS } from './score-details.ts';
import { SCORE_EXAMPLE } from './score-example.ts';
import { scoreResult } from './score-result.ts';

const USAGE = 'FILE|- [--compare KHÓA=GIÁ_TRỊ,…] | --example';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function refuse(terminal: Terminal, ...lines: string[]): number {
  terminal.err(`${lines.join('\n')}\n`);
  return 2;
}

function parseOptions(args: readonly string[]) {
  const options = { example: { type: 'boolean' }, compare: { type: 'string' } } as const;
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

/** What is wrong with the input, in words; anything else is a fault of the program. */
function messageOf(error: unknown): string {
  if (error instanceof NotInForce) return `period, decision: ${error.message}`;
  if (error instanceof StraddlesRulesets) return `choices, ruleset.straddle: ${error.message}`;
  if (error instanceof RangeError || error instanceof WrongChoice) return error.message;
  throw error;
}

/** Scores one unit from a JSON file; prints findings, totals, grades and what is missing as JSON, or what other choices change. */
export const score: Command = {
  name: 'score',
  usage: USAGE,
  summary: 'Chấm điểm một đơn vị từ tệp JSON («-» đọc từ đầu vào chuẩn); --example in một đầu vào mẫu đầy đủ.',
  details: SCORE_DETAILS,
  async run(args, terminal) {
    let options: ReturnType<typeof parseOptions>;
    try {
      options = parseOptions(args);
    } catch {
      return refuse(terminal, `Không hiểu «${args.join(' ')}». Cách dùng: score ${USAGE}`);
    }
    const { example, compare } = options.values;
    if (example) {
      terminal.out(json(SCORE_EXAMPLE));
      return 0;
    }
    const [path, ...more] = options.positionals;
    if (path === undefined || more.length > 0) return refuse(terminal, `Cần đúng một tệp. Cách dùng: score ${USAGE}`);

    let body: unknown;
    try {
      body = JSON.parse(await terminal.read(path));
    } catch (error) {
      if (error instanceof SyntaxError) return refuse(terminal, `${path}: không đọc được JSON (${error.message}).`);
      return refuse(terminal, `${path}: không mở được tệp. Kiểm tra đường dẫn, hoặc dùng «-» để đọc đầu vào chuẩn.`);
    }
    const parsed = scoreInput.safeParse(body, { error: z.locales.vi().localeError });
    if (!parsed.success)
      return refuse(
        terminal,
        'Đầu vào chưa đúng. Sửa các mục sau, hoặc xem mẫu bằng «score --example»:',
        ...parsed.error.issues.map(({ path: field, message }) => `- ${field.join('.') || '(gốc)'}: ${message}`),
      );
    try {
      const { data } = parsed;
      terminal.out(json(compare === undefined ? scoreResult(data) : compareResult(data, readChoices(compare))));
      return 0;
    } catch (error) {
      return refuse(terminal, messageOf(error));
    }
  },
};
