"""What a new campaign folder's workbooks hold from the start: the awards and documents of the templates."""

from awardgen.campaign import AwardKind, ListOrder, Scope

POST_AWARD, INDIVIDUAL_AWARD = "示范岗", "标兵"

AWARD_ROWS: tuple[dict[str, str | int], ...] = (
    {
        "奖项": "优质服务示范岗",
        "简称": POST_AWARD,
        "类型": AwardKind.POST.value,
        "附件号": 2,
        "名单排序": ListOrder.RANK.value,
    },
    {
        "奖项": "优秀服务标兵",
        "简称": INDIVIDUAL_AWARD,
        "类型": AwardKind.INDIVIDUAL.value,
        "附件号": 3,
        "名单排序": ListOrder.STROKES.value,
    },
)
_PERSON_OR_POST = "{{ 岗位名称 if 奖项.类型 == '岗位' else 岗位人员姓名 }}"


def _document(name: str, template: str, scope: Scope, file_name: str, condition: str = "") -> dict[str, str]:
    return {
        "文书": name,
        "模板": f"{template}.docx",
        "范围": scope.value,
        "条件": condition,
        "文件名": f"{file_name}.docx",
    }


def _forms(award: str, kind: AwardKind, title: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the blank form and the filled form for a kind of award. title: the tag in a filled form's file name.

    They serve every award of the kind, so the file names take the award's own 简称.
    """
    form, condition = f"{award}申报表", f"奖项.类型 == '{kind.value}'"
    printed = "{{ 奖项.简称 }}申报表"
    return (
        _document(
            f"{form}（空表）", form, Scope.BLANK_FORM, f"附件{{{{ 奖项.附件号 }}}}-{printed}", condition
        ),
        _document(form, form, Scope.APPLICATION, f"申报表/{printed}-{{{{ 编号 }}}}-{title}", condition),
    )


_BLANK_POST_FORM, _POST_FORM = _forms(POST_AWARD, AwardKind.POST, "{{ 岗位名称 }}")
_BLANK_INDIVIDUAL_FORM, _INDIVIDUAL_FORM = _forms(
    INDIVIDUAL_AWARD, AwardKind.INDIVIDUAL, "{{ 岗位人员姓名 }}"
)

DOCUMENT_ROWS: tuple[dict[str, str], ...] = (
    _document("通知", "通知", Scope.CAMPAIGN, "通知"),
    _document("评选细则", "评选细则", Scope.CAMPAIGN, "附件1-评选细则"),
    _BLANK_POST_FORM,
    _BLANK_INDIVIDUAL_FORM,
    _POST_FORM,
    _INDIVIDUAL_FORM,
    _document("事迹材料", "事迹材料", Scope.APPLICATION, f"事迹材料/{{{{ 编号 }}}}-{_PERSON_OR_POST}"),
    _document("参评人员名单", "参评人员名单", Scope.GROUP, "参评人员名单/{{ 小组 }}", "推荐列表"),
    _document("退改通知单", "退改通知单", Scope.GROUP, "检查/退改通知单-{{ 小组 }}", "问题列表"),
    _document("表彰名单", "表彰名单", Scope.CAMPAIGN, "表彰名单"),
    _document("评分汇总表", "评分汇总表", Scope.CAMPAIGN, "评分汇总表"),
    _document("归档文件目录", "归档文件目录", Scope.ARCHIVE, "归档文件目录"),
    _document("备考表", "备考表", Scope.ARCHIVE, "备考表"),
    _document("盒脊标签", "盒脊标签", Scope.ARCHIVE, "盒脊标签"),
)
