import type { OwnSection } from '#wire/report.ts';

/** What the office wrote itself, by section; a section that is absent is still empty. */
export type OwnTexts = Readonly<Partial<Record<OwnSection, { readonly text: string; readonly revision: number }>>>;
