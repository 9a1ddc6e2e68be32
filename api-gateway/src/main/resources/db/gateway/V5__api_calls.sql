-- How many requests each tenant has sent in each UTC hour, for its quota and its bill. The log doesn't tell it.
CREATE TABLE api_call_hour (
    tenant text        NOT NULL,
    hour   timestamptz NOT NULL,
    calls  bigint      NOT NULL,
    PRIMARY KEY (tenant, hour)
);

GRANT SELECT, INSERT, UPDATE ON api_call_hour TO nexum_app;
