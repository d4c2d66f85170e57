import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withReference } from './reference.ts';

const guide = join(import.meta.dirname, 'README.md');
writeFileSync(guide, withReference(readFileSync(guide, 'utf8')));
