import asyncio
import json

from awardgen.serving.board import Board


def told(event):
    return json.loads(event.removeprefix("data: "))


def test_who_follows_is_told_what_there_is_and_what_is_new():
    board = Board()

    async def follow():
        news = board.follow()
        first = told(await anext(news))
        await asyncio.to_thread(board.made, is_new=True)
        second = told(await anext(news))
        board.close()
        rest = [each async for each in news]
        return first, second, rest

    first, second, rest = asyncio.run(follow())
    assert first["version"] != second["version"]
    assert rest == []


def test_a_build_that_failed_keeps_the_page_and_tells_why():
    board = Board()
    version = board.news.version
    board.building()
    board.failed("活动设置打不开。")
    assert (board.news.version, board.news.is_building, board.news.trouble) == (
        version,
        False,
        "活动设置打不开。",
    )


def test_a_build_without_changes_is_no_new_page():
    board = Board()
    version = board.news.version
    board.made(is_new=False)
    assert board.news.version == version


def test_another_run_of_the_server_is_known_as_such():
    assert Board().news.version != Board().news.version
