import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { addDays } from '#rules/calendar/date.ts';
import { createApp } from '../../server/app.ts';
import { localDay } from '../../server/clock.ts';
import { readEnv } from '../../server/env.ts';
import { firstRun } from '../../server/first-run.ts';
import { listen } from '../../server/listen.ts';
import { openServices } from '../../server/open-services.ts';

export interface EmptyWorld {
  /** The survey server, on a database nobody has entered anything into. */
  readonly url: string;
  /** A portal of another origin; `put` says what its page holds. Beside it, at `/mot-cua`, a back office; `list` says what its list holds. */
  readonly portal: string;
  /** The one-time address at which the first admin is made. */
  readonly firstAdmin: string;
  /** Today in Viet Nam, as the server has it. */
  readonly today: () => string;
  readonly put: (body: string) => void;
  readonly list: (dossiers: readonly number[]) => void;
  /** The server's clock goes to five past the next midnight. */
  readonly nextDay: () => void;
  readonly close: () => Promise<void>;
}

/** The program as `npm start` opens it, on an empty folder and with a clock that can be moved; beside it a portal. */
export async function openEmptyWorld(): Promise<EmptyWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-empty-'));
  const env = readEnv({
    PORT: '0',
    DATABASE_URL: `file:${folder}/data.db`,
    KEY_DIR: `${folder}/keys`,
    BACKUP_DIR: `${folder}/backups`,
    LOG_LEVEL: 'silent',
    TENANT: 'mau',
  });
  let aheadMs = 0;
  const now = () => new Date(Date.now() + aheadMs);
  const services = await openServices(env, now);
  const [link = ''] = await firstRun(services, env);
  const server = await listen(createApp(services), env);
  services.baseUrl = server.url;

  let body = '';
  let rows = '';
  const html = (title: string, main: string) =>
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1>${main}</main></body></html>`;
  const page = new Hono();
  page.get('/', (c) => c.html(html('Hồ sơ của tôi', body)));
  page.get('/mot-cua', (c) => c.html(html('Hồ sơ đã giải quyết', `<table class="table">${rows}</table>`)));
  page.get('/favicon.ico', (c) => c.body(null, 204));
  const portal = await listen(page, { host: '127.0.0.1', port: 0, baseUrl: null });
  return {
    url: server.url,
    // Another host than the server's: another site for the browser.
    portal: `http://localhost:${portal.port}`,
    firstAdmin: `${server.url}${link}`,
    today: () => localDay(now()),
    put: (content) => {
      body = content;
    },
    list: (dossiers) => {
      const line = (cells: readonly string[], tag: string) =>
        `<tr>${cells.map((each) => `<${tag}>${each}</${tag}>`).join('')}</tr>`;
      const day = (time: string) => time.replace(/(\d+)-(\d+)-(\d+)/, '$3/$2/$1');
      const cells = dossiers.map((n) => {
        const { code, received, promised, ready } = exportedDossier(n, localDay(now()));
        return [code, day(received), day(promised), day(ready), 'Đã trả kết quả'];
      });
      rows = `<thead>${line(LISTED, 'th')}</thead><tbody>${cells.map((each) => line(each, 'td')).join('')}</tbody>`;
    },
    nextDay: () => {
      aheadMs += Date.parse(`${addDays(localDay(now()), 1)}T00:05:00+07:00`) - now().getTime();
    },
    async close() {
      await portal.close();
      await server.close();
      await services.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As a back office heads its list. */
const LISTED = ['Số hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Ngày trả kết quả', 'Trạng thái'];

const HEAD =
  'Mã hồ sơ,Mã đơn vị,Mã thủ tục,Mã cán bộ xử lý,Ngày tiếp nhận,Ngày hẹn trả,Ngày có kết quả,Ngày trả kết quả';

/** The code of dossier `n` of an export that ends on `today`. */
export function exportedDossier(
  n: number,
  today: string,
): { code: string; received: string; promised: string; ready: string } {
  const received = addDays(today, -14 - (n % 40));
  // One in fifty is ready three days late, one in three a day early.
  const ready = n % 50 === 0 ? 13 : n % 3 === 0 ? 9 : 10;
  return {
    code: `H99.01-${received.slice(2).replaceAll('-', '')}-${String(n).padStart(6, '0')}`,
    received: `${received} 08:15`,
    promised: `${addDays(received, 10)} 17:00`,
    ready: `${addDays(received, ready)} 10:00`,
  };
}

/** A CSV of `n` finished dossiers, dealt out to `units` in turn. */
export function dossierCsv(n: number, units: readonly string[], officer: string, today: string): Buffer {
  const rows = Array.from({ length: n }, (_, i) => {
    const { code, received, promised, ready } = exportedDossier(i, today);
    const unit = units[i % units.length];
    return `${code},${unit},1.009974,${i % units.length === 0 ? officer : ''},${received},${promised},${ready},${ready}`;
  });
  return Buffer.from([HEAD, ...rows].join('\n'));
}
