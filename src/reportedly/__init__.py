"""Turn conflict reports into an auditable event dataset that keeps who says what."""

__version__ = "0.1.0"
