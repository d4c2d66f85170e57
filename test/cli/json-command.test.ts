import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isTooLarge } from '../../server/cli/command.ts';
import { run } from '../../server/cli/run.ts';
import { jsonPieces } from '../../server/cli/write-json.ts';

async function cli(args: readonly string[], read: (path: string) => Promise<string>) {
  let [out, err] = ['', ''];
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read,
  });
  return { code, out, err };
}

describe('a file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dvc-json-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function checked(content: string | Uint8Array) {
    const path = join(folder, 'a.json');
    await writeFile(path, content);
    return cli(['check', path], (of) => readFile(of, 'utf8'));
  }

  it('with the mark of UTF-8 is read as without', async () => {
    const example = (await cli(['check', '--example'], async () => '')).out;
    const [marked, plain] = [await checked(`\ufeff${example}`), await checked(example)];
    expect(plain.code).toBe(1);
    expect(marked).toEqual(plain);
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from('\ufeff{"id": "a"}', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeff{"id": "a"}', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('[1]', 'utf16le')],
    ['UTF-16 the other way round without a mark', Buffer.from('[1]', 'utf16le').swap16()],
  ])('in %s is to be saved as UTF-8', async (_name, bytes) => {
    const { code, err } = await checked(bytes);
    expect(code).toBe(2);
    expect(err).toMatch(/: tệp viết bằng UTF-16\. Lưu tệp bằng UTF-8 rồi chạy lại\.\n$/);
  });

  it('too large for one text is refused as such, not as missing', async () => {
    const tooLong = Object.assign(new Error('Cannot create a string'), { code: 'ERR_STRING_TOO_LONG' });
    const { code, err } = await cli(['score', 'a'], () => Promise.reject(tooLong));
    expect([code, err]).toEqual([
      2,
      'Kết quả quá lớn cho một lần chạy. Chia đầu vào theo đơn vị hoặc theo kỳ ngắn hơn rồi chạy từng phần.\n',
    ]);
  });
});

describe('what outgrows the engine', () => {
  const thrown = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  const deep = (): number => deep() + 1;

  it.each<[string, () => unknown]>([
    ['a text', () => 'a'.repeat(2 ** 29).concat('a'.repeat(2 ** 29))],
    ['a list', () => new Array(-1)],
    ['the stack', deep],
  ])('%s is known', (_name, work) => {
    const error = thrown(work);
    expect(error).toBeInstanceOf(RangeError);
    expect(isTooLarge(error)).toBe(true);
  });

  it('faults of facts and of the program are not', () => {
    expect(isTooLarge(new RangeError('Tiêu chí «3.1»: mã bị lặp.'))).toBe(false);
    expect(isTooLarge(thrown(() => (1).toFixed(101)))).toBe(false);
    expect(isTooLarge('Invalid string length')).toBe(false);
  });
});

describe('results', () => {
  it.each([
    ['nothing known', null],
    ['empty', { a: [], b: {}, c: undefined }],
    ['a text of two lines', { a: { b: 'một\nhai "ba"' } }],
    ['short lists of groups', { a: [{ b: [1, { c: null }] }, [], undefined], d: true }],
    ['a long list of groups', { a: { b: Array.from({ length: 40 }, (_, i) => ({ i, c: [{ d: 'x\ny' }] })) }, e: 1 }],
  ])('are printed in pieces as in one: %s', (_name, value) => {
    expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2));
  });

  it('never hold a long list in one piece', () => {
    const pieces = [...jsonPieces({ found: Array.from({ length: 1000 }, (_, i) => ({ i })) })];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(40);
  });

  it('wait for their reader', async () => {
    let [waited, longest] = [0, 0];
    const example = (await cli(['check', '--example'], async () => '')).out;
    const [table] = JSON.parse(example);
    const list = Array.from({ length: 3 }, (_, i) => ({ ...table, id: `bang-${i}` }));
    expect((await cli(['check', '-'], async () => JSON.stringify(list))).code).toBe(1);
    const made = 'simulate --from 2026-01-05 --to 2026-03-31 --units 1 --dossiers 400 --format score';
    expect(
      await run(made.split(' '), {
        out: (text) => {
          longest = Math.max(longest, text.length);
        },
        drained: async () => {
          waited += 1;
        },
        err: () => {},
        read: async () => '',
      }),
    ).toBe(0);
    expect(waited).toBeGreaterThan(3);
    expect(longest).toBeLessThan(100_000);
  });
});

describe('--help', () => {
  it.each(['check', 'criteria', 'score', 'score766'])('of %s explains its file and its example', async (name) => {
    const { out } = await cli([name, '--help'], async () => '');
    expect(out).toMatch(/^ {2}FILE\|-\n {6}.*UTF-8.*\n {2}--example\n {6}/m);
  });

  it.each([
    ['user', ['list', 'add LOGIN', 'password LOGIN', 'deactivate LOGIN', 'LOGIN', '--role', '--unit', '--tenant']],
    ['verify-audit', ['--tenant', '--head']],
  ])('of %s explains every word of a call', async (name, words) => {
    const { out } = await cli([name, '--help'], async () => '');
    for (const word of words) expect(out).toMatch(new RegExp(`^  ${word}.*\\n {6}\\S`, 'm'));
  });
});
