import { startCluster } from './cluster.ts';

/** One PostgreSQL for all test files of a run; each test server has a database of its own in it (`test-database.ts`). */
export default async function setup() {
  const cluster = await startCluster({
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '300',
    shared_buffers: '256MB',
    autovacuum: 'off',
  });
  process.env.TEST_POSTGRES = cluster.url('postgres');
  return () => cluster.remove();
}
