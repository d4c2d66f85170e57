import { describe, expect, it } from 'vitest';
import { CASE_GROUPS } from './cases/index.ts';

for (const { title, cases, run } of CASE_GROUPS)
  describe(title, () => {
    it.each(cases)('$name', ({ given, on, expect: expected }) => {
      expect(run(given as never, on)).toEqual(expected);
    });
  });
