import access from './access.en.json';
import audit from './audit.en.json';
import devices from './devices.en.json';
import facts from './facts.en.json';
import flags from './flags.en.json';
import imports from './imports.en.json';
import paper from './paper.en.json';
import people from './people.en.json';
import periods from './periods.en.json';
import published from './published.en.json';
import quality from './quality.en.json';
import reports from './reports.en.json';
import results from './results.en.json';
import review from './review.en.json';
import sample from './sample.en.json';
import search from './search.en.json';
import setUp from './set-up.en.json';
import shell from './shell.en.json';
import timeliness from './timeliness.en.json';
import today from './today.en.json';
import type { vi } from './vi.ts';
import webhooks from './webhooks.en.json';
import wizard from './wizard.en.json';

/** Every text of the screens in English, loaded when somebody asks for it. A new area is one import and one line here and in `vi.ts`. */
export const en: Readonly<Record<keyof typeof vi, string>> = {
  ...access,
  ...audit,
  ...devices,
  ...facts,
  ...flags,
  ...imports,
  ...paper,
  ...people,
  ...periods,
  ...published,
  ...quality,
  ...reports,
  ...results,
  ...review,
  ...sample,
  ...search,
  ...setUp,
  ...shell,
  ...timeliness,
  ...today,
  ...webhooks,
  ...wizard,
};
