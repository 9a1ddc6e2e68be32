-- Every row of a tenant names it, and is for its own connections alone.
ALTER TABLE session ADD COLUMN tenant text;
UPDATE session s SET tenant = u.tenant FROM user_account u WHERE u.id = s.user_id;
ALTER TABLE session ALTER COLUMN tenant SET NOT NULL;

ALTER TABLE known_address ADD COLUMN tenant text;
UPDATE known_address k SET tenant = u.tenant FROM user_account u WHERE u.id = k.user_id;
ALTER TABLE known_address ALTER COLUMN tenant SET NOT NULL;

-- A row is of its user's tenant: references are checked past every policy.
ALTER TABLE user_account ADD CONSTRAINT user_account_is_one_tenants UNIQUE (tenant, id);
ALTER TABLE session DROP CONSTRAINT session_user_id_fkey;
ALTER TABLE session ADD FOREIGN KEY (tenant, user_id) REFERENCES user_account (tenant, id);
ALTER TABLE known_address DROP CONSTRAINT known_address_user_id_fkey;
ALTER TABLE known_address ADD FOREIGN KEY (tenant, user_id) REFERENCES user_account (tenant, id);

SELECT keep_tenants_apart(tenant_table) FROM unnest(ARRAY[
    'user_account', 'session', 'known_address', 'api_call_hour'
]::regclass[]) AS tenant_table;
