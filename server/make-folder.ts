import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes `folder` and the folders above it that are missing; one that is there stays as it is. Level by level: Node's own
 * recursive way never ends below `/proc`.
 * @throws Error in Vietnamese, when it cannot be made or is no folder.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  try {
    for (const one of missing)
      try {
        mkdirSync(one, { mode });
      } catch (error) {
        // Another process was faster.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    if (statSync(folder).isDirectory()) return;
  } catch (error) {
    const { code = 'lỗi khác' } = error as NodeJS.ErrnoException;
    throw new Error(`không tạo được thư mục ${folder} (${code}). Chọn nơi khác, hoặc cho tài khoản này quyền tạo.`, {
      cause: error,
    });
  }
  throw new Error(`${folder} là tệp, cần một thư mục. Chọn nơi khác.`);
}
