import { createApp } from './app.ts';
import { envWarnings, readEnv } from './env.ts';
import { firstRun } from './first-run.ts';
import { listen } from './listen.ts';
import { log } from './log.ts';
import { openServices } from './open-services.ts';

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const services = await openServices(env, () => new Date());
  const links = await firstRun(services, env);
  const listening = await listen(createApp(services), env).catch(async (error: unknown) => {
    await services.close();
    throw error;
  });
  services.baseUrl = listening.url;

  let stopping = false;
  async function stop(): Promise<void> {
    // A second signal does not wait for answers under way.
    if (stopping) process.exit(1);
    stopping = true;
    await listening.close();
    await services.close();
    process.exit(0);
  }
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  // Said last: whoever waits for this line may send a signal at once.
  log.info(`Đánh giá DVC đang chạy tại ${listening.url}`);
  for (const link of links)
    log.info(`Chưa có quản trị. Mở đường dẫn này để tạo (dùng một lần, trong 24 giờ): ${listening.url}${link}`);
  for (const warning of envWarnings(env)) log.warn(warning);
}

main().catch((error: unknown) => {
  // What goes wrong at the start are settings, files and ports; nobody has typed anything yet.
  log.fatal(error instanceof Error ? error.message : 'Không khởi động được.');
  process.exitCode = 1;
});
