-- How tenants are kept apart, and where each one's tables are that doesn't share these. Written by the owner of the
-- tables, in the first store only.
CREATE TABLE tenant_isolation (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    strategy text    NOT NULL
);

CREATE TABLE tenant_store (
    tenant     text        PRIMARY KEY,
    place      text        NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
);
SELECT keep_tenants_apart('tenant_store');
