import { formatCount } from '#rules/format.ts';
import type { SetUp, SetUpStep } from '#wire/set-up.ts';
import { type TextKey, text } from '../text.ts';
import { when } from '../when.ts';

/** The steps in their order: part of the address, name, and what the step has come to. */
export const STEPS: readonly {
  readonly step: SetUpStep;
  readonly path: string;
  readonly label: TextKey;
  readonly done: (state: SetUp) => boolean;
  readonly result: (state: SetUp) => string;
}[] = [
  {
    step: 'tenant',
    path: 'tinh',
    label: 'setUp.tenant',
    done: ({ tenant }) => tenant.settled,
    result: ({ tenant }) => `${tenant.name} · ${tenant.decision ?? text('start.noDecision')}`,
  },
  {
    step: 'units',
    path: 'don-vi',
    label: 'setUp.units',
    done: ({ units }) => units.n > 0,
    result: ({ units }) => text('wizard.units', { n: formatCount(units.n), doubled: formatCount(units.doubled) }),
  },
  {
    step: 'officers',
    path: 'can-bo',
    label: 'setUp.officers',
    done: ({ officers }) => officers.n > 0,
    result: ({ officers, units }) =>
      text('wizard.officers', {
        n: formatCount(officers.n),
        units: formatCount(officers.units),
        all: formatCount(units.n),
      }),
  },
  {
    step: 'survey',
    path: 'phieu',
    label: 'wizard.survey',
    done: ({ survey }) => survey.chosen,
    result: ({ survey }) =>
      text(survey.chosen ? 'wizard.survey.chosen' : 'wizard.survey.usual', { id: survey.id, version: survey.version }),
  },
  {
    step: 'embed',
    path: 'ma-nhung',
    label: 'setUp.embed',
    done: ({ embed }) => embed.sightings.some(({ formAt }) => formAt !== null),
    result({ embed }) {
      const seen = embed.sightings.find(({ formAt }) => formAt !== null);
      return seen?.formAt
        ? text('wizard.seen', { origin: seen.origin, time: when(seen.formAt) })
        : text('wizard.notSeen');
    },
  },
  {
    step: 'devices',
    path: 'may',
    label: 'setUp.devices',
    done: ({ devices }) => devices.n > 0,
    result: ({ devices, units }) =>
      text('wizard.devices', {
        n: formatCount(devices.n),
        units: formatCount(devices.units),
        all: formatCount(units.n),
      }),
  },
  {
    step: 'dossiers',
    path: 'nhap-ho-so',
    label: 'wizard.dossiers',
    done: ({ dossiers }) => dossiers.n > 0,
    result: ({ dossiers }) => text('wizard.dossiers.n', { n: formatCount(dossiers.n) }),
  },
  {
    step: 'done',
    path: 'xong',
    label: 'wizard.done',
    done: ({ open }) => open === null,
    result: ({ dossiers }) => text('wizard.periods', { n: formatCount(dossiers.periods) }),
  },
];
