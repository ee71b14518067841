"""Another process that answers when a test says so."""

from concurrent.futures import Future

from awardgen.workers import Workers


class Elsewhere(Workers):
    """Keeps what is handed over. work: the function and what it is given; None where nothing was handed over."""

    def __init__(self):
        super().__init__(None, 0)
        self.future = Future()
        self.work = None

    def hand_over(self, function, make):
        self.work = (function, make())
        return self.future

    def answer(self):
        function, given = self.work
        self.future.set_result(function(given))
