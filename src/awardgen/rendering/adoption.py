"""What a document takes over from docxtpl's template object for which a value was made."""

from __future__ import annotations

import gc
import re
from copy import copy
from typing import TYPE_CHECKING, Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.parts.image import ImagePart
from docxtpl import DocxTemplate
from lxml import etree

from awardgen.errors import AwardgenError
from awardgen.rendering.locate import WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBERED: Final = re.compile(r"\d*(\.\w+)$")
_DEFINITIONS: Final = (
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.FOOTNOTES,
)
_IDENTITIES: Final = tuple(f"{WORD}{name}" for name in ("styleId", "abstractNumId", "numId", "id"))

# python-docx's parts and relationships have types that say little; they are passed on as Any.


def same_target(one: Any, other: Any) -> bool:  # noqa: ANN401
    """Tell whether two relationships say the same."""
    if (one.reltype, one.is_external) != (other.reltype, other.is_external):
        return False
    if one.is_external:
        return bool(one.target_ref == other.target_ref)
    return _is_same(one.target_part, other.target_part)


def adopted_part(package: Any, part: Any) -> Any:  # noqa: ANN401
    """Return a part of `package` with the content of this one, which may be of another package."""
    own = {each.partname: each for each in package.iter_parts()}
    there = own.get(part.partname)
    if there is not None and _is_same(there, part):
        return there
    adopted = copy(part)
    if there is not None:
        adopted.partname = PackURI(package.next_partname(_NUMBERED.sub(r"%d\1", part.partname)))
    if isinstance(adopted, ImagePart):
        package.image_parts.append(adopted)
    return adopted


def adopt_definitions(own: Any, lender: Any) -> None:  # noqa: ANN401
    """Take over the styles, numberings and notes that `own`, a document's main part, does not have."""
    for kind in _DEFINITIONS:
        theirs = _related(lender, kind)
        if theirs is None:
            continue
        ours = _related(own, kind)
        if ours is None:
            own.relate_to(adopted_part(own.package, theirs), kind)
        elif ours.blob != theirs.blob:
            _add_missing(ours, theirs)


def found_link(key: str, own: Any, *, apart_from: Any) -> Any:  # noqa: ANN401
    """Find the address behind `build_url_id`'s id.

    A RichText holds the id, and nothing of the template object that gave it: it is looked for among those
    that are in use and were made of the same template. Raise AwardgenError where none, or more than one, fits.
    """
    found = {}
    for each in gc.get_referrers(DocxTemplate):
        if not isinstance(each, DocxTemplate) or each is apart_from or each.docx is None:
            continue
        theirs = each.docx.part.rels
        is_same_template = all(
            name in theirs and theirs[name].reltype == relationship.reltype
            for name, relationship in own.rels.items()
        )
        if is_same_template and key in theirs and theirs[key].is_external:
            found[theirs[key].target_ref] = theirs[key]
    if len(found) != 1:
        raise AwardgenError(
            f"链接“{key}”的地址找不到；请用同一个模板的build_url_id取得它，并保留那个模板对象到填完为止"
        )
    return found.popitem()[1]


def _related(part: Any, kind: str) -> Any:  # noqa: ANN401
    return next((each.target_part for each in part.rels.values() if each.reltype == kind), None)


def _is_same(one: Any, other: Any) -> bool:  # noqa: ANN401
    return one is other or (one.partname == other.partname and one.blob == other.blob)


def _add_missing(ours: Any, theirs: Any) -> None:  # noqa: ANN401
    """Put each definition that is missing behind the one that it follows over there."""
    root = ours.element if isinstance(ours, XmlPart) else etree.fromstring(ours.blob)
    known = {_identity(child): child for child in root}
    before, count = None, len(root)
    for child in list(etree.fromstring(theirs.blob)):
        own = known.get(_identity(child))
        if own is None and before is not None:
            before.addnext(child)
        elif own is None:
            root.append(child)
        before = child if own is None else own
    if len(root) > count and not isinstance(ours, XmlPart):
        ours._blob = etree.tostring(root, encoding="UTF-8", standalone=True)  # noqa: SLF001


def _identity(element: _Element) -> tuple[str, str]:
    found = next((value for name in _IDENTITIES if (value := element.get(name)) is not None), "")
    return str(element.tag), found
