-- An earlier report beside the period it is of, who typed it in, and whether the public reads it: draft | public. Those of before were public.
alter table published_tables add column period text;
alter table published_tables add column entered_by text;
alter table published_tables add column entered_at text;
alter table published_tables add column state text not null default 'public';
