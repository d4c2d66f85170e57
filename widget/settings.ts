import type { Lang, Stage } from '#rules/surveys/survey.ts';

export const ATTRIBUTES = [
  'server',
  'tenant',
  'unit',
  'procedure',
  'stage',
  'token',
  'survey',
  'lang',
  'test',
  'shared',
] as const;

export interface Settings {
  /** Without a slash at its end. */
  readonly server: string;
  readonly tenant: string;
  readonly unit: string;
  readonly procedure: string;
  readonly stage: Stage;
  readonly token: string;
  readonly survey: string;
  readonly lang: Lang;
  /** Nothing is sent. */
  readonly test: boolean;
  /** Other people use this device: no draft is kept. */
  readonly shared: boolean;
}

/** What the host page asks for. The server is this script's own unless named; the language that of the text around. */
export function settingsOf(element: HTMLElement): Settings {
  const text = (name: (typeof ATTRIBUTES)[number]) => element.getAttribute(name)?.trim() ?? '';
  const server = text('server') || new URL(import.meta.url).origin;
  const token = text('token');
  return {
    server: new URL(server, document.baseURI).href.replace(/\/$/, ''),
    tenant: text('tenant') || (token.split('.')[0] ?? ''),
    unit: text('unit'),
    procedure: text('procedure'),
    stage: text('stage') === 'submitted' ? 'submitted' : 'returned',
    token,
    survey: text('survey') || 'danhgia-2026',
    lang: element.closest<HTMLElement>('[lang]')?.lang.startsWith('en') ? 'en' : 'vi',
    test: element.hasAttribute('test'),
    shared: element.hasAttribute('shared'),
  };
}
