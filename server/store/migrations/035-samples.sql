-- A list drawn for review: the number drawn in public after the close and where it was drawn, the hash of all it was drawn from (no
-- answer is in it), the seed the two give, and the hash of the list. A list drawn anew keeps the one before.
create table review_samples (
  tenant text not null, period text not null, sample integer not null, snapshot text not null, number text not null,
  source text not null, frame_hash text not null, seed text not null, list_hash text not null, size integer not null,
  whole integer not null, actor text not null, at text not null,
  primary key (tenant, period, sample)
);
create table review_sample_dossiers (
  tenant text not null, period text not null, sample integer not null, unit text not null, code text not null,
  stratum text not null, place integer not null,
  primary key (tenant, period, sample, unit, code)
);
