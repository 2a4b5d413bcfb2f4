"""Lists of submissions that somebody saved under a name: their filter, columns and order."""
