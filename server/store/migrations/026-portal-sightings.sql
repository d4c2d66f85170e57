-- Sites somebody said the survey would stand on, and when their pages last fetched the script and last asked for the form.
-- Only sites typed in are kept: what a browser names may be invented.
create table portal_sightings (
  tenant text not null, origin text not null, added_by text not null, added_at text not null, unit text, script_at text,
  form_at text,
  primary key (tenant, origin)
);
