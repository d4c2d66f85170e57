-- Labels readers put on comments of a sealed period. A comment has no name, for its place would tell when it came: a hash of its unit and
-- text stands for it, and goes when the comments go.
create table comment_tags (
  tenant text not null, period text not null, comment text not null, tag text not null, unit text not null,
  -- 1 = beside answers about harassment or money, for the inspector alone
  grave integer not null,
  actor text not null, at text not null,
  primary key (tenant, period, comment, tag)
);
-- What an office says in public to what many wrote; unit '' = the whole province
create table public_replies (
  tenant text not null, period text not null, unit text not null, tag text not null, said text not null, done text not null,
  -- when the public saw it first, null = not shown
  shown_at text,
  updated_by text not null, updated_at text not null,
  primary key (tenant, period, unit, tag)
);
