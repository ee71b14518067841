"""The judges' workbooks: made for filling in, read back, held against 评分.xlsx."""

from awardgen.collecting.scores.files import write_score_sheets
from awardgen.collecting.scores.intake import CollectedScores, ScoreIntake
from awardgen.collecting.scores.reading import ReturnedScores, read_scores
from awardgen.collecting.scores.sheets import score_sheets

__all__ = [
    "CollectedScores",
    "ReturnedScores",
    "ScoreIntake",
    "read_scores",
    "score_sheets",
    "write_score_sheets",
]
