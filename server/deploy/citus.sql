-- Spreads the tables over the nodes of a Citus cluster, all rows of one province on one node. NOT RUN HERE: no Citus was at hand when
-- this was written. What a test holds to: these are exactly the tables of the schema, each of their keys begins with `tenant`, and every
-- statement of the program names its tenant, so that Citus sends it to one node.
--
-- When: once, on the coordinator, after the program has been started and stopped once and so made the tables, and before answers come in:
--   psql -v ON_ERROR_STOP=1 -d danhgia_dvc -f server/deploy/citus.sql
-- A table that holds rows already is copied to the nodes while it is distributed; what stays on the coordinator is dropped with
--   select truncate_local_data_after_distributing_table('responses');
-- After an upgrade that adds tables: start and stop the new program, then run the lines of the new tables (the others are refused
-- as «already distributed»).
--
-- All tables are colocated: rows of one tenant lie in shards that stay together, so joins and transactions of one province
-- never leave its node. Nothing here is joined across provinces, so no table needs a copy on every node; of `migrations`, which
-- has no tenant, there is one all the same, so that any node can say which schema it holds.
--
-- 64 shards for 34 provinces: more nodes can be added without making shards anew. A province that outgrows its neighbours gets a
-- shard of its own, and that shard a node:
--   select isolate_tenant_to_new_shard('tenants', 'tphcm', 'CASCADE');
--   select citus_move_shard_placement(…);    -- or citus_rebalance_start()
-- Two statements ask all nodes on purpose: the list of provinces (jobs) and the open periods (may the server start).
--
-- Each node is made as safe as a single server is (server/deploy, synchronous standby): an acknowledged answer lies on one node.

create extension if not exists citus;

select create_reference_table('migrations');

select create_distributed_table('tenants', 'tenant', shard_count => 64);
select create_distributed_table('acknowledgements', 'tenant', colocate_with => 'tenants');
select create_distributed_table('apology_letters', 'tenant', colocate_with => 'tenants');
select create_distributed_table('appraisals', 'tenant', colocate_with => 'tenants');
select create_distributed_table('audit', 'tenant', colocate_with => 'tenants');
select create_distributed_table('case_settings', 'tenant', colocate_with => 'tenants');
select create_distributed_table('cases', 'tenant', colocate_with => 'tenants');
select create_distributed_table('comment_tags', 'tenant', colocate_with => 'tenants');
select create_distributed_table('daily_jobs', 'tenant', colocate_with => 'tenants');
select create_distributed_table('day_counts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('devices', 'tenant', colocate_with => 'tenants');
select create_distributed_table('dossier_acts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('dossier_changes', 'tenant', colocate_with => 'tenants');
select create_distributed_table('dossier_courses', 'tenant', colocate_with => 'tenants');
select create_distributed_table('dossier_findings', 'tenant', colocate_with => 'tenants');
select create_distributed_table('dossiers', 'tenant', colocate_with => 'tenants');
select create_distributed_table('dossiers_gone', 'tenant', colocate_with => 'tenants');
select create_distributed_table('enrolments', 'tenant', colocate_with => 'tenants');
select create_distributed_table('errata', 'tenant', colocate_with => 'tenants');
select create_distributed_table('finding_texts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('first_admin_links', 'tenant', colocate_with => 'tenants');
select create_distributed_table('flag_answers', 'tenant', colocate_with => 'tenants');
select create_distributed_table('flag_readers', 'tenant', colocate_with => 'tenants');
select create_distributed_table('flag_verdicts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('import_faults', 'tenant', colocate_with => 'tenants');
select create_distributed_table('import_rows', 'tenant', colocate_with => 'tenants');
select create_distributed_table('imports', 'tenant', colocate_with => 'tenants');
select create_distributed_table('invitations', 'tenant', colocate_with => 'tenants');
select create_distributed_table('joint_counts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('kiosk_aside_ids', 'tenant', colocate_with => 'tenants');
select create_distributed_table('kiosk_asides', 'tenant', colocate_with => 'tenants');
select create_distributed_table('kiosk_hand_overs', 'tenant', colocate_with => 'tenants');
select create_distributed_table('kiosk_presses', 'tenant', colocate_with => 'tenants');
select create_distributed_table('kiosks', 'tenant', colocate_with => 'tenants');
select create_distributed_table('leases', 'tenant', colocate_with => 'tenants');
select create_distributed_table('links', 'tenant', colocate_with => 'tenants');
select create_distributed_table('minted_answers', 'tenant', colocate_with => 'tenants');
select create_distributed_table('objections', 'tenant', colocate_with => 'tenants');
select create_distributed_table('officers', 'tenant', colocate_with => 'tenants');
select create_distributed_table('pack_files', 'tenant', colocate_with => 'tenants');
select create_distributed_table('par_changes', 'tenant', colocate_with => 'tenants');
select create_distributed_table('par_counts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('par_criteria', 'tenant', colocate_with => 'tenants');
select create_distributed_table('par_declared', 'tenant', colocate_with => 'tenants');
select create_distributed_table('periods', 'tenant', colocate_with => 'tenants');
select create_distributed_table('person_tokens', 'tenant', colocate_with => 'tenants');
select create_distributed_table('petitions', 'tenant', colocate_with => 'tenants');
select create_distributed_table('portal_counts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('portal_keys', 'tenant', colocate_with => 'tenants');
select create_distributed_table('portal_origins', 'tenant', colocate_with => 'tenants');
select create_distributed_table('portal_sightings', 'tenant', colocate_with => 'tenants');
select create_distributed_table('privacy_notices', 'tenant', colocate_with => 'tenants');
select create_distributed_table('procedure_tallies', 'tenant', colocate_with => 'tenants');
select create_distributed_table('procedures', 'tenant', colocate_with => 'tenants');
select create_distributed_table('public_replies', 'tenant', colocate_with => 'tenants');
select create_distributed_table('publications', 'tenant', colocate_with => 'tenants');
select create_distributed_table('published_tables', 'tenant', colocate_with => 'tenants');
select create_distributed_table('receipts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('recordings', 'tenant', colocate_with => 'tenants');
select create_distributed_table('recovery_codes', 'tenant', colocate_with => 'tenants');
select create_distributed_table('report_heads', 'tenant', colocate_with => 'tenants');
select create_distributed_table('report_texts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('responses', 'tenant', colocate_with => 'tenants');
select create_distributed_table('retention_settings', 'tenant', colocate_with => 'tenants');
select create_distributed_table('review_sample_dossiers', 'tenant', colocate_with => 'tenants');
select create_distributed_table('review_samples', 'tenant', colocate_with => 'tenants');
select create_distributed_table('running_timeliness', 'tenant', colocate_with => 'tenants');
select create_distributed_table('second_looks', 'tenant', colocate_with => 'tenants');
select create_distributed_table('second_steps', 'tenant', colocate_with => 'tenants');
select create_distributed_table('self_scores', 'tenant', colocate_with => 'tenants');
select create_distributed_table('sequences', 'tenant', colocate_with => 'tenants');
select create_distributed_table('sessions', 'tenant', colocate_with => 'tenants');
select create_distributed_table('sign_in_tries', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_flags', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_judged', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_misreadings', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_officers', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_parts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_progress', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_slices', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_sums', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_timeliness', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_units', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshot_written', 'tenant', colocate_with => 'tenants');
select create_distributed_table('snapshots', 'tenant', colocate_with => 'tenants');
select create_distributed_table('sso_returns', 'tenant', colocate_with => 'tenants');
select create_distributed_table('sso_subjects', 'tenant', colocate_with => 'tenants');
select create_distributed_table('survey_messages', 'tenant', colocate_with => 'tenants');
select create_distributed_table('survey_steps', 'tenant', colocate_with => 'tenants');
select create_distributed_table('tallies', 'tenant', colocate_with => 'tenants');
select create_distributed_table('tenant_provinces', 'tenant', colocate_with => 'tenants');
select create_distributed_table('unit_facts', 'tenant', colocate_with => 'tenants');
select create_distributed_table('unit_facts_revisions', 'tenant', colocate_with => 'tenants');
select create_distributed_table('unit_spans', 'tenant', colocate_with => 'tenants');
select create_distributed_table('unit_successors', 'tenant', colocate_with => 'tenants');
select create_distributed_table('units', 'tenant', colocate_with => 'tenants');
select create_distributed_table('users', 'tenant', colocate_with => 'tenants');
select create_distributed_table('webhook_deliveries', 'tenant', colocate_with => 'tenants');
select create_distributed_table('webhooks', 'tenant', colocate_with => 'tenants');
