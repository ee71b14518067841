"""What can be wrong in a campaign: one function a rule, each yielding findings; `rules` lists and runs them.

Its modules are imported by themselves: a process that reads 评分 needs few of them.
"""
