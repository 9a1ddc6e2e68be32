-- Each tenant's rows are for connections that name the tenant: a statement that forgets it finds nothing, and one that
-- is after another tenant's rows neither. The owner of the tables, whom no request is answered by, sees all.
CREATE FUNCTION keep_tenants_apart(tenant_table regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE POLICY own_tenant ON %s USING (tenant = current_setting(''nexum.tenant'', true))', tenant_table);
    EXECUTE format('CREATE POLICY every_tenant ON %s TO CURRENT_USER USING (true)', tenant_table);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', tenant_table);
END $$;

-- The auditor's way in by user and by request. Below a policy an index on an expression is of no use, unless the
-- expression is known to tell nobody what it was given; one on a column is.
DROP INDEX event_by_cause;
ALTER TABLE event
    ADD COLUMN caused_by text GENERATED ALWAYS AS (metadata::json ->> 'user') STORED,
    ADD COLUMN correlation_id text GENERATED ALWAYS AS (metadata::json ->> 'correlation_id') STORED;
CREATE INDEX event_by_cause ON event USING brin (caused_by text_bloom_ops, correlation_id text_bloom_ops)
    WITH (pages_per_range = 64, autosummarize = on);

SELECT keep_tenants_apart(tenant_table) FROM unnest(ARRAY[
    'event', 'chain_head', 'claim', 'idempotency_record', 'snapshot', 'tenant_key', 'data_key', 'key_rotation'
]::regclass[]) AS tenant_table;

-- Where each tenant has a schema of its own, this one may not be the one that the role was let into.
DO $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO nexum_app', current_schema());
END $$;
