import type { PublicErratum } from '#wire/comparison.ts';
import type { PublicHistory } from '#wire/public-history.ts';
import type { PublicResults } from '#wire/results.ts';
import type { TestServer } from './test-server.ts';

type Note = (name: string, n: number) => void;

/** Counts a page carries with their names: `answers/unit/survey/option` of one period. */
function readFigures(html: string, period: string, note: Note): void {
  for (const [, unit, survey, option, n] of html.matchAll(
    /data-figure="answers\/([\w-]+)\/([\w-]+)\/(\w+)">([\d.]+)</g,
  ))
    note(`c|${period}|${unit}|${survey}|overall|${option}`, Number(n?.replaceAll('.', '')));
  for (const [, unit, n] of html.matchAll(/data-figure="ranking\/([\w-]+)\/responses">(?:<div>)?([\d.]+)</g))
    note(`n|${period}|${unit}`, Number(n?.replaceAll('.', '')));
}

/**
 * The pages and files beside the results of one period: each page of a unit, the charts, corrections as data, and the catalogue.
 * @throws Error when one of them carries anything of a unit that `results` hides.
 */
export async function readBeside(
  { request }: TestServer,
  tenant: string,
  results: PublicResults,
  note: Note,
): Promise<void> {
  const { period } = results.period;
  const hidden = new Set(results.units.filter((each) => each.hidden).map(({ unit }) => unit));
  const home = `/cong-khai/${tenant}`;
  const { text: page } = await request('GET', `${home}?ky=${period}`);
  readFigures(page, period, note);
  for (const unit of hidden)
    if (new RegExp(`data-figure="[\\w-]+/${unit}/|/don-vi/${unit}\\?`).test(page))
      throw new Error(`${unit} is hidden and has a figure on the page of ${period}`);
  const [first] = results.units.filter((each) => !each.hidden);
  for (const unit of [...hidden, ...(first ? [first.unit] : [])]) {
    const { text } = await request('GET', `${home}/don-vi/${unit}?ky=${period}`);
    readFigures(text, period, note);
    if (hidden.has(unit) && /data-figure|<table|<figure/.test(text))
      throw new Error(`${unit} is hidden and its page has figures of ${period}`);
  }
  const path = `/v1/public/periods/${period}/changes?tenant=${tenant}`;
  const { body } = await request<{ errata: PublicErratum[] }>('GET', path);
  for (const { changes } of body.errata)
    for (const { unit } of changes?.units ?? [])
      if (hidden.has(unit)) throw new Error(`${unit} is hidden and named as corrected`);
}

/** Periods side by side, as data. @throws Error when a unit stands there that one of the periods hides. */
export async function readHistory(
  { request }: TestServer,
  tenant: string,
  listed: ReadonlyMap<string, PublicResults>,
  note: Note,
): Promise<void> {
  const { body } = await request<PublicHistory>('GET', `/v1/public/history?tenant=${tenant}`);
  const { text } = await request('GET', `/v1/public/history.csv?tenant=${tenant}`);
  for (const { periods, units } of body.series) {
    const hides = ({ period }: { period: string }) =>
      (listed.get(period)?.units ?? []).flatMap(({ unit, hidden }) => (hidden ? [unit] : []));
    const hidden = new Set(periods.flatMap(hides));
    for (const { unit, results } of units) {
      if (hidden.has(unit)) throw new Error(`${unit} is hidden in a period and stands in the history`);
      for (const { period, responses } of results) if (responses !== null) note(`n|${period}|${unit}`, responses);
    }
    for (const { period } of periods)
      for (const unit of hides({ period }))
        if (text.split('\n').some((line) => line.includes(`,${period},`) && line.includes(`,${unit},`)))
          throw new Error(`${unit} is hidden and stands in the history as CSV`);
  }
}
