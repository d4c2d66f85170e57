import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrub } from '#rules/scrub.ts';
import { GOES, STAYS } from './scrub-cases.ts';

/** What « » names, as the citizen reads it. */
const LABELS: Readonly<Record<string, string>> = {
  'điện thoại': '[đã che số điện thoại]',
  'giấy tờ': '[đã che số căn cước]',
  thư: '[đã che thư điện tử]',
  tên: '[đã che tên]',
  'địa chỉ': '[đã che địa chỉ]',
  'tài khoản': '[đã che số tài khoản]',
};
const withLabels = (kept: string) => kept.replace(/«([^»]+)»/g, (_, name: string) => LABELS[name] ?? name);

describe('what goes', () => {
  for (const [what, cases] of Object.entries(GOES))
    describe(what, () => {
      for (const [written, kept] of cases)
        it(written, () => {
          const expected = withLabels(kept);
          const clean = scrub(written);
          expect(clean).toEqual({ text: expected, hidden: kept.split('«').length - 1 });
          expect(scrub(clean.text)).toEqual({ text: expected, hidden: 0 });
        });
    });

  it('is counted, and named in English too', () => {
    expect(scrub('Call 0912345678 or a@b.vn', 'en')).toEqual({
      text: 'Call [phone number hidden] or [e-mail hidden]',
      hidden: 2,
    });
  });
});

describe('what stays', () => {
  for (const [what, texts] of Object.entries(STAYS))
    describe(what, () => {
      for (const text of texts) it(text, () => expect(scrub(text)).toEqual({ text, hidden: 0 }));
    });
});

it('is a table of more than 120 cases, none of them twice', () => {
  const written = [
    ...Object.values(GOES).flatMap((cases) => cases.map(([text]) => text)),
    ...Object.values(STAYS).flat(),
  ];
  expect(written.length).toBeGreaterThan(120);
  expect(new Set(written).size).toBe(written.length);
});

it('done twice changes nothing more, whatever was written', () => {
  const pieces = [
    ...Object.values(GOES).flatMap((cases) => cases.map(([text]) => text)),
    ...Object.values(STAYS).flat(),
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 6 });
  fc.assert(
    fc.property(text, fc.constantFrom(' ', ', ', '. ', '\n'), (parts, between) => {
      const once = scrub(parts.join(between)).text;
      expect(scrub(once)).toEqual({ text: once, hidden: 0 });
    }),
    { numRuns: 2000, seed: 7 },
  );
});
