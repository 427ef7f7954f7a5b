"""Who on a list may be a person of the registry or of an exposure list, whatever the clerk typed.

Pure: passengers and records in, findings out; no SQL, no clock, no randomness. See ``docs/screening.md``.
"""

from manifest_app.screening.engine import screen
from manifest_app.screening.explain import RELATIONS, sentence
from manifest_app.screening.index import RecordIndex, build_index
from manifest_app.screening.weights import Thresholds, default_thresholds

__all__ = ["RELATIONS", "RecordIndex", "Thresholds", "build_index", "default_thresholds", "screen", "sentence"]
