class AwardgenError(Exception):
    """The job cannot go on.

    What is wrong inside a user's data is a `Finding`, never an exception. This is for the rest: no
    campaign folder, a workbook that cannot be opened. The command line turns it into one message.

    message: Chinese, what happened.
    tip: Chinese, what to do next; empty where nothing can be advised.
    """

    def __init__(self, message: str, tip: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.tip = tip

    def __reduce__(self) -> tuple[type["AwardgenError"], tuple[str, str]]:
        return (type(self), (self.message, self.tip))
