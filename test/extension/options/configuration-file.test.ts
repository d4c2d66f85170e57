import { expect, it } from 'vitest';
import { readConfigurationFile, writeConfigurationFile } from '../../../extension/options/configuration-file.ts';
import { panelStateOf } from '../panel-state-of.ts';

it('gives back what was exported, and carries no key', () => {
  const state = panelStateOf({ sites: ['https://motcua.example.vn', 'http://10.0.0.5'] });
  const text = writeConfigurationFile(state);
  expect(text).not.toMatch(/"key"|mau\.A1|so-a|consent/i);
  expect(readConfigurationFile(text)).toEqual({
    configuration: { server: state.server, sites: state.sites, ...state.preferences },
    faults: [],
  });
});

it.each([
  ['an empty file', '', 'tệp'],
  ['what is no JSON', '{"format":', 'tệp'],
  ['null', 'null', 'format'],
  ['a file of something else', '{"name":"x"}', 'format'],
  ['a later format', '{"format":"danhgia-dvc/2"}', 'format'],
  ['a wrong setting', '{"format":"danhgia-dvc/1","look":"pink"}', 'look'],
])('says what is wrong with %s', (_what, text, field) => {
  expect(readConfigurationFile(text).faults.map((fault) => fault.field)).toEqual([field]);
});
