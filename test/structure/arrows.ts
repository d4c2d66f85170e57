import type { Import } from './source-files.ts';

/**
 * Floors of the house, bottom up. A file may import its own floor and those below. The longest prefix that fits a file
 * decides; a new file directly in `server/` is entered here by whoever adds it.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['server/rules/'],
  ['server/simulate/'],
  ['server/wire/'],
  [
    'server/refusal.ts',
    'server/mismatch.ts',
    'server/clock.ts',
    'server/distributions.ts',
    'server/body-hash.ts',
    'server/read-answers.ts',
    'server/database.ts',
    'server/env.ts',
    'server/oidc-env.ts',
    'server/log.ts',
    'server/make-folder.ts',
    'server/public-address.ts',
    'server/guarded-fetch.ts',
  ],
  ['server/store/'],
  [
    'server/figures/',
    'server/close/',
    'server/cli/',
    'server/imports/',
    'server/principal.ts',
    'server/require-kiosk.ts',
    'server/require-user.ts',
    'server/client-address.ts',
    'server/blind.ts',
    'server/try-limit.ts',
    'server/count-sign-in.ts',
    'server/second-step-code.ts',
    'server/single-sign-on.ts',
    'server/call-limit.ts',
    'server/rate.ts',
    'server/metrics.ts',
    'server/gauge-work.ts',
    'server/portal-sites.ts',
    'server/work-slots.ts',
    'server/until-taken.ts',
    'server/services.ts',
    'server/readiness.ts',
    'server/authenticate.ts',
  ],
  [
    'server/routes/',
    'server/pages/',
    'server/reports/',
    'server/jobs/',
    'server/admit.ts',
    'server/answer-logged.ts',
    'server/security-headers.ts',
    'server/cross-origin.ts',
  ],
  ['server/app.ts'],
  [
    'server/check-places.ts',
    'server/open-services.ts',
    'server/first-run.ts',
    'server/listen.ts',
    'server/listen-metrics.ts',
    'server/stop-on-signals.ts',
    'server/main.ts',
  ],
  ['server/demo/'],
];

/** Programs that reach the server by HTTP alone. */
const CLIENTS = ['extension/', 'widget/', 'server/admin/'];

/** What turns findings into figures; screens, routes and pages show figures, they do not make them. */
const FIGURE_MAKERS = ['aggregate', 'clopper-pearson', 'grade', 'interval', 'mean-interval', 'official', 'tiers'].map(
  (name) => `server/rules/${name}.ts`,
);
const FIGURE_PLACES = ['server/rules/', 'server/figures/', 'server/close/', 'server/cli/'];

/** Who may ask for invented rows. */
const SIMULATOR_USERS = ['server/simulate/', 'server/cli/', 'server/demo/'];

const startOf = (file: string, prefixes: readonly string[]) => prefixes.find((prefix) => file.startsWith(prefix));

function floorOf(file: string): number {
  return FLOORS.findIndex((floor) => startOf(file, floor));
}

function clientFault(client: string, target: string, typeOnly: boolean): string | null {
  if (target.startsWith(client) || target.startsWith('server/rules/')) return null;
  if (target.startsWith('server/wire/'))
    return typeOnly ? null : 'takes a value from server/wire; a client may only `import type` there';
  return `${client} is a program of its own: it may import #rules, types of #wire and itself, and talks HTTP to the rest`;
}

/** What is wrong with one import, as advice, or `null`. */
export function arrowFault(file: string, { from, file: target, typeOnly }: Import): string | null {
  const client = startOf(file, CLIENTS);
  if (target === null) {
    if (file.startsWith('server/rules/'))
      return 'rules depend on nothing: no package, no Node module; take it as a parameter';
    if (file.startsWith('server/simulate/'))
      return 'the simulator imports #rules alone: the same seed must give the same rows on every machine';
    if (file.startsWith('server/wire/') && from !== 'zod') return 'wire files import zod and #rules only';
    if (from.startsWith('@stdlib/') && file !== 'server/distributions.ts')
      return 'distributions come from server/distributions.ts alone: it is heavy and must never reach a browser';
    return null;
  }
  if (from.startsWith('.'))
    for (const [folder, alias] of [
      ['server/rules/', '#rules/'],
      ['server/wire/', '#wire/'],
    ] as const)
      if (target.startsWith(folder) && !file.startsWith(folder))
        return `write '${alias}${target.slice(folder.length)}': rules and wire have one address everywhere`;
  if (FIGURE_MAKERS.includes(target) && !typeOnly && !startOf(file, FIGURE_PLACES))
    return 'a figure is computed in server/figures or server/close and asked for there, so that every place shows the same';
  if (client) return clientFault(client, target, typeOnly);
  if (startOf(target, CLIENTS)) return 'the server never imports a client; what both need belongs in server/rules';
  if (target.startsWith('server/demo/') && !file.startsWith('server/demo/')) return 'nothing imports the demo';
  if (target.startsWith('server/simulate/') && !startOf(file, SIMULATOR_USERS))
    return 'nothing real is made of invented rows: only the shell, the demo and tests ask the simulator';
  if (floorOf(file) < 0) return 'this file has no floor yet: enter it in test/structure/arrows.ts';
  if (floorOf(target) > floorOf(file))
    return 'this arrow runs up the house; move what is shared to a lower floor or pass it in';
  return null;
}
