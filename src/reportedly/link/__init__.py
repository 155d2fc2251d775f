"""Link mentions into incidents: candidates, weighed comparisons, constrained clusters, summaries with every claim."""

from reportedly.link.constraints import Pair
from reportedly.link.estimate import Estimate, estimate
from reportedly.link.keys import index_keys, lookup_keys
from reportedly.link.kinship import one_culprit
from reportedly.link.linker import Known, link, link_new, linkable
from reportedly.link.profiles import Profile, kinds_alike, profile
from reportedly.link.reasons import in_words
from reportedly.link.summary import incident_id, incidents, summarise
from reportedly.link.tolls import read_range, replacements, write_range
from reportedly.link.weights import FILE as SHIPPED_WEIGHTS
from reportedly.link.weights import Weights, read_weights, shipped_weights, write_weights

__all__ = [
    "SHIPPED_WEIGHTS",
    "Estimate",
    "Known",
    "Pair",
    "Profile",
    "Weights",
    "estimate",
    "in_words",
    "incident_id",
    "incidents",
    "index_keys",
    "kinds_alike",
    "link",
    "link_new",
    "linkable",
    "lookup_keys",
    "one_culprit",
    "profile",
    "read_range",
    "read_weights",
    "replacements",
    "shipped_weights",
    "summarise",
    "write_range",
    "write_weights",
]
