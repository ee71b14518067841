"""Tags and conditions that several templates say alike."""

AWARDS = "{{ 奖项列表|引号|顿号 }}"
#: Two awards fit on a line of a title; of more, each gets a line, so that none is broken.
AWARDS_IN_TITLE = "{{ 奖项列表|引号|join('、' if 奖项列表|length == 2 else '、\\n') }}"
EDITION_2012 = "公文版式 == 'GB/T 9704-2012'"
NUMBER_OF_NOTICE = "{% if 发文字号 %}{{ 发文字号 }}{% endif %}通知"
#: 个 for posts, 名 for people.
COUNTER = "{% if 奖.类型 == '岗位' %}个{% else %}名{% endif %}"
