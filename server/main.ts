import { createApp } from './app.ts';
import { checkPlaces } from './check-places.ts';
import { envWarnings, readEnv } from './env.ts';
import { firstRun } from './first-run.ts';
import { startDaily } from './jobs/daily.ts';
import { startResumingCloses } from './jobs/resume-closes.ts';
import { startWebhooks } from './jobs/webhooks.ts';
import { listen } from './listen.ts';
import { listenMetrics } from './listen-metrics.ts';
import { log } from './log.ts';
import { openServices } from './open-services.ts';
import { stopOnSignals } from './stop-on-signals.ts';

async function main(): Promise<void> {
  const env = readEnv(process.env);
  checkPlaces(env);
  const services = await openServices(env, () => new Date());
  const links = await firstRun(services, env);
  const listening = await listen(createApp(services), env).catch(async (error: unknown) => {
    await services.close();
    throw error;
  });
  services.baseUrl = listening.url;
  const figures = await listenMetrics(services.metrics, env).catch(async (error: unknown) => {
    await listening.close();
    await services.close();
    throw error;
  });

  const jobs = [startDaily(services), startResumingCloses(services), startWebhooks(services)];
  stopOnSignals(listening, {
    stop: () => services.stop(),
    async close() {
      await figures?.close();
      await Promise.all(jobs.map((job) => job.stop()));
      await services.close();
    },
  });

  // Said last: whoever waits for this line may send a signal at once.
  log.info(`Đánh giá DVC đang chạy tại ${listening.url}`);
  if (figures) log.info(`Số đo tại ${figures.url}/metrics`);
  for (const link of links)
    log.info(`Chưa có quản trị. Mở đường dẫn này để tạo (dùng một lần, trong 24 giờ): ${listening.url}${link}`);
  for (const warning of envWarnings(env)) log.warn(warning);
  for (const { code, message } of await services.unready()) log.warn({ code }, message);
}

main().catch((error: unknown) => {
  // What goes wrong at the start are settings, files and ports; nobody has typed anything yet.
  log.fatal(error instanceof Error ? error.message : 'Không khởi động được.');
  process.exitCode = 1;
});
