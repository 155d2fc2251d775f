"""Link mentions into incidents: candidates, weighed comparisons, constrained clusters, summaries with every claim."""
