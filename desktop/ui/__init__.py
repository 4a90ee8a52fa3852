"""The window; the only place with Qt."""

import os

from .features import say_beforehand

say_beforehand(__package__.partition(".")[0], os.path.dirname(os.path.dirname(__file__)))  # noqa: PTH120  # no pathlib yet
