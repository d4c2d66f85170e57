import { findChromium } from './find-chromium.ts';

try {
  console.info(`Chromium: ${findChromium()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
