-- One row per dossier and snapshot instead of one per finding. `bits`: which findings it holds, computed indicator i = 2^i, self
-- = 2^(10+i); `findings`: [words, finding, …] in the order of the bits, a finding being whole or [text, word, …] by numbers.
create table dossier_findings (
  tenant text not null, snapshot text not null, unit text not null, dossier text not null, bits integer not null,
  findings text not null,
  primary key (tenant, snapshot, unit, dossier, bits)
);
-- What many findings of a snapshot say alike, once: their JSON with a mark where each has words of its own.
create table finding_texts (
  tenant text not null, snapshot text not null, id integer not null, text text not null,
  primary key (tenant, snapshot, id)
);
insert into dossier_findings (tenant, snapshot, unit, dossier, bits, findings)
select tenant, snapshot, unit, dossier,
  case indicator when 1 then 2 when 2 then 4 when 3 then 8 when 4 then 16 when 5 then 32 when 6 then 64 when 7 then 128
    when 8 then 256 else 512 end * case series when 'self' then 1024 else 1 end,
  '[[],' || finding || ']'
from snapshot_findings;
drop table snapshot_findings;

-- The sums a snapshot's results are made of, of a unit (officer '') and of each officer in it; citizens' only where 5 or more answered.
create table snapshot_sums (
  tenant text not null, snapshot text not null, unit text not null, officer text not null, sums text not null,
  primary key (tenant, snapshot, unit, officer)
);
-- A snapshot that is being made: how far it is, and the units whose findings are written, with the hash of their facts.
create table snapshot_progress (
  tenant text not null, snapshot text not null, period text not null, state text not null, done integer not null,
  expected integer not null, unit text, started_at text not null,
  primary key (tenant, snapshot)
);
create index snapshot_progress_by_period on snapshot_progress (tenant, period);
create table snapshot_written (
  tenant text not null, snapshot text not null, unit text not null, facts_hash text not null,
  primary key (tenant, snapshot, unit)
);
-- Hash of all a snapshot shows; null on one made before there was such a hash.
alter table snapshots add column content_hash text;
-- The snapshot whose findings stand behind this one; null = its own.
alter table snapshots add column findings_of text;
