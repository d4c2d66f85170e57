import type * as z from 'zod';
import { NotInForce } from '#rules/law.ts';
import { vietnameseError } from '#wire/vietnamese-error.ts';
import { type Command, type Detail, isTooLarge, readArgs, WrongCall } from './command.ts';
import { issueLines } from './issue-lines.ts';
import { readJson } from './read-json.ts';
import { writeJson } from './write-json.ts';

/** What every command here takes. */
const TAKEN: readonly Detail[] = [
  ['FILE|-', 'Tệp JSON viết bằng UTF-8; «-» đọc từ đầu vào chuẩn.'],
  ['--example', 'In một đầu vào mẫu đầy đủ: lưu thành tệp, sửa rồi chạy lại với tệp ấy.'],
];

/** What is printed where it is not JSON, and the exit code. */
export interface Printed {
  readonly text: string;
  readonly code: number;
}

/** A command that reads one JSON file, checks it against a schema and prints what the rules make of it. */
interface JsonCommand<Schema extends z.ZodType, Result> extends Omit<Command, 'usage' | 'run'> {
  /** The schema the body is held against. */
  readonly schema: (body: unknown) => Schema;
  /** Printed by `--example`; a complete valid input. */
  readonly example: z.input<Schema>;
  /** An option beside `--example` that takes a text, with how it is written. */
  readonly option?: { readonly name: string; readonly usage: string };
  /** Field that decides which rules hold; named when none does. */
  readonly dated: string;
  /** Words for a fault of the input that only this command knows; `null` = none of them. */
  readonly wrong?: (error: unknown) => string | null;
  /** @throws NotInForce or RangeError for input that is well formed and still cannot be scored. */
  readonly result: (input: z.output<Schema>, option: string | undefined) => Result;
  /** What is printed of the result; absent = the result as JSON, code 0. */
  readonly print?: (result: Result) => Printed;
}

function readOptions(args: readonly string[], usage: string, option: string | undefined) {
  const options = { example: { type: 'boolean' as const }, ...(option && { [option]: { type: 'string' as const } }) };
  const { values, positionals } = readArgs(args, usage, { options, allowPositionals: true });
  const given: Readonly<Record<string, unknown>> = values;
  const text = option === undefined ? undefined : given[option];
  return { example: given.example === true, option: typeof text === 'string' ? text : undefined, positionals };
}

export function jsonCommand<Schema extends z.ZodType, Result>(of: JsonCommand<Schema, Result>): Command {
  const { schema, example, option, dated, wrong, result, print, details = [], ...command } = of;
  const written = ['FILE|-', ...(option ? [`[${option.usage}]`] : []), '| --example'].join(' ');
  const usage = `${command.name} ${written}`;

  /** @throws WrongCall for what is wrong with the facts, in its own words. */
  function resultOf(input: z.output<Schema>, text: string | undefined): Result {
    try {
      return result(input, text);
    } catch (error) {
      const words = wrong?.(error);
      if (words) throw new WrongCall(words);
      if (error instanceof NotInForce) throw new WrongCall(`${dated}: ${error.message}`);
      if (error instanceof RangeError && !isTooLarge(error)) throw new WrongCall(error.message);
      throw error;
    }
  }

  return {
    ...command,
    usage: written,
    details: [...TAKEN, ...details],
    async run(args, terminal) {
      const options = readOptions(args, usage, option?.name);
      if (options.example) {
        await writeJson(example, terminal);
        return 0;
      }
      const [path, ...more] = options.positionals;
      if (path === undefined || more.length > 0) throw new WrongCall(`Cần đúng một tệp. Cách dùng: ${usage}`);
      const body = await readJson(path, terminal.read);
      const parsed = schema(body).safeParse(body, { error: vietnameseError });
      if (!parsed.success)
        throw new WrongCall(
          [
            `Đầu vào chưa đúng. Sửa các mục sau, hoặc xem mẫu bằng «${command.name} --example»:`,
            ...issueLines(parsed.error.issues, body),
          ].join('\n'),
        );
      const found = resultOf(parsed.data, options.option);
      if (print) {
        const { text, code } = print(found);
        terminal.out(text);
        return code;
      }
      await writeJson(found, terminal);
      return 0;
    },
  };
}
