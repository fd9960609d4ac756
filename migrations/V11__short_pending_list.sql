-- A GIN index puts the keys of new documents aside, in a list that every look-up reads through until it is emptied into the
-- tree: up to 4 MB of it by default. With 256 kB look-ups stay quick while merges go on (docs/BENCH-jsonb.md); name,
-- operator class and what it answers stay. A longer list that is there goes into the tree with the next merge.
SET LOCAL lock_timeout = '3s';

DO $$
BEGIN
    IF EXISTS (SELECT
                 FROM pg_class i
                 JOIN pg_am m ON m.oid = i.relam
                WHERE i.oid = to_regclass('public.idx_universal_users_preferences_gin') AND m.amname = 'gin') THEN
        ALTER INDEX public.idx_universal_users_preferences_gin SET (gin_pending_list_limit = 256);
    END IF;
END
$$;
