import type { Distributions } from '#wire/distributions.ts';
import type { PublicResults } from '#wire/results.ts';
import { QUARTERS, YEAR } from './attacked-province.ts';
import { readBeside, readHistory } from './attacker-pages.ts';
import type { TestServer } from './test-server.ts';

/** What can be known of one count. */
export interface Range {
  low: number;
  high: number;
}

/** `Σ coefficient × count = 0`. */
type Equation = readonly (readonly [name: string, coefficient: 1 | -1])[];

/** Counts that were printed, from whichever format: two formats that differ would show at once. */
function noted(printed: Map<string, number>, name: string, n: number): void {
  const known = printed.get(name);
  if (known !== undefined && known !== n) throw new Error(`${name}: ${known} and ${n} were both published`);
  printed.set(name, n);
}

/** Cells of a CSV whose texts hold no line break, by column. */
function csvRows(text: string): Record<string, string>[] {
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const [head = '', ...lines] = text.replace('\ufeff', '').trim().split('\n');
  const columns = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, i) => [columns[i] ?? '', cell])));
}

/** Everything anybody can fetch of a province, in every format, of every period and version. */
async function gather(server: TestServer, tenant: string) {
  const { request } = server;
  const printed = new Map<string, number>();
  const listed = new Map<string, PublicResults>();
  for (const period of [...QUARTERS, YEAR]) {
    const path = `/v1/public/periods/${period}`;
    const newest = (await request<PublicResults>('GET', `${path}/results?tenant=${tenant}`)).body;
    for (const { snapshot } of newest.versions) {
      const at = `?tenant=${tenant}&snapshot=${snapshot}`;
      const { body } = await request<PublicResults>('GET', `${path}/results${at}`);
      if (!listed.has(period)) listed.set(period, body);
      for (const { unit, responses } of body.units)
        if (responses !== null) noted(printed, `n|${period}|${unit}`, responses);
      // A table of corrections is one more format: it may name nobody the results hide.
      const hidden = body.units.filter((each) => each.hidden).map(({ unit }) => unit);
      const corrected = body.errata.flatMap(({ changes }) => changes?.units.map(({ unit }) => unit) ?? []);
      const lines = csvRows((await request('GET', `${path}/changes.csv?tenant=${tenant}`)).text);
      for (const unit of [...corrected, ...lines.map((line) => line.unit)])
        if (unit !== undefined && hidden.includes(unit)) throw new Error(`${unit} is hidden and named as corrected`);
      for (const row of csvRows((await request('GET', `${path}/results.csv${at}`)).text))
        if (row.responses) noted(printed, `n|${period}|${row.unit}`, Number(row.responses));
      const { text } = await request('GET', `/cong-khai/${tenant}?ky=${period}&ban=${snapshot}`);
      for (const [, name, row] of text.matchAll(
        /<tr[^>]*><th scope="row">(?:<a [^>]*>)?Nơi ([\w-]+)(?:<\/a>)?<\/th>([\s\S]*?)<\/tr>/g,
      )) {
        const [, n] = /data-label="Số phiếu"><div>([\d.]+)</.exec(row ?? '') ?? [];
        if (n) noted(printed, `n|${period}|${name}`, Number(n.replaceAll('.', '')));
      }
    }
    const answers = (await request<Distributions>('GET', `${path}/distributions?tenant=${tenant}`)).body;
    const cells = [
      ...answers.units.map(({ unit, questions }) => ['c', unit, questions] as const),
      ...answers.procedures.map(({ procedure, questions }) => ['p', procedure, questions] as const),
    ];
    for (const [family, member, questions] of cells)
      for (const { survey, question, options } of questions)
        for (const { option, n } of options)
          noted(printed, `${family}|${period}|${member}|${survey}|${question}|${option}`, n);
    for (const row of csvRows((await request('GET', `${path}/distributions.csv?tenant=${tenant}`)).text)) {
      const family = row.family === 'unit' ? 'c' : 'p';
      noted(printed, `${family}|${period}|${row.code}|${row.survey}|${row.question}|${row.option}`, Number(row.n));
    }
    // Of whoever is shown with answers at all, an option without a line was given by nobody.
    for (const { unit, hidden } of answers.units) if (!hidden) noted(printed, `answers|${period}|${unit}`, 1);
    for (const { procedure } of answers.procedures) noted(printed, `answers|${period}|${procedure}`, 1);
  }
  const note = (name: string, n: number) => noted(printed, name, n);
  for (const results of listed.values()) await readBeside(server, tenant, results, note);
  await readHistory(server, tenant, listed, note);
  return { printed, listed };
}

/** How large a hidden unit may be, to whoever knows the rule: small, or the next smallest beside a lone small one. */
function hiddenRange(results: PublicResults | undefined, unit: string, pooled: boolean): Range {
  const own = results?.units.find((each) => each.unit === unit);
  const family = results?.units.filter(({ level }) => level === own?.level) ?? [];
  const shown = family.flatMap(({ responses }) => (responses === null || responses < 5 ? [] : [responses]));
  // Where somebody without forms is shown, nobody hidden has none.
  const low = (results?.units ?? []).some(({ responses }) => responses === 0) ? 1 : 0;
  if (pooled) return { low: 0, high: Number.POSITIVE_INFINITY };
  if (family.filter(({ hidden }) => hidden).length !== 2) return { low, high: 4 };
  return { low, high: shown.length ? Math.max(4, Math.min(...shown)) : Number.POSITIVE_INFINITY };
}

/** Narrows every range by every equation until nothing moves. */
function propagate(ranges: Map<string, Range>, equations: readonly Equation[]): void {
  for (let moved = true; moved; ) {
    moved = false;
    for (const equation of equations)
      for (const [name, coefficient] of equation) {
        const own = ranges.get(name) as Range;
        let [low, high] = [0, 0];
        for (const [other, c] of equation) {
          if (other === name) continue;
          const { low: l, high: h } = ranges.get(other) as Range;
          // The others brought to the other side, as if this one stood there alone.
          low += -c * coefficient > 0 ? l : -h;
          high += -c * coefficient > 0 ? h : -l;
        }
        if (low > own.low) [own.low, moved] = [low, true];
        if (high < own.high) [own.high, moved] = [high, true];
      }
  }
}

/**
 * What somebody who fetched everything can work out of each count of `names`: counts of forms `n|period|unit`, of answers
 * `c|period|unit|…` and `p|period|procedure|…`. Knows the rule by which units are hidden, that a year is its quarters and that the
 * two families are counted on the same forms but for those it cannot see.
 */
export async function attack(
  server: TestServer,
  tenant: string,
  names: readonly string[],
): Promise<{ printed: ReadonlyMap<string, number>; ranges: ReadonlyMap<string, Range> }> {
  const { printed, listed } = await gather(server, tenant);
  const ranges = new Map<string, Range>();
  const equations: Equation[] = [];
  const known = (name: string, [kind, period = '', member = '']: readonly string[]): Range => {
    const n = printed.get(name);
    if (n !== undefined) return { low: n, high: n };
    if (kind !== 'n' && printed.has(`answers|${period}|${member}`)) return { low: 0, high: 0 };
    const first = listed.get(period);
    if (kind === 'n') return hiddenRange(first, member, period === YEAR);
    return { low: 0, high: Number.POSITIVE_INFINITY };
  };
  const all = new Set(names);
  // An answer given in one quarter may have been given in any.
  for (const name of names) {
    const [kind, , ...rest] = name.split('|');
    for (const period of [...QUARTERS, YEAR]) all.add([kind, period, ...rest].join('|'));
  }
  for (const name of all) ranges.set(name, known(name, name.split('|')));
  const rests = new Set(
    [...all].map((name) =>
      name
        .split('|')
        .filter((_, i) => i !== 1)
        .join('|'),
    ),
  );
  for (const rest of rests) {
    const [kind, ...more] = rest.split('|');
    const of = (period: string) => [kind, period, ...more].join('|');
    equations.push([[of(YEAR), -1], ...QUARTERS.map((quarter) => [of(quarter), 1] as const)]);
  }
  for (const name of all) {
    const [kind, period, member, survey, question, option] = name.split('|');
    if (kind !== 'c') continue;
    // One form gives one answer to a question: no more answers than forms.
    const slack = `slack|${name}`;
    ranges.set(slack, { low: 0, high: Number.POSITIVE_INFINITY });
    equations.push([
      [`n|${period}|${member}`, -1],
      [name, 1],
      [slack, 1],
    ]);
    const both = `${period}|${survey}|${question}|${option}`;
    if (ranges.has(`open|${both}`)) continue;
    for (const rest of [`open|${both}`, `unnamed|${both}`])
      ranges.set(rest, { low: 0, high: Number.POSITIVE_INFINITY });
    const members = (family: string) =>
      [...all].filter((each) => {
        const [f, p, , ...answer] = each.split('|');
        return f === family && p === period && answer.join('|') === [survey, question, option].join('|');
      });
    equations.push([
      ...members('c').map((each) => [each, 1] as const),
      [`open|${both}`, 1],
      ...members('p').map((each) => [each, -1] as const),
      [`unnamed|${both}`, -1],
    ]);
  }
  propagate(ranges, equations);
  return { printed, ranges };
}
