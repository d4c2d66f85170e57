-- Addresses of other systems that are told of counts and of the course of periods. No secret is stored: each is made from the folder of
-- keys by the webhook's generation, and for a while after a change by the one before as well.
create table webhooks (
  tenant text not null, webhook text not null, url text not null, kinds text not null, generation integer not null,
  overlap_until text, created_by text not null, created_at text not null, failures integer not null, off_at text, off_reason text,
  primary key (tenant, webhook)
);
-- One line for each message to each address; body holds a unit or period and a count of at least 5. Of the answer its status alone.
create table webhook_deliveries (
  tenant text not null, webhook text not null, event text not null, kind text not null, body text not null, created_at text not null,
  state text not null, tries integer not null, next_at text, tried_at text, status integer, fault text,
  primary key (tenant, webhook, event)
);
create index webhook_deliveries_due on webhook_deliveries (tenant, state, next_at);
