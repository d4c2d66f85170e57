-- Counts that fell to nothing told what an answer had said before it was changed or erased.
delete from tallies where n <= 0;
delete from procedure_tallies where n <= 0;
delete from day_counts where n <= 0;
-- In periods sealed before, as the seal now has it: what was said about dossiers of a unit with fewer than 5 official answers, and
-- all that was said where there were fewer than 5 of any kind.
delete from tallies where proof <> 'open' and (tenant, period, unit) in (
  select r.tenant, r.period, r.unit from responses r
  join periods p on p.tenant = r.tenant and p.period = r.period and p.state = 'sealed'
  group by r.tenant, r.period, r.unit
  having sum(case when r.stage = 'returned' and r.proof not in ('open', 'officerLink') then 1 else 0 end) < 5);
delete from tallies where (tenant, period, unit) in (
  select r.tenant, r.period, r.unit from responses r
  join periods p on p.tenant = r.tenant and p.period = r.period and p.state = 'sealed'
  group by r.tenant, r.period, r.unit
  having count(*) < 5);
update responses set answers = '{}', comment = null where proof <> 'open' and (tenant, period, unit) in (
  select r.tenant, r.period, r.unit from responses r
  join periods p on p.tenant = r.tenant and p.period = r.period and p.state = 'sealed'
  group by r.tenant, r.period, r.unit
  having sum(case when r.stage = 'returned' and r.proof not in ('open', 'officerLink') then 1 else 0 end) < 5);
update responses set answers = '{}', comment = null where (tenant, period, unit) in (
  select r.tenant, r.period, r.unit from responses r
  join periods p on p.tenant = r.tenant and p.period = r.period and p.state = 'sealed'
  group by r.tenant, r.period, r.unit
  having count(*) < 5);
update responses set procedure = null, officer = null, lang = 'vi', aged = 0, assisted = null
where exists (select 1 from periods p where p.tenant = responses.tenant and p.period = responses.period and p.state = 'sealed');
