-- Screens that would otherwise go through everything a province has.
create index audit_by_action on audit (tenant, action, seq);
create index objections_by_state on objections (tenant, state, period);
create index invitations_by_day on invitations (tenant, created_at, unit);
create index second_looks_by_day on second_looks (tenant, offered_day);
