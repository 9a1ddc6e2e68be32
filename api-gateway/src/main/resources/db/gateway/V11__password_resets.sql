-- The token that a new password can be set with, once: at most one a user, of which the SHA-256 is kept.
CREATE TABLE password_reset (
    tenant     text        NOT NULL,
    user_id    uuid        NOT NULL,
    token_hash bytea       NOT NULL,
    expires_at timestamptz NOT NULL,
    FOREIGN KEY (tenant, user_id) REFERENCES user_account (tenant, id),
    PRIMARY KEY (tenant, user_id),
    CONSTRAINT password_reset_token_is_unique UNIQUE (tenant, token_hash)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON password_reset TO nexum_app;

SELECT keep_tenants_apart('password_reset');
