import type { ImportView } from '#wire/import.ts';
import type { Problem } from '#wire/problem.ts';
import { type Answer, type As, idOf, type TestServer } from '../server/test-server.ts';

/** Sends `text` as a file to be taken in; import `n`. */
export function sendFile(
  server: TestServer,
  n: number,
  query: Readonly<Record<string, string>>,
  text: string,
  as: As = server.credentials.mau['province-admin'],
): Promise<Answer<ImportView & Problem>> {
  const asked = new URLSearchParams({ id: idOf(n), ...query });
  return server.request('POST', `/v1/imports?${asked}`, text, as);
}

/** Rows of a table, in the order of `columns`. */
export function rowsOf<Row>(server: TestServer, table: string, columns: string, order: string): Promise<Row[]> {
  return server.db.all<Row>(`select ${columns} from ${table} where tenant = 'mau' order by ${order}`);
}

/** The lines of the error report without its headers. */
export async function faultLines(server: TestServer, n: number): Promise<string[]> {
  const as = server.credentials.mau['province-admin'];
  const { text } = await server.request('GET', `/v1/imports/${idOf(n)}/faults.csv`, undefined, as);
  return text.replace('\ufeff', '').trim().split('\r\n').slice(1);
}
