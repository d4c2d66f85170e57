-- Batches confirmed faster than anyone can read them: a second look was offered, and what came of the offer. No dossier is named.
create table second_looks (
  tenant text not null, id text not null, officer text not null, unit text not null, confirmed integer not null,
  seconds integer not null, answer text not null, opened integer not null, offered_day text not null,
  primary key (tenant, id)
);
