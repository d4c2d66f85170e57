-- What the one who was asked says, and what whoever looked into it found; every revision stays. By period, for a flag is the same
-- in every snapshot of it.
create table flag_answers (
  tenant text not null, period text not null, flag text not null, revision integer not null, id text not null,
  unit text not null, officer text not null, text text not null, body_hash text not null, actor text not null, at text not null,
  primary key (tenant, period, flag, revision)
);
create unique index flag_answers_by_id on flag_answers (tenant, id);
create table flag_verdicts (
  tenant text not null, period text not null, flag text not null, revision integer not null,
  -- accepted | verify
  verdict text not null, note text not null, actor text not null, at text not null,
  primary key (tenant, period, flag, revision)
);
