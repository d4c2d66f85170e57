import type { Evidence, Finding } from '#rules/finding.ts';
import type { Citation } from '#rules/law.ts';

/** Stands in a text where a finding has words of its own. */
const MARK = '\u0001';
/** Numbers, days and moments: `05/11/2026 17:00` is one. */
const NUMBER = /\d(?:[\d/:.,\- ]*\d)?/g;

/** A finding as it is stored: the number of its text and the places of its words in the row; or whole. */
export type PackedFinding = readonly number[] | Finding;
/** One dossier's findings: the words, each once, and what they belong to. */
export type PackedRow = readonly [words: readonly string[], ...findings: PackedFinding[]];

function lifted(text: string, own: readonly string[], put: (words: string) => string): string {
  if (text.includes(MARK)) return put(text);
  const words = own.find((each) => each !== '' && text.includes(each));
  if (words === undefined) return text.replace(NUMBER, put);
  const at = text.indexOf(words);
  // From left to right: words are put back in the order they are taken out.
  const before = text.slice(0, at).replace(NUMBER, put);
  return before + put(words) + text.slice(at + words.length).replace(NUMBER, put);
}

/** What a finding shares with others, and its own words in order. */
export interface SplitFinding {
  /** Short for the text it shares (`sharedText`): equal only where the texts are. */
  readonly key: string;
  readonly words: readonly string[];
}

const marked = () => MARK;

/** What a finding shares with others. @param own what somebody wrote; it is never part of it. */
export function sharedText(finding: Finding, own: readonly string[]): string {
  const because = lifted(finding.because, own, marked);
  const evidence = finding.evidence.map(({ label, value }): Evidence => ({ label, value: lifted(value, own, marked) }));
  return JSON.stringify({ ...finding, because, evidence });
}

/** Splits findings. Those of a million dossiers share a few hundred texts, so a text is put together only when its key is new. */
export function findingSplitter(): (finding: Finding, own: readonly string[]) => SplitFinding {
  const cites = new WeakMap<Citation, number>();
  let cited = 0;
  let words: string[] = [];
  const put = (each: string) => {
    words.push(each);
    return MARK;
  };

  function citeKey(cite: Citation): number {
    const known = cites.get(cite);
    if (known !== undefined) return known;
    cites.set(cite, cited);
    return cited++;
  }

  /** @param own what somebody wrote; it is never part of the shared text. */
  return (finding, own) => {
    words = [];
    const because = lifted(finding.because, own, put);
    // With the length of each part no two lists of parts read the same.
    let key = `${finding.indicator} ${finding.points} ${finding.max} ${citeKey(finding.cite)} ${because.length} ${because}`;
    for (const { label, value: given } of finding.evidence) {
      const value = lifted(given, own, put);
      key += `${label.length} ${value.length} ${label}${value}`;
    }
    return { key, words };
  };
}

/** The finding whose text and words `split` gave. */
export function whole(text: string, words: readonly string[]): Finding {
  const finding = JSON.parse(text) as Finding;
  let next = 0;
  const filled = (part: string) => part.split(MARK).reduce((all, rest) => all + (words[next++] ?? '') + rest);
  const because = filled(finding.because);
  return {
    ...finding,
    because,
    evidence: finding.evidence.map(({ label, value }) => ({ label, value: filled(value) })),
  };
}
