-- What each month was billed by. A row is written once the month is over and never changed: neither other rates nor
-- another way to count reach a month that is billed.
CREATE TABLE bill (
    tenant           text        NOT NULL,
    month            date        NOT NULL,
    api_calls        bigint      NOT NULL,
    transactions     bigint      NOT NULL,
    stored_bytes     bigint      NOT NULL,
    currency         text        NOT NULL,
    rate_api_call    numeric     NOT NULL,
    rate_transaction numeric     NOT NULL,
    rate_stored_byte numeric     NOT NULL,
    drawn_up_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant, month)
);

GRANT SELECT, INSERT ON bill TO nexum_app;
SELECT keep_tenants_apart('bill');
