-- What is kept of the secrets of API keys: their SHA-256. A row counts for nothing by itself: which secret of a key counts,
-- and how long, is told by the log.
CREATE TABLE api_key_secret (
    tenant      text        NOT NULL,
    key_id      uuid        NOT NULL,
    secret_id   uuid        NOT NULL,
    secret_hash bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant, key_id, secret_id)
);

-- About when each key was used last.
CREATE TABLE api_key_use (
    tenant       text        NOT NULL,
    key_id       uuid        NOT NULL,
    last_used_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, key_id)
);

GRANT SELECT, INSERT, DELETE ON api_key_secret TO nexum_app;
GRANT SELECT, INSERT, UPDATE ON api_key_use TO nexum_app;

SELECT keep_tenants_apart('api_key_secret'), keep_tenants_apart('api_key_use');
