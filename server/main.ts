import { createApp } from './app.ts';
import { readEnv } from './env.ts';
import { firstRun } from './first-run.ts';
import { listen } from './listen.ts';
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
  console.info(`Đánh giá DVC đang chạy tại ${listening.url}`);
  for (const link of links)
    console.info(`Chưa có quản trị. Mở đường dẫn này để tạo (dùng một lần, trong 24 giờ):\n  ${listening.url}${link}`);
  if (!listening.url.startsWith('https:') && !['127.0.0.1', '::1', 'localhost'].includes(env.host))
    console.warn('Máy khác vào được nhưng đường truyền chưa mã hóa. Đặt sau HTTPS và khai BASE_URL=https://…');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
