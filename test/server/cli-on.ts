import { run } from '../../server/cli/run.ts';

/** Runs one command of the shell in this process; the settings come from the environment the test has set. */
export async function cli(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await run(args, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    read: () => Promise.reject(new Error('reads nothing')),
  });
  return { code, ...said };
}
