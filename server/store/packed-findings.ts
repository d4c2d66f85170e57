import type { Evidence, Finding } from '#rules/finding.ts';

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

/**
 * What `finding` shares with others, and its own words in order.
 * @param own what somebody wrote; it is never part of the shared text.
 */
export function split(finding: Finding, own: readonly string[]): { text: string; words: string[] } {
  const words: string[] = [];
  const put = (each: string) => {
    words.push(each);
    return MARK;
  };
  const because = lifted(finding.because, own, put);
  const evidence = finding.evidence.map(({ label, value }): Evidence => ({ label, value: lifted(value, own, put) }));
  return { text: JSON.stringify({ ...finding, because, evidence }), words };
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
