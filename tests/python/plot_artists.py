# SPDX-License-Identifier: BSL-1.0
"""What the tests of pictures share: what was drawn, by name."""

from matplotlib.text import Text


def artists(ax, prefix):
    """Artists by the rest of their names."""
    found = ax.findobj(lambda artist: str(artist.get_gid() or "").startswith(prefix + " "))
    return {str(artist.get_gid()).removeprefix(prefix + " "): artist for artist in found}


def bars(ax, prefix):
    """Begin and length of bars by the rest of their names."""
    return {
        name: (round(bar.get_x(), 4), round(bar.get_width(), 4))
        for name, bar in artists(ax, prefix).items()
    }


def texts(ax):
    return " ".join(text.get_text() for text in ax.findobj(Text))
