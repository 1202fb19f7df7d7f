# SPDX-License-Identifier: BSL-1.0
"""What lies around a node: what it needs to the left, what needs it to the right, in layers."""

from itertools import pairwise
from statistics import fmean

from .. import _core
from . import canvas
from .canvas import Axes
from .words import language_of, said, short, title_of, wrapped

#: A link: the node that is needed, the node that needs it, and whether it is a part of it.
Edge = tuple[str, str, bool]
#: Half the width of a box, where columns are 1 apart.
HALF = 0.37
_FILLS = {"goal": "#dbe9f6", "indicator": "#fdf0d5", "task": "#f2f4f6"}
_KINDS = {"goal": ("目标", "goal"), "indicator": ("指标", "indicator"), "task": ("任务", "task")}


def draw(
    plan: "_core.Plan",
    id: str,
    steps: int,
    ax: Axes | None,
    most: int,
    language: str | None,
) -> Axes:
    """See `PlanPlots.neighbourhood`."""
    if steps < 0:
        raise ValueError(f"plot.neighbourhood: steps: expected at least 0, found {steps}")
    language = language_of(plan, language)
    nodes, left_out, beyond = _around(plan[id], steps, max(most, 1))
    edges = _edges(nodes)
    layers = layered(list(nodes), edges)
    rows = canvas.rows_that_fit(ax, 40)
    while (tallest := max(len(layer) for layer in layers)) > rows and len(nodes) > 1:
        nodes, left_out, beyond = _around(plan[id], steps, len(nodes) - 1)
        edges = _edges(nodes)
        layers = layered(list(nodes), edges)
    with canvas.canvas(ax, 1.4 + 0.55 * tallest) as ax:
        ax.set_xlim(-0.5, len(layers) - 0.5)
        ax.set_ylim(-0.05, 1.05)
        ax.set_xticks([])
        ax.set_yticks([])
        canvas.bare(ax, bottom=False)
        places = {
            name: (float(column), 1 - (row + 0.5) / len(layer))
            for column, layer in enumerate(layers)
            for row, name in enumerate(layer)
        }
        drawn: set[object] = set()
        for edge in edges:
            _draw_edge(ax, edge, places, drawn)
        for name, node in nodes.items():
            _draw_node(ax, node, places[name], name == id, tallest, len(layers), language)
        notes = [said(language, "箭头：从所需到所成", "arrows: from what is needed")]
        if left_out:
            notes.append(
                said(language, f"{left_out} 项未画出", f"{left_out} nodes nearby are not drawn")
            )
        if beyond:
            notes.append(
                said(language, f"更远还连着 {beyond} 项", f"{beyond} more are linked beyond")
            )
        canvas.note(ax, said(language, "；", "; ").join(notes))
        name = short(title_of(plan[id]), 40)
        title = said(language, f"{name}　前后关系", f"Around {name}")
        canvas.heading(ax, title, _legend(nodes, edges, language))
        return ax


def _linked(node: "_core.Node") -> "list[_core.Node]":
    """Direct neighbours: dependencies first, then goals and parts."""
    found = [link[0] for link in node.predecessors] + [link[0] for link in node.successors]
    return [*found, *node.parents, *node.children]


def _around(
    centre: "_core.Node", steps: int, most: int
) -> "tuple[dict[str, _core.Node], int, int]":
    """Nodes within so many links; how many of them there was no room for; how many lie next."""
    found = {centre.id: centre}
    ring = [centre]
    dropped: set[str] = set()
    for _ in range(steps):
        following = []
        for node in ring:
            for other in _linked(node):
                if other.id in found or other.id in dropped:
                    continue
                if len(found) < most:
                    found[other.id] = other
                    following.append(other)
                else:
                    dropped.add(other.id)
        ring = following
    next_ones = {other.id for node in ring for other in _linked(node)} if steps else set()
    return found, len(dropped), len(next_ones - set(found) - dropped)


def _edges(nodes: "dict[str, _core.Node]") -> list[Edge]:
    edges: list[Edge] = []
    for name, node in nodes.items():
        edges += [(other[0].id, name, False) for other in node.predecessors if other[0].id in nodes]
        edges += [(child.id, name, True) for child in node.children if child.id in nodes]
    return edges


def layered(names: list[str], edges: list[Edge]) -> list[list[str]]:
    """Columns in which every link points to the right, and rows in which few links cross.

    >>> layered(["a", "b", "c"], [("a", "b", False), ("b", "c", False)])
    [['a'], ['b'], ['c']]
    """
    column = _columns(names, edges)
    layers: list[list[str]] = [[] for _ in range(max(column.values(), default=0) + 1)]
    for name in names:
        layers[column[name]].append(name)
    beside: dict[str, list[list[str]]] = {name: [[], []] for name in names}
    for edge in edges:
        way = [edge[0], *_passing(edge, column), edge[1]]
        for position, name in enumerate(way[1:-1], column[edge[0]] + 1):
            if name not in beside:
                layers[position].append(name)
                beside[name] = [[], []]
        for before, after in pairwise(way):
            beside[after][0].append(before)
            beside[before][1].append(after)
    for _ in range(4):
        _sort(layers, {name: before for name, (before, _) in beside.items()})
        _sort(layers, {name: after for name, (_, after) in beside.items()})
    return layers


def _columns(names: list[str], edges: list[Edge]) -> dict[str, int]:
    """The longest way to each node, as near as can be to what it serves."""
    needs: dict[str, list[str]] = {name: [] for name in names}
    serves: dict[str, list[str]] = {name: [] for name in names}
    for before, after, _ in edges:
        needs[after].append(before)
        serves[before].append(after)
    column: dict[str, int] = {}
    waiting = {name: len(needs[name]) for name in names}
    ready = [name for name in names if waiting[name] == 0]
    while ready:
        name = ready.pop()
        column[name] = max((column[other] + 1 for other in needs[name]), default=0)
        for other in serves[name]:
            waiting[other] -= 1
            if waiting[other] == 0:
                ready.append(other)
    for name in reversed(list(column)):
        if serves[name]:
            column[name] = min(column[other] for other in serves[name]) - 1
    first = min(column.values(), default=0)
    return {name: place - first for name, place in column.items()}


def _passing(edge: Edge, column: dict[str, int]) -> list[str]:
    """Places in the columns between, so that a link passes beside the boxes and not below.

    Links to the same node share them.
    """
    before, after, _ = edge
    return [f"\0{place}\0{after}" for place in range(column[before] + 1, column[after])]


def _sort(layers: list[list[str]], beside: dict[str, list[str]]) -> None:
    """Puts each node at the mean height of its neighbours."""
    height = {name: (row + 0.5) / len(layer) for layer in layers for row, name in enumerate(layer)}
    for layer in layers:
        means = {
            name: fmean(height[other] for other in beside[name]) if beside[name] else height[name]
            for name in layer
        }
        layer.sort(key=means.__getitem__)
        height.update({name: (row + 0.5) / len(layer) for row, name in enumerate(layer)})


def _draw_edge(
    ax: Axes, edge: Edge, places: dict[str, tuple[float, float]], drawn: set[object]
) -> None:
    before, after, is_part = edge
    column = {name: int(x) for name, (x, _) in places.items()}
    (x0, y0), (x1, y1) = places[before], places[after]
    points = [(x0 + HALF, y0)]
    for name in _passing(edge, column):
        x, y = places[name]
        points += [(x - HALF, y), (x + HALF, y)]
    colour, style = ("#8a929a", (0, (4, 3))) if is_part else ("#0072b2", "-")
    width = 0.9 if is_part else 1.5
    for begin, end in pairwise(points):
        if (begin, end, is_part) not in drawn:
            drawn.add((begin, end, is_part))
            xs, ys = zip(begin, end, strict=True)
            ax.plot(xs, ys, color=colour, ls=style, lw=width, zorder=1)
    ax.annotate(
        "",
        xy=(x1 - HALF, y1),
        xytext=points[-1],
        arrowprops={
            "arrowstyle": "-|>",
            "color": colour,
            "ls": style,
            "lw": width,
            "shrinkA": 0,
            "shrinkB": 0,
        },
        zorder=1,
        gid=f"link {before} {after}",
    )


def _draw_node(
    ax: Axes,
    node: "_core.Node",
    place: tuple[float, float],
    is_centre: bool,
    tallest: int,
    columns: int,
    language: str,
) -> None:
    from matplotlib.patches import Rectangle

    x, y = place
    width, height = 2 * HALF, min(0.8 / tallest, 0.2)
    kind = str(node.kind)
    ax.add_patch(
        Rectangle(
            (x - width / 2, y - height / 2),
            width,
            height,
            facecolor=_FILLS[kind],
            edgecolor=canvas.INK if is_centre else "#8a929a",
            linewidth=2.2 if is_centre else 0.8,
            zorder=2,
            gid=f"node {node.id}",
        )
    )
    inches_wide, inches_high = canvas.inches(ax)
    room = height / 1.1 * (inches_high - 0.8) * 72
    size = min(canvas.base_size(ax) * 0.95, room * 0.72)
    lines = min(max(int(room / (1.35 * size)), 1), 3)
    letters = max(int(width / columns * inches_wide * 0.86 * 72 / (0.56 * size)) - 1, 4)
    mark = said(language, *_KINDS[kind])
    text = wrapped(f"{mark} {title_of(node)}", letters, lines)
    ax.text(x, y, text, ha="center", va="center", size=size, zorder=3, linespacing=1.15)


def _legend(nodes: "dict[str, _core.Node]", edges: list[Edge], language: str) -> list[object]:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    kinds = {str(node.kind) for node in nodes.values()}
    handles: list[object] = [
        Patch(facecolor=fill, edgecolor="#8a929a", label=said(language, *_KINDS[kind]))
        for kind, fill in _FILLS.items()
        if kind in kinds
    ]
    ways = {is_part for *_, is_part in edges}
    if False in ways:
        name = said(language, "依赖", "depends on")
        handles.append(Line2D([], [], color="#0072b2", lw=1.5, label=name))
    if True in ways:
        name = said(language, "隶属", "part of")
        handles.append(Line2D([], [], color="#8a929a", lw=0.9, ls="--", label=name))
    return handles
