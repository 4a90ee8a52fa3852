"""What the packed program runs."""

import sys

from desktop.__main__ import main

sys.exit(main())
