import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import * as z from 'zod';
import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { tenantOf as tenantOfId } from '#wire/ids.ts';
import { type ImportOptions, importKind, importRequest, importView as importViewBody } from '#wire/import.ts';
import { faultCsv } from '../imports/fault-csv.ts';
import { importView } from '../imports/import-view.ts';
import type { ImportSpec } from '../imports/kind.ts';
import { kindOf } from '../imports/kinds/index.ts';
import { runImport } from '../imports/run-import.ts';
import { templateCsv } from '../imports/template-csv.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { importOrNull, importsOf } from '../store/imports.ts';
import { tenantOf } from '../store/tenants.ts';
import { importNamed } from './import-acts.ts';
import { check } from './read-json.ts';
import { ADMINS, type Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };
/** Of a file that is read as it arrives. */
const MAX_BYTES = 2 * 1024 ** 3;
const LISTED = 100;
/** Nothing came for so long: the line is dead, or somebody holds the place of another's import. */
const SILENT_MS = 60_000;

const large = () =>
  new Refusal(413, 'body.large', 'Tệp lớn hơn 2 GiB. Chia thành nhiều tệp rồi nhập từng tệp.', {
    issues: [{ path: '(nội dung)', message: 'tệp quá lớn' }],
    headers: { connection: 'close' },
  });

const stops = () =>
  new Refusal(503, 'server.stopping', 'Máy chủ đang dừng. Gửi lại đúng tệp với cùng mã để nhập tiếp.', {
    // The rest of the file need not come.
    headers: { 'retry-after': '30', connection: 'close' },
  });

const cut = () =>
  new Refusal(400, 'body.cut', 'Đường truyền bị ngắt giữa chừng. Gửi lại đúng tệp với cùng mã để nhập tiếp.', {
    headers: { connection: 'close' },
  });

/** The next piece, or a refusal when the server stops first or nothing comes: a file that takes an hour to come does not hold it. */
function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array>, stopping: AbortSignal) {
  return new Promise<Awaited<ReturnType<typeof reader.read>>>((resolve, reject) => {
    const refuse = () => reject(stops());
    if (stopping.aborted) return refuse();
    stopping.addEventListener('abort', refuse, { once: true });
    const silent = setTimeout(() => reject(cut()), SILENT_MS);
    const settled = () => {
      clearTimeout(silent);
      stopping.removeEventListener('abort', refuse);
    };
    reader.read().then(resolve, reject).finally(settled);
  });
}

/** The bytes of the request as they arrive. @throws Refusal 413 `body.large`, 400 `body.empty` `body.cut`, 503 `server.stopping`. */
async function* bytesOf(c: Context, stopping: AbortSignal): AsyncGenerator<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > MAX_BYTES) throw large();
  const { body } = c.req.raw;
  if (!body) throw new Refusal(400, 'body.empty', 'Chưa có tệp trong yêu cầu. Gửi nội dung tệp làm thân yêu cầu.');
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await nextPiece(reader, stopping);
      if (done) return;
      bytes += value.byteLength;
      if (bytes > MAX_BYTES) throw large();
      yield value;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw cut();
  }
}

/** @throws Refusal 403 `role.denied`. */
function requireKind(spec: ImportSpec, role: string): void {
  if (spec.who.some((each) => each === role)) return;
  throw new Refusal(403, 'role.denied', `Vai trò này không nhập được «${spec.title}». Liên hệ quản trị tỉnh.`);
}

export const importRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/imports',
    who: ADMINS,
    scope: 'own',
    summary: "The newest 100 imports: the province's, or the caller's own.",
    answer: z.object({ imports: z.array(importViewBody) }),
    async handle(c, { db, now }, principal) {
      const { tenant, role } = requireUser(principal);
      const actor = role === 'province-admin' ? null : actorOf(principal);
      const imports = (await importsOf(db, tenant, actor, now(), LISTED)).map(importView);
      return c.json({ imports }, 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/imports/template/:kind',
    who: ADMINS,
    scope: 'own',
    summary: 'A CSV file to fill in: the headers of a kind and one row as an example.',
    answer: ['text/csv'],
    handle(c) {
      const spec = kindOf(check(importKind, c.req.param('kind')));
      return c.body(templateCsv(spec), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="mau-${spec.kind}.csv"`,
        ...NO_STORE,
      });
    },
  },
  {
    method: 'GET',
    path: '/v1/imports/:id',
    who: ADMINS,
    scope: 'own',
    summary: 'How far an import is, or its report.',
    answer: importViewBody,
    async handle(c, services, principal) {
      return c.json(importView(await importNamed(c, services, principal)), 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/imports/:id/faults.csv',
    who: ADMINS,
    scope: 'own',
    summary: 'What was wrong with rows of an import, as CSV: row, column, what became of it, code, reason and remedy.',
    answer: ['text/csv'],
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const { id } = await importNamed(c, services, principal);
      c.header('cache-control', NO_STORE['cache-control']);
      c.header('content-type', 'text/csv; charset=utf-8');
      c.header('content-disposition', `attachment; filename="loi-${id}.csv"`);
      return stream(c, async (out) => {
        for await (const text of faultCsv(services.db, tenant, id)) await out.write(text);
      });
    },
  },
  {
    method: 'POST',
    path: '/v1/imports',
    who: ADMINS,
    scope: 'unit',
    rate: 'upload',
    summary:
      'Takes in a file (CSV, XLSX, JSON; the body) while it arrives. Query: `id` (client id), `kind`, `dryRun=1`, `unit` and `period` for rows without, `encoding`, `separator`, `dateOrder`, `sheet`, `name`. The same file with the same id goes on after an interruption.',
    query: importRequest,
    accepts: ['text/csv', 'application/json', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    answer: importViewBody,
    async handle(c, services, principal) {
      const { db, now, keys } = services;
      const { tenant, role } = requireUser(principal);
      const { id, kind, dryRun, name, ...options } = check(importRequest, c.req.query());
      if (tenantOfId(id) !== tenant)
        throw new Refusal(422, 'tenant.mismatch', 'Mã lần nhập thuộc tỉnh khác. Tạo mã mới rồi gửi lại.', {
          issues: [{ path: 'id', message: 'thuộc tỉnh khác' }],
        });
      const spec = kindOf(kind);
      requireKind(spec, role);
      if (options.unit !== undefined) await requireUnit(db, principal, tenant, options.unit);
      const { hours } = await tenantOf(db, tenant);
      const known = await importOrNull(db, tenant, id, now());
      let counted = 0;
      await runImport({
        spec,
        id,
        dry: dryRun === '1',
        by: actorOf(principal),
        taking: {
          db,
          tenant,
          keys,
          office: { calendar: NATIONAL_CALENDAR, hours },
          options: options as ImportOptions,
          mayTouch: (unit) => requireUnit(db, principal, tenant, unit),
        },
        input: bytesOf(c, services.stopping),
        name: name ?? null,
        now,
        onProgress(read) {
          services.metrics?.imported(read - counted);
          counted = read;
        },
      });
      const stored = await importOrNull(db, tenant, id, now());
      return c.json(stored && importView(stored), known && !known.dry ? 200 : 201, NO_STORE);
    },
  },
];
