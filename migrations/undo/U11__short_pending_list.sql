-- The way back of V11__short_pending_list: the index puts aside as much as the server's own setting lets it.
SET LOCAL lock_timeout = '3s';

DO $$
BEGIN
    IF EXISTS (SELECT
                 FROM pg_class i
                 JOIN pg_am m ON m.oid = i.relam
                WHERE i.oid = to_regclass('public.idx_universal_users_preferences_gin') AND m.amname = 'gin') THEN
        ALTER INDEX public.idx_universal_users_preferences_gin RESET (gin_pending_list_limit);
    END IF;
END
$$;
