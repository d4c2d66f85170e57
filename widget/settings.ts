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
  'mode',
  'steps',
  'assisted',
  'way',
  'test',
  'shared',
] as const;

type Name = (typeof ATTRIBUTES)[number];

/** Texts are trimmed, and empty where they are not given. */
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
  /** `dialog`: shown in a dialog that `show()` opens. */
  readonly mode: string;
  /** Who fills the form in for the respondent, and how the two met; empty = the respondent does. */
  readonly assisted: string;
  readonly way: string;
  /** One question at a time. */
  readonly steps: boolean;
  /** Nothing is sent. */
  readonly test: boolean;
  /** Other people use this device: no draft is kept. */
  readonly shared: boolean;
  /** Unit and stage are said beside the token, so that the first question waits for no answer of the server. */
  readonly told: boolean;
}

/** What the host page asks for. The server is this script's own unless named; the language that of the text around. */
export function settingsOf(element: HTMLElement): Settings {
  const is = (name: Name) => element.hasAttribute(name);
  const said = ATTRIBUTES.map((name) => [name, element.getAttribute(name)?.trim() ?? ''] as const);
  const { server, tenant, unit, stage, token, survey, ...rest } = Object.fromEntries(said) as Record<Name, string>;
  return {
    ...rest,
    ...{ unit, test: is('test'), shared: is('shared'), steps: is('steps') },
    // A portal may copy it from its own address: it must not lead to another place of the server. A token of ours stays as it is.
    token: encodeURIComponent(token),
    // An address of no server is as none: `javascript:` must not become a link.
    server: (/^http/.test(server) && URL.canParse(server) ? server : new URL('/', import.meta.url).href).replace(
      /\/$/,
      '',
    ),
    tenant: tenant || token.replace(/\..*/, ''),
    stage: stage === 'submitted' ? stage : 'returned',
    survey: survey || 'danhgia-2026',
    lang: element.closest<HTMLElement>('[lang]')?.lang.startsWith('en') ? 'en' : 'vi',
    told: !!(unit && stage),
  };
}
