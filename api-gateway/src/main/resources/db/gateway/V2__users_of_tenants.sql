-- Each user is one bank's, and names are unique within a bank.
ALTER TABLE user_account ADD COLUMN tenant text NOT NULL DEFAULT 'default';
ALTER TABLE user_account ALTER COLUMN tenant DROP DEFAULT;
ALTER TABLE user_account DROP CONSTRAINT user_account_username_key;
ALTER TABLE user_account ADD CONSTRAINT user_account_name_is_unique UNIQUE (tenant, username);
