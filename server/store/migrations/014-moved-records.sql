-- What changed after a snapshot was made is found by this, however many dossiers there are.
create index dossiers_by_update on dossiers (tenant, updated_at);
-- Dossiers that ended before this day may be gone, whatever is settled later of how long they are kept.
create table dossiers_gone (
  tenant text not null, before_day text not null,
  primary key (tenant)
);
-- Where dossiers were taken away before this was kept: what is left ended, or was handed over, on or after the limit of then, and
-- none of a period that is not sealed was touched.
insert into dossiers_gone (tenant, before_day)
  select g.tenant, case when o.oldest < g.sealed then o.oldest else g.sealed end
  from (select p.tenant, max(p.to_day) as sealed from periods p where p.state = 'sealed' and exists (
    select 1 from audit a where a.tenant = p.tenant and a.action = 'retention.run' and a.detail like '%"dossiers":%')
    group by p.tenant) g
  left join (select d.tenant, min(case when substr(d.returned, 1, 10) > d.ended_day then substr(d.returned, 1, 10) else d.ended_day end)
    as oldest from dossiers d where d.ended_day is not null group by d.tenant) o on o.tenant = g.tenant;
