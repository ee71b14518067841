import errno


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


_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在的磁盘是只读的",
    errno.ENOENT: "文件不存在",
    errno.EISDIR: "那里是一个文件夹",
    errno.ENOTDIR: "路径中间有一个同名的文件",
    errno.EEXIST: "已有同名的文件",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBUSY: "正被别的程序占用",
    errno.ETXTBSY: "正被别的程序占用",
}


_MAY_BE_OPEN = frozenset((errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY))


def may_be_open(error: OSError) -> bool:
    """Say whether the file may be open in another program: Windows then calls it a lack of permission."""
    return error.errno in _MAY_BE_OPEN


def reason(error: OSError) -> str:
    """Return in a few Chinese words why the system refused a file."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return f"系统错误{error.errno}" if error.errno else str(error)
