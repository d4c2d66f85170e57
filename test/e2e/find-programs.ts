import { findHeadless } from './find-chromium.ts';
import { findOffice } from './find-office.ts';

try {
  console.info(`Chromium: ${findHeadless()}\nLibreOffice: ${findOffice()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
