import { parseArgs } from 'node:util';
import * as z from 'zod';
import { NotInForce } from '#rules/law.ts';
import type { Command, Terminal } from './command.ts';

const USAGE = 'FILE|- | --example';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function refuse(terminal: Terminal, ...lines: string[]): number {
  terminal.err(`${lines.join('\n')}\n`);
  return 2;
}

function parseOptions(args: readonly string[]) {
  return parseArgs({ args: [...args], options: { example: { type: 'boolean' } }, allowPositionals: true });
}

/** A command that reads one JSON file, checks it against a schema and prints what the rules make of it as JSON. */
interface JsonCommand<Schema extends z.ZodType> extends Omit<Command, 'usage' | 'run'> {
  readonly schema: Schema;
  /** Printed by `--example`; a complete valid input. */
  readonly example: z.input<Schema>;
  /** Field that decides which rules hold; named when none does. */
  readonly dated: string;
  /** @throws NotInForce or RangeError for input that is well formed and still cannot be scored. */
  readonly result: (input: z.output<Schema>) => unknown;
}

export function jsonCommand<Schema extends z.ZodType>(of: JsonCommand<Schema>): Command {
  const { schema, example, dated, result, ...command } = of;
  const usage = `Cách dùng: ${command.name} ${USAGE}`;
  return {
    ...command,
    usage: USAGE,
    async run(args, terminal) {
      let options: ReturnType<typeof parseOptions>;
      try {
        options = parseOptions(args);
      } catch {
        return refuse(terminal, `Không hiểu «${args.join(' ')}». ${usage}`);
      }
      if (options.values.example) {
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
      const parsed = schema.safeParse(body, { error: z.locales.vi().localeError });
      if (!parsed.success)
        return refuse(
          terminal,
          `Đầu vào chưa đúng. Sửa các mục sau, hoặc xem mẫu bằng «${command.name} --example»:`,
          ...parsed.error.issues.map(({ path: field, message }) => `- ${field.join('.') || '(gốc)'}: ${message}`),
        );
      try {
        terminal.out(json(result(parsed.data)));
        return 0;
      } catch (error) {
        if (error instanceof NotInForce) return refuse(terminal, `${dated}: ${error.message}`);
        if (error instanceof RangeError) return refuse(terminal, error.message);
        throw error;
      }
    },
  };
}
