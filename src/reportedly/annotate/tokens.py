"""Re-export of the token shapes."""

from reportedly.annotations import Sentence as Sentence
from reportedly.annotations import Token as Token
