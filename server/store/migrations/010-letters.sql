-- 1 = the date the letter promises was not known before it, so a letter taken back or put right takes its date along.
alter table apology_letters add column moved integer not null default 0;
update apology_letters set moved = 1 where promised is not null and exists (
  select 1 from dossier_changes c where c.tenant = apology_letters.tenant and c.code = apology_letters.dossier
    and c.field = 'reappointed' and c.at = apology_letters.recorded_at and c.actor = apology_letters.recorded_by);
