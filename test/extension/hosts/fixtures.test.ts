import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { punctuality } from '#rules/punctuality.ts';
import { dossierOf } from '../../../extension/dossier-of.ts';
import { countOf } from '../../../extension/hosts/count-of.ts';
import type { DossierReading, Page } from '../../../extension/hosts/host.ts';
import { HOSTS } from '../../../extension/hosts/index.ts';
import { type PageReading, readPage } from '../../../extension/hosts/read-page.ts';
import { FIXTURES } from '../fixtures/index.ts';
import { PLANTED_TEXTS } from '../fixtures/planted.ts';
import { pageOf } from '../page-of.ts';

const GUIDE = readFileSync(new URL('../../../extension/README.md', import.meta.url), 'utf8');

it('every family has pages of its own and its line in the guide', () => {
  const ids = HOSTS.map(({ id }) => id);
  expect([...new Set(FIXTURES.map(({ family }) => family))].sort()).toEqual([...ids].sort());
  expect(ids.filter((id) => !GUIDE.includes(`| \`${id}\` |`))).toEqual([]);
});

/** As the mark on the page would say it. */
function statusOf(reading: DossierReading, now: string): string {
  const dossier = dossierOf(reading, '');
  return dossier ? punctuality(dossier, now, DEFAULT_OFFICE, DEFAULT_CHOICES).status : 'unknown';
}

/** The page read to its end. */
function wholePage(page: Page): PageReading {
  const found = readPage(page);
  return found.list?.more ? { ...found, list: found.list.more(() => false) } : found;
}

describe.each(FIXTURES)('$id: $about', (fixture) => {
  const page = pageOf(fixture.html(), fixture.hash);
  const found = wholePage(page);
  const readings = found.list?.rows.flatMap(({ reading }) => reading ?? []) ?? [];

  it('is claimed by its own family alone', () => {
    const claiming = HOSTS.filter((host) => host.id !== 'any-table' && host.recognises(page)).map(({ id }) => id);
    expect(claiming).toEqual(fixture.family === 'any-table' ? [] : [fixture.family]);
    expect(found.family).toBe(fixture.family);
  });

  it('gives every row as the table beside it says', () => {
    const expected = new Map(fixture.rows.map((row) => [row.code, row]));
    for (const reading of readings) {
      const row = expected.get(reading.code);
      expect(reading).toMatchObject({ ...row?.reading, code: row?.code });
      expect([reading.code, statusOf(reading, fixture.now)]).toEqual([reading.code, row?.status]);
    }
  });

  it('counts what it read and what it could not', () => {
    expect(found.list && !found.list.loading ? countOf(found.list) : null).toEqual(fixture.count);
    expect([found.list?.loading ?? false, found.unreadable]).toEqual([fixture.loading, fixture.unreadable]);
  });

  it('reads the one dossier of the detail, or none, also over a list', () => {
    const opens = fixture.acts.includes('dialog');
    if (!fixture.detail || opens) expect(found.detail).toBeNull();
    if (!fixture.detail) return;
    if (opens) page.document.querySelector('[data-dialog]')?.removeAttribute('hidden');
    const shown = opens ? wholePage(page) : found;
    expect(shown.detail).toMatchObject(fixture.detail.reading);
    expect(shown.detail && statusOf(shown.detail, fixture.now)).toBe(fixture.detail.status);
    expect(shown.list?.rows.length).toBe(found.list?.rows.length);
    expect(PLANTED_TEXTS.filter((text) => JSON.stringify(shown.detail).includes(text))).toEqual([]);
  });

  it('carries no word of a person', () => {
    const read = JSON.stringify([readings, found.detail]).normalize('NFC');
    // A cell that holds everything holds the code too; there is no other to stand beside.
    const places = (found.list?.rows ?? []).flatMap(({ code, places: cells }) =>
      cells
        .map((cell) => cell.textContent ?? '')
        .filter((text) => !code || !text.includes(code) || text.trim() === code),
    );
    // That page puts persons into columns that are read, so their cells are places too.
    const touched = fixture.id === 'any-table/hostile' ? '' : places.join('\n').normalize('NFC');
    expect(PLANTED_TEXTS.filter((text) => `${read}\n${touched}`.includes(text.normalize('NFC')))).toEqual([]);
  });
});
