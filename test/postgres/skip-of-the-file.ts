import { relative } from 'node:path';
import { beforeEach } from 'vitest';
import { OF_THE_FILE } from './of-the-file.ts';

/** Skips what is only about the SQLite file, with the reason beside it in the report. */
beforeEach(({ task, skip }) => {
  const listed = OF_THE_FILE[relative(process.cwd(), task.file.filepath)] ?? {};
  const names = [task.name, ...(task.suite ? [task.suite.name] : [])];
  const found = Object.entries(listed).find(([title]) => names.some((name) => name.startsWith(title)));
  if (found) skip(found[1]);
});
