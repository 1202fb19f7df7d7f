# SPDX-License-Identifier: BSL-1.0
"""``python -m jinjiang`` is the command line."""

import sys

from .cli import main

sys.exit(main())
