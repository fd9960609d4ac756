-- The way for large tables, last step: the old column goes, and what kept both.

DROP TRIGGER IF EXISTS zz_gleaner_keep_both_preferences ON public.universal_users;
ALTER TABLE public.universal_users DROP COLUMN IF EXISTS preferences_text;
DROP FUNCTION IF EXISTS gleaner.keep_both_preferences();
DROP FUNCTION IF EXISTS gleaner.preferences_document(text);
DROP FUNCTION IF EXISTS gleaner.preferences_joined(jsonb, jsonb);
