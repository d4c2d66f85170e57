/**
 * Tests about the SQLite file itself, each with why it says nothing of PostgreSQL. By file, then by how the title of test or group begins; `*` = all of the file.
 * Everything else of the suite runs on both engines.
 */
const BACKUP = 'our own backup is of the SQLite file; PostgreSQL is backed up by its own tools (server/README.md)';
const BYTES =
  'looks into the bytes of the SQLite file; what PostgreSQL keeps of a deleted row is told in server/README.md';
const OLDER = 'begins with the file of an earlier version; no earlier version knew PostgreSQL';
const ENGINE = 'is about the threads, pragmas and faults of SQLite; test/server/db-engines.test.ts has what both keep';
const DISK = 'asks for the disk under the file; that of PostgreSQL is another machine’s';
const RANGE = 'expects the file that holds it to be named; there is none';

export const OF_THE_FILE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'test/server/backup.test.ts': { '*': BACKUP },
  'test/server/backup-results.test.ts': { '*': BACKUP },
  'test/server/restore.test.ts': { '*': BACKUP },
  'test/server/restore-lost-keys.test.ts': { '*': BACKUP },
  'test/server/load.test.ts': { '*': BACKUP },
  'test/server/export.test.ts': { 'holds every row of the tenant, of one moment, and no secret': BACKUP },
  'test/server/migrate.test.ts': { '*': OLDER },
  'test/server/sumless-snapshots.test.ts': { '*': OLDER },
  'test/server/sqlite.test.ts': { '*': ENGINE },
  'test/server/settle.test.ts': { '*': BYTES },
  'test/server/close-plan.test.ts': {
    'reach every row of a large table by more of its key than the tenant, dossiers by':
      'reads the words of SQLite’s planner',
  },
  'test/server/kiosk-traces.test.ts': {
    'no copy says at which hour a tablet was answered, nor which dossier lay before it': BACKUP,
  },
  'test/server/minted-answers.test.ts': {
    'the seal takes the counts of its period with the links they are of, and no copy made before keeps them': BACKUP,
  },
  'test/server/after-seal.test.ts': { 'a backup made before the seal': BACKUP },
  'test/server/privacy-planted.test.ts': { '*': BYTES },
  'test/server/readiness.test.ts': {
    'a keys folder that cannot be had, and a disk with too little room, are each told': DISK,
    'a stranger learns that it is not ready, not where anything lies': DISK,
  },
  'test/server/main.test.ts': {
    'keys that are not where answers need them are told at the start, which goes on':
      'copies a database by `vacuum into`',
  },
  'test/server/receipts.test.ts': { 'an erased answer is in no file of the database': BYTES },
  'test/server/seal-candidates.test.ts': { 'leaves of the others nothing in any file of the database': RANGE },
  'test/imports/hostile.test.ts': {
    'nothing of an applicant is in any byte written: database, log of it, journal, report': RANGE,
  },
};
