"""From an annotated report to its mentions and their claims, after the codebook."""
