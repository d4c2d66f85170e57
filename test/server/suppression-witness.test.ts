import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Distributions } from '#wire/distributions.ts';
import type { PublicResults } from '#wire/results.ts';
import { attackedProvince, type Form, QUARTERS, YEAR } from './attacked-province.ts';
import { type TestServer, testServer } from './test-server.ts';

/** More of them are tried out by `npm run test:faults`. */
const SEEDS = (process.env.WITNESS_SEEDS ?? '1').split(' ').map(Number);
const PROCEDURES = ['1.001', '1.002', '1.003'];
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** The files in a document, for its own bytes are packed. */
async function inside(path: string): Promise<string> {
  const found = await server.app.request(path);
  if (found.status !== 200) return `${path} ${found.status}`;
  const files = unzipSync(new Uint8Array(await found.arrayBuffer()));
  return Object.entries(files)
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
    .join('\n');
}

/** Everything anybody can fetch of a province: each format of each period and version, with what came in the headers. */
async function everythingPublic(tenant: string): Promise<string> {
  const texts: string[] = [];
  const get = async (path: string) => {
    const { status, headers, text } = await server.request('GET', path);
    headers.delete('x-request-id');
    // Made of the text alone, in which the province is named.
    headers.delete('etag');
    texts.push(`${path} ${status} ${JSON.stringify([...headers])}\n${text}`);
  };
  await get(`/cong-khai/${tenant}`);
  for (const end of ['jsonld', 'ttl']) await get(`/cong-khai/${tenant}/dcat.${end}`);
  for (const format of ['', '.csv']) await get(`/v1/public/history${format}?tenant=${tenant}`);
  for (const period of [...QUARTERS, YEAR]) {
    const path = `/v1/public/periods/${period}`;
    const { body } = await server.request<PublicResults>('GET', `${path}/results?tenant=${tenant}`);
    for (const { snapshot } of body.versions) {
      for (const format of ['', '.csv']) await get(`${path}/results${format}?tenant=${tenant}&snapshot=${snapshot}`);
      await get(`/cong-khai/${tenant}?ky=${period}&ban=${snapshot}`);
    }
    for (const format of ['distributions', 'distributions.csv', 'changes', 'changes.csv'])
      await get(`${path}/${format}?tenant=${tenant}`);
    for (const format of ['xlsx', 'docx']) texts.push(await inside(`${path}/results.${format}?tenant=${tenant}`));
    for (const { unit } of body.units) await get(`/cong-khai/${tenant}/don-vi/${unit}?ky=${period}`);
  }
  return texts.join('\n').replaceAll(new RegExp(tenant, 'gi'), 'tinh');
}

/** Who is hidden in which quarter: `2025-q1|commune-0`, `2025-q1|1.001`. */
async function hiddenIn(tenant: string): Promise<Set<string>> {
  const hidden = new Set<string>();
  for (const quarter of QUARTERS) {
    const path = `/v1/public/periods/${quarter}`;
    const { units } = (await server.request<PublicResults>('GET', `${path}/results?tenant=${tenant}`)).body;
    for (const { unit, hidden: unseen } of units) if (unseen) hidden.add(`${quarter}|${unit}`);
    const { procedures } = (await server.request<Distributions>('GET', `${path}/distributions?tenant=${tenant}`)).body;
    for (const code of PROCEDURES)
      if (!procedures.some(({ procedure }) => procedure === code)) hidden.add(`${quarter}|${code}`);
  }
  return hidden;
}

const SAID = { survey: 'danhgia-2026', answers: { overall: 's1', q1: 'on' } } as const;
/** The forms with exactly `n` of each hidden unit and procedure, all saying the same. */
const withEach = (hidden: ReadonlySet<string>, n: number) => (quarter: string, forms: readonly Form[]) => {
  const isHidden = (name: string | null) => hidden.has(`${quarter}|${name}`);
  // What they said of a procedure that is shown stays said.
  const kept = forms.map(
    (form): Form => ({
      ...form,
      proof: isHidden(form.unit) ? 'open' : form.proof,
      procedure: isHidden(form.procedure) ? null : form.procedure,
    }),
  );
  const names = [...hidden].filter((name) => name.startsWith(quarter)).map((name) => name.slice(quarter.length + 1));
  const made = names.flatMap((name) => {
    const isProcedure = PROCEDURES.includes(name);
    const unit = isProcedure ? (forms[0]?.unit ?? '') : name;
    const form = {
      ...SAID,
      unit,
      procedure: isProcedure ? name : null,
      proof: isProcedure ? 'open' : 'portal',
    } as const;
    return Array<Form>(n).fill(form);
  });
  return [...kept, ...made];
};

/**
 * No solver, however clever, tells worlds apart that look the same. Each hidden unit and procedure is given 0, 1, 2, 3 and 4 forms in
 * turn, all choosing the same options: whatever is public stays as it is, to the byte, so each of its counts may be any of the five.
 */
test.each(SEEDS)(
  'each hidden count of province %i may be 0, 1, 2, 3 or 4 with all that is public the same',
  async (seed) => {
    const tenant = `goc${seed}`;
    await attackedProvince(server.db, tenant, seed);
    const [real, hidden] = [await everythingPublic(tenant), await hiddenIn(tenant)];
    expect(hidden.size).toBeGreaterThan(3);
    for (const n of [0, 1, 2, 3, 4]) {
      const other = `khac${seed}n${n}`;
      await attackedProvince(server.db, other, seed, withEach(hidden, n));
      expect((await everythingPublic(other)) === real, `${n} of each of ${[...hidden]}`).toBe(true);
    }
  },
  60_000,
);

test('one form more of a unit that is shown does show', async () => {
  const more = (_: string, forms: readonly Form[]) => [...forms, ...forms.slice(0, 1)];
  await attackedProvince(server.db, 'them1', 1, more);
  expect((await everythingPublic('them1')) === (await everythingPublic('goc1'))).toBe(false);
});
