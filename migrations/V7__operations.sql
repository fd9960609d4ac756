-- What people do to the memory by command, and what a dead letter needs to be tried again.
SET LOCAL lock_timeout = '3s';

-- One row for every change by command, in the transaction of the change.
CREATE TABLE gleaner.audit (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at            timestamptz NOT NULL DEFAULT now(),
    command       text NOT NULL,
    arguments     jsonb NOT NULL,
    database_role text NOT NULL DEFAULT session_user,
    os_user       text NOT NULL,
    counts        jsonb NOT NULL
);

COMMENT ON COLUMN gleaner.audit.arguments IS 'without personal data: a user is the digest of the id';
COMMENT ON COLUMN gleaner.audit.counts IS 'what came of it: rows, records or letters, by kind';
