-- What a user's codes are made of, sealed under the user's data key. It counts from when it was confirmed. The last time
-- step whose code was taken makes each code good once.
CREATE TABLE second_factor (
    tenant        text        NOT NULL,
    user_id       uuid        NOT NULL,
    sealed_secret text        NOT NULL,
    confirmed_at  timestamptz,
    last_step     bigint      NOT NULL DEFAULT 0,
    FOREIGN KEY (tenant, user_id) REFERENCES user_account (tenant, id),
    PRIMARY KEY (tenant, user_id)
);

-- What a user comes in with who lost the device. Each is good once; the SHA-256 is kept.
CREATE TABLE recovery_code (
    tenant    text  NOT NULL,
    user_id   uuid  NOT NULL,
    code_hash bytea NOT NULL,
    FOREIGN KEY (tenant, user_id) REFERENCES user_account (tenant, id),
    PRIMARY KEY (tenant, user_id, code_hash)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor, recovery_code TO nexum_app;

SELECT keep_tenants_apart('second_factor'), keep_tenants_apart('recovery_code');
