-- The role that the program works under. Roles belong to the whole server, so another database's may be there already.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nexum_app') THEN
        CREATE ROLE nexum_app NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL; -- another database's migration was first
END $$;

-- The owner may be a plain user: it must be able to become the role.
DO $$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
       AND NOT pg_has_role(current_user, 'nexum_app', 'MEMBER') THEN
        EXECUTE format('GRANT nexum_app TO %I', current_user);
    END IF;
END $$;

GRANT USAGE ON SCHEMA nexum TO nexum_app;
GRANT SELECT, INSERT ON event TO nexum_app;
GRANT SELECT, INSERT, UPDATE ON chain_head TO nexum_app;
GRANT SELECT, INSERT ON claim TO nexum_app;
GRANT SELECT, INSERT, DELETE ON idempotency_record TO nexum_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON snapshot TO nexum_app;
