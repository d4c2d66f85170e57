-- One file taken in. Nothing of an applicant stands in any of these tables: such columns are dropped at the door.
create table imports (
  tenant text not null, import text not null, kind text not null,
  -- 1 = a trial: everything but the writing
  dry integer not null,
  actor text not null,
  -- JSON: what was said about the file (separator, default unit …), and what was found in it (columns, dropped columns …)
  options text not null, found text not null,
  -- running | done | stopped | failed | undoing | undone; who works on it holds the lease `import` under `holder`
  state text not null, holder text not null, stop_asked integer not null,
  -- rows and faults of the file dealt with, and the hash over what was kept of them
  position integer not null, rows_hash text not null,
  read_rows integer not null, created integer not null, updated integer not null, repeated integer not null,
  refused integer not null, faults integer not null, notices integer not null,
  -- items taken back, and those kept because they changed since or are in use
  taken_back integer not null, kept integer not null,
  -- JSON { code, message } of what ended it
  failure text,
  started_at text not null, updated_at text not null, ended_at text,
  primary key (tenant, import)
);
create index imports_by_start on imports (tenant, started_at);
-- What an import did with each item, by the item's own key: tells a row given twice, and takes the import back.
create table import_rows (
  tenant text not null, import text not null, item text not null, row integer not null, item_hash text not null,
  -- created | updated | repeated
  outcome text not null,
  -- JSON of the item before, null when it was new; hash of what the import made of it
  before text, after_hash text,
  primary key (tenant, import, item)
);
create table import_faults (
  tenant text not null, import text not null, n integer not null, row integer, column_name text,
  -- fault: the row was not taken · notice: it was, with something to look at · kept: not taken back
  kind text not null, code text not null, message text not null,
  primary key (tenant, import, n)
);
