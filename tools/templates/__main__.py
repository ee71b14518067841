"""Writes templates/ anew: `python -m tools.templates`."""

from pathlib import Path

from tools.templates.application_forms import person_form, post_form
from tools.templates.archive import catalogue, reference_sheet, spine_label
from tools.templates.name_lists import award_list, nominations
from tools.templates.notice import notice
from tools.templates.return_slip import return_slip
from tools.templates.rubric import rubric
from tools.templates.score_summary import score_summary
from tools.templates.writeup import writeup

_MAKERS = (
    notice,
    rubric,
    post_form,
    person_form,
    writeup,
    nominations,
    return_slip,
    award_list,
    score_summary,
    catalogue,
    reference_sheet,
    spine_label,
)
_FOLDER = Path(__file__).resolve().parents[2] / "templates"


def main() -> None:
    _FOLDER.mkdir(exist_ok=True)
    for make in _MAKERS:
        template = make()
        path = _FOLDER / f"{template.name}.docx"
        path.write_bytes(template.to_bytes())
        print(path.name)


if __name__ == "__main__":
    main()
