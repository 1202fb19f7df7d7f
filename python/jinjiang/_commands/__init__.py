# SPDX-License-Identifier: BSL-1.0
"""What the subcommands of `jinjiang` do, one file each."""
