import { readSchema } from '../statements/schema.ts';
import { type Seeded, type TestServer, testServer } from '../test-server.ts';
import { AFTER, fillProvince } from './filled-province.ts';
import { addOwnOfKia } from './own-of-kia.ts';
import { plantCopy } from './planted-copy.ts';

/** Tenants `mau` and `kia`, both full of data under the same ids; every text of `kia` bears `MARK`. */
async function make(): Promise<Seeded> {
  const server = await testServer();
  await fillProvince(server);
  await plantCopy(server);
  await addOwnOfKia(server);
  return server.leave();
}
let made: Promise<Seeded> | undefined;

/** A server with two full provinces, a morning after their quarter. */
export async function twoProvinces(): Promise<TestServer> {
  made ??= make();
  const server = await testServer(await made);
  server.clock.now = AFTER;
  return server;
}

/** The same server as if `tenant` had never been on it. */
export async function without(server: TestServer, tenant: string): Promise<TestServer> {
  const keyed = [...(await readSchema())].filter(([, { columns }]) => columns.includes('tenant'));
  await server.db.batch(keyed.map(([table]) => ({ sql: `delete from ${table} where tenant = ?`, params: [tenant] })));
  return server;
}
