import { rmSync } from 'node:fs';
import { addDays } from '#rules/calendar/date.ts';
import { createApp } from '../app.ts';
import { localDay } from '../clock.ts';
import { readEnv } from '../env.ts';
import { listen } from '../listen.ts';
import { openServices } from '../open-services.ts';
import { withAudit } from '../store/audit.ts';
import { insertEnrolment, newEnrolmentCode } from '../store/enrolments.ts';
import { demoRoutes } from './demo-routes.ts';
import { ADMIN, fillDemo, OTHERS, PIN } from './fill.ts';
import { fillKiosk } from './fill-kiosk.ts';
import { SHOWN_UNIT, TENANT, UNITS } from './province.ts';

const FOLDER = '.data/demo';
const CODE_HOURS = 24;

/** Milliseconds from `at` to five past the next midnight in Viet Nam. */
function untilTomorrow(at: Date): number {
  return Date.parse(`${addDays(localDay(at), 1)}T00:05:00+07:00`) - at.getTime();
}

/** Serves a province that does not exist, made anew at each start, on one port. */
async function main(): Promise<void> {
  // The terminal shows where to go, not every request.
  const own = { DATABASE_URL: `file:${FOLDER}/demo.db`, KEY_DIR: `${FOLDER}/keys`, LOG_LEVEL: 'warn' };
  const env = readEnv({ ...own, ...process.env });
  if (env.database.engine !== 'sqlite')
    throw new Error('Bản trình diễn dựng lại dữ liệu mỗi lần chạy nên chỉ dùng một tệp: bỏ DATABASE_URL=postgres://…');
  for (const rest of ['', '-wal', '-shm']) rmSync(env.database.file + rest, { force: true });
  rmSync(env.keyDir, { recursive: true, force: true });
  console.info('Đang dựng dữ liệu giả định…');
  // The demo's day can be moved on, so that a period that ends today can be closed without waiting for tomorrow.
  let aheadMs = 0;
  const now = () => new Date(Date.now() + aheadMs);
  const services = await openServices(env, now);
  const demo = await fillDemo(services);
  const kioskCode = await fillKiosk(services.db, now(), PIN);
  const code = newEnrolmentCode(TENANT);
  const expires = new Date(Date.now() + CODE_HOURS * 3_600_000).toISOString();
  await withAudit(
    services.db,
    TENANT,
    new Date(),
    { actor: 'operator', action: 'enrolment.issue', subject: SHOWN_UNIT },
    [insertEnrolment(TENANT, code, { unit: SHOWN_UNIT, label: 'Máy trình diễn', issuedBy: 'operator' }, expires)],
  );
  const { url, close } = await listen(
    createApp(
      services,
      demoRoutes(demo, () => {
        aheadMs += untilTomorrow(now());
      }),
    ),
    env,
  );
  services.baseUrl = url;
  const officer = UNITS.find((u) => u.unit === SHOWN_UNIT)?.officers[0];
  console.info(`
Đánh giá DVC – trình diễn trên dữ liệu giả định

  Mở từ đây           ${url}/
  Cổng dịch vụ công   ${url}/demo/portal
  Một cửa điện tử     ${url}/demo/mot-cua
  Trang quản trị      ${url}/admin/#/dang-nhap/${TENANT}   tên ${ADMIN.login} · mật khẩu ${ADMIN.password}
                      vai trò khác, cùng mật khẩu: ${OTHERS.map(({ login }) => login).join(' · ')}
  Ki-ốt ở quầy        ${url}/kiosk/   mã ghép máy ${kioskCode} · PIN nhân viên ${PIN}
  Trang công khai     ${url}/cong-khai/${TENANT}
  Báo cáo đã công bố  ${demo.publishers.map(([tenant]) => `${url}/cong-khai/${tenant}`).join('\n                      ')}

  Phần mở rộng        nạp thư mục .output/chrome-mv3-demo vào trình duyệt, rồi ghép máy:
                      máy chủ ${url} · mã đăng ký ${code} · cán bộ ${officer} · PIN ${PIN}

Dừng: Ctrl+C`);

  async function stop(): Promise<void> {
    await close();
    await services.close();
    process.exit(0);
  }
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
