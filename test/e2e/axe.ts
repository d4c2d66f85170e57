import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The code of axe. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One rule broken, and the first place where it is. */
export interface AxeFinding {
  readonly id: string;
  readonly impact: string | null;
  readonly target: string;
  readonly html: string;
}

interface Look {
  /** Looked at alone; the whole page when absent. */
  readonly within?: string;
  /** Left out. */
  readonly without?: string;
  /** Contrast alone, or everything else: colours hang neither on the width nor on the language. */
  readonly rules?: 'contrast' | 'but-contrast';
}

const CONTRAST = 'color-contrast';
const RULES = {
  contrast: { runOnly: { type: 'rule', values: [CONTRAST] } },
  'but-contrast': { rules: { [CONTRAST]: { enabled: false } } },
};

/**
 * What axe finds in the page as it stands. Its code is put in once and stays until the page is left; what lies in a
 * frame is not looked into.
 */
export async function axeFindings(page: Page, { within, without, rules }: Look = {}): Promise<AxeFinding[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(
    async ([context, options]) => {
      interface Violation {
        readonly id: string;
        readonly impact: string | null;
        readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
      }
      const { axe } = globalThis as unknown as {
        axe: { run(context: object, options: object): Promise<{ violations: Violation[] }> };
      };
      const { violations } = await axe.run(context, options);
      return violations.map(({ id, impact, nodes }) => {
        const [first] = nodes;
        return { id, impact, target: first?.target.join(' ') ?? '', html: first?.html ?? '' };
      });
    },
    [
      { include: [within ?? 'html'], exclude: without ? [without] : [] },
      { ...(rules ? RULES[rules] : {}), resultTypes: ['violations'], iframes: false },
    ] as const,
  );
}
