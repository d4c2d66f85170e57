import { parseArgs } from 'node:util';
import * as z from 'zod';
import { NotInForce } from '#rules/law.ts';
import type { Command, Terminal } from './command.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function refuse(terminal: Terminal, ...lines: string[]): number {
  terminal.err(`${lines.join('\n')}\n`);
  return 2;
}

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

function parseOptions(args: readonly string[], option: string | undefined) {
  const options = { example: { type: 'boolean' as const }, ...(option && { [option]: { type: 'string' as const } }) };
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const given: Readonly<Record<string, unknown>> = values;
  const text = option === undefined ? undefined : given[option];
  return { example: given.example === true, option: typeof text === 'string' ? text : undefined, positionals };
}

export function jsonCommand<Schema extends z.ZodType, Result>(of: JsonCommand<Schema, Result>): Command {
  const { schema, example, option, dated, wrong, result, print, ...command } = of;
  const written = ['FILE|-', ...(option ? [`[${option.usage}]`] : []), '| --example'].join(' ');
  const usage = `Cách dùng: ${command.name} ${written}`;
  return {
    ...command,
    usage: written,
    async run(args, terminal) {
      let options: ReturnType<typeof parseOptions>;
      try {
        options = parseOptions(args, option?.name);
      } catch {
        return refuse(terminal, `Không hiểu «${args.join(' ')}». ${usage}`);
      }
      if (options.example) {
        terminal.out(json(example));
        return 0;
      }
      const [path, ...more] = options.positionals;
      if (path === undefined || more.length > 0) return refuse(terminal, `Cần đúng một tệp. ${usage}`);

      let body: unknown;
      try {
        body = JSON.parse(await terminal.read(path));
      } catch (error) {
        if (error instanceof SyntaxError) return refuse(terminal, `${path}: không đọc được JSON (${error.message}).`);
        return refuse(terminal, `${path}: không mở được tệp. Kiểm tra đường dẫn, hoặc dùng «-» để đọc đầu vào chuẩn.`);
      }
      const parsed = schema(body).safeParse(body, { error: z.locales.vi().localeError });
      if (!parsed.success)
        return refuse(
          terminal,
          `Đầu vào chưa đúng. Sửa các mục sau, hoặc xem mẫu bằng «${command.name} --example»:`,
          ...parsed.error.issues.map(({ path: field, message }) => `- ${field.join('.') || '(gốc)'}: ${message}`),
        );
      try {
        const found = result(parsed.data, options.option);
        const printed = print ? print(found) : { text: json(found), code: 0 };
        terminal.out(printed.text);
        return printed.code;
      } catch (error) {
        const words = wrong?.(error);
        if (words) return refuse(terminal, words);
        if (error instanceof NotInForce) return refuse(terminal, `${dated}: ${error.message}`);
        if (error instanceof RangeError) return refuse(terminal, error.message);
        throw error;
      }
    },
  };
}
