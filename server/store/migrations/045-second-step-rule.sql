-- Whom a province asks for a second step before anything else: nobody, its administrators, everyone.
alter table tenants add column second_step_for text not null default 'nobody';
