-- The weights that mentions are linked by, where they are not those that the package ships.

CREATE TABLE link_weights (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    weights TEXT NOT NULL
) STRICT;
