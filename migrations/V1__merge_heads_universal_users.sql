-- The two heads of the older history (character learning persistence; conversation summaries) meet here.
-- Of what they made, the worker needs the users. An existing table is left as it is; a fresh one is made in
-- its historical shape, so that one line of migrations leads from every starting state to the same end.
-- (The schema gleaner is there already: the migrations' own history is the first thing in it.)
SET LOCAL lock_timeout = '3s';

CREATE TABLE IF NOT EXISTS public.universal_users (
    universal_id     varchar(255) PRIMARY KEY,
    primary_username varchar(255) NOT NULL,
    display_name     varchar(255),
    email            varchar(255),
    created_at       timestamp    NOT NULL DEFAULT now(),
    last_active      timestamp    NOT NULL DEFAULT now(),
    preferences      text DEFAULT '{}',
    privacy_settings text DEFAULT '{}'
);

-- Older tables spell the same default CURRENT_TIMESTAMP. Only the catalogue changes, and only where it differs.
DO $$
DECLARE
    spelt_otherwise text;
BEGIN
    FOR spelt_otherwise IN
        SELECT column_name
          FROM information_schema.columns
         WHERE table_schema = 'public'
           AND table_name = 'universal_users'
           AND column_name IN ('created_at', 'last_active')
           AND column_default IS DISTINCT FROM 'now()'
    LOOP
        EXECUTE format('ALTER TABLE public.universal_users ALTER COLUMN %I SET DEFAULT now()', spelt_otherwise);
    END LOOP;
END
$$;
