"""From a report to its sentences, names, places, dates, quantities and clauses."""
