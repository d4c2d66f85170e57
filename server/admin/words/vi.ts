import access from './access.vi.json';
import audit from './audit.vi.json';
import devices from './devices.vi.json';
import facts from './facts.vi.json';
import flags from './flags.vi.json';
import imports from './imports.vi.json';
import paper from './paper.vi.json';
import people from './people.vi.json';
import periods from './periods.vi.json';
import published from './published.vi.json';
import quality from './quality.vi.json';
import reports from './reports.vi.json';
import results from './results.vi.json';
import review from './review.vi.json';
import sample from './sample.vi.json';
import search from './search.vi.json';
import setUp from './set-up.vi.json';
import shell from './shell.vi.json';
import timeliness from './timeliness.vi.json';
import today from './today.vi.json';
import webhooks from './webhooks.vi.json';
import wizard from './wizard.vi.json';

/** Every text of the screens in Vietnamese: what is bundled, and what the keys are. A new area is one import and one line here and in `en.ts`. */
export const vi = {
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
