-- The progress table of a dossier as its detail page or a file shows it: JSON of steps by name, limit and moments. Nobody who did a step is
-- in it, and it bears on no points.
create table dossier_courses (
  tenant text not null, code text not null, steps text not null, updated_by text not null, updated_at text not null,
  primary key (tenant, code)
);
