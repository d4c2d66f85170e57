/** Statements that are about no one tenant, by their text in one line, and why. */
export const BEYOND_ONE_TENANT: Readonly<Record<string, string>> = {
  'create table if not exists migrations (name text primary key)': 'the schema itself, for every tenant at once',
  'select tenant from tenants order by tenant': 'jobs go through the provinces, one after the other',
  "select tenant, period from periods where state = 'open' order by tenant, period":
    'whether the server may start: the keys of every province must be there; the answer names none of them',
};
