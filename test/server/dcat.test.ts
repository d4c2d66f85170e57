import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf, toTurtle } from '../../server/pages/dcat.ts';
import { OPEN_PROVINCE, openProvince } from './public-world.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await openProvince(server.services);
}, 60_000);
afterAll(() => server.close());

interface Dataset {
  '@id': string;
  'dct:identifier': string;
  'dcat:distribution': { 'dcat:downloadURL': { '@id': string }; 'dcat:mediaType': { '@id': string } }[];
}
const jsonLd = async () =>
  JSON.parse((await server.request('GET', `/cong-khai/${OPEN_PROVINCE}/dcat.jsonld`)).text) as {
    'dcat:dataset': Dataset[];
  };
const turtle = async () => (await server.request('GET', `/cong-khai/${OPEN_PROVINCE}/dcat.ttl`)).text;

describe('the catalogue of open data', () => {
  it('names each published period and the history, and every file it names is there in the form it says', async () => {
    const { 'dcat:dataset': sets } = await jsonLd();
    expect(sets.map((set) => set['dct:identifier'])).toEqual([
      'congkhai/2026-q2',
      'congkhai/2026-q1',
      'congkhai/history',
    ]);
    const files = sets.flatMap((set) => set['dcat:distribution']);
    expect(files).toHaveLength(2 * 6 + 2);
    for (const file of files) {
      const { pathname, search } = new URL(file['dcat:downloadURL']['@id']);
      const { status, headers } = await server.request('GET', pathname + search);
      const type = file['dcat:mediaType']['@id'].replace('https://www.iana.org/assignments/media-types/', '');
      expect([status, headers.get('content-type')?.split(';')[0]], pathname).toEqual([200, type]);
    }
  });

  it('says the same as Turtle: every address and every date of the one stands in the other', async () => {
    const text = await turtle();
    const { 'dcat:dataset': sets } = await jsonLd();
    for (const set of sets) {
      expect(text).toContain(`<${set['@id']}>\n  a dcat:Dataset`);
      for (const file of set['dcat:distribution']) expect(text).toContain(`<${file['dcat:downloadURL']['@id']}>`);
    }
    expect(text).toContain('dcat:startDate "2026-04-01"^^xsd:date');
    expect(text).toContain('dcat:endDate "2026-06-30"^^xsd:date');
    expect(text.match(/\[/g)).toHaveLength(text.match(/\]/g)?.length ?? 0);
  });

  it('does not name a period that was withdrawn, or is not shown yet', async () => {
    const set = (sql: string, value: string | null) =>
      server.db.batch([
        { sql: `update periods set ${sql} where tenant = ? and period = '2026-q2'`, params: [value, OPEN_PROVINCE] },
      ]);
    const named = async () => `${JSON.stringify(await jsonLd())}${await turtle()}`.includes('2026-q2');
    expect(await named()).toBe(true);
    await set('withdrawn_at = ?', '2026-08-01T00:00:00.000Z');
    expect(await named()).toBe(false);
    await set('withdrawn_at = ?', null);
    await set('published_at = ?', '2027-01-01T00:00:00.000Z');
    expect(await named()).toBe(false);
    await set('published_at = ?', '2026-07-01T05:00:00.000Z');
  });

  it('keeps a hostile name a name', () => {
    const text = toTurtle(
      catalogueOf({
        ...{ base: 'https://a.vn', tenant: 'x', tenantName: 'A" . <x> \\ \n <y> a dcat:Catalog', watermark: null },
        periods: [],
      }),
    );
    expect(text).toContain('foaf:name "A\\" . <x> \\\\ \\n <y> a dcat:Catalog"@vi');
    expect(text.match(/^<y>/m)).toBeNull();
  });

  it('is not there for an unknown province', async () => {
    expect((await server.request('GET', '/cong-khai/khongco/dcat.ttl')).status).toBe(404);
  });
});
