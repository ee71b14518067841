"""What a run need not find out again: of workbooks, rows and templates that are as they were.

All of it lies in the user's cache (`awardgen.cache`) under digests of whatever it depends on, so that nothing there can
be out of date. `campaign` holds it together; whoever needs one memory alone imports its module.
"""
