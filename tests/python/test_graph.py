# SPDX-License-Identifier: BSL-1.0
"""Plans as graphs for NetworkX, Graphviz, Mermaid and GraphML."""

import io
import json
import re
import sys
from datetime import date

import jinjiang as jj
import networkx as nx
import pytest

HOSTILE = '"]; <b>&lt; --> end\n\\N %%{init}%% $$x$$ `c` #35; | {} () [[ ]] \x01\u202e '


@pytest.fixture
def linked(empty):
    """Two goals that share an indicator, and a task that waits for it."""
    empty.goal("g", "总")
    empty.goal("h", "分", part_of="g")
    empty.indicator("i", "指标一", target="超900家", part_of=[{"goal": "g", "weight": 2}, "h"])
    empty.task("t", "任务一", part_of="h", due="2025-06-30")
    empty.depends_on("t", "i", type="SS", lag=-3, assumption="先后")
    return empty.build()


def read_graphml(text):
    return nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


def test_a_networkx_graph_leads_from_what_needs_to_what_is_needed(linked):
    graph = linked.to_networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    assert set(graph.edges(keys=True)) == {
        ("g", "h", "part"),
        ("g", "i", "part"),
        ("h", "i", "part"),
        ("h", "t", "part"),
        ("t", "i", "dependency"),
    }
    assert nx.is_directed_acyclic_graph(graph)
    assert nx.descendants(graph, "h") == {"i", "t"}


def test_nodes_of_a_networkx_graph_have_what_is_given_in_to_dicts(plan):
    graph = plan.to_networkx()
    for row, node in zip(plan.to_dicts(), graph, strict=True):
        given = {k: v for k, v in row.items() if v is not None and k != "parents"}
        expected = {k: v.isoformat() if isinstance(v, date) else v for k, v in given.items()}
        assert dict(graph.nodes[node]) == expected
    assert graph.graph["title"] == plan.title


def test_edges_of_a_networkx_graph_have_the_attributes_of_the_links(linked):
    graph = linked.to_networkx()
    assert graph.edges["g", "i", "part"] == {"kind": "part", "weight": 2.0, "veto": False}
    assert graph.edges["t", "i", "dependency"] == {
        "kind": "dependency",
        "type": "SS",
        "lag": -3,
        "assumption": "先后",
    }


@pytest.mark.parametrize(("only", "edges"), [("part", 4), ("dependency", 1), (None, 5)])
def test_one_kind_of_links_may_be_asked_for(linked, only, edges):
    assert linked.to_networkx(only=only).number_of_edges() == edges
    assert linked.to_networkx(only=only).number_of_nodes() == 4
    assert read_graphml(linked.to_graphml(only=only)).number_of_edges() == edges
    assert len(re.findall(" -> ", linked.to_dot(only=only))) == edges
    assert len(re.findall(" ---| -.->", linked.to_mermaid(only=only))) == edges


def test_a_kind_of_links_that_there_is_not_is_refused(linked):
    with pytest.raises(ValueError, match="only: expected part or dependency, found 'parts'"):
        linked.to_networkx(only="parts")
    for method in (linked.to_dot, linked.to_mermaid, linked.to_graphml):
        with pytest.raises((TypeError, ValueError), match="part or dependency"):
            method(only="parts")


def test_without_networkx_the_extra_is_named(linked, monkeypatch):
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(jj.MissingPackageError, match=r"pip install 'jinjiang\[networkx\]'"):
        linked.to_networkx()


def test_graphml_is_the_graph_of_networkx(plan):
    ours = plan.to_networkx()
    read = read_graphml(plan.to_graphml())
    assert list(read) == list(ours)
    assert sorted(map(str, read.edges())) == sorted(map(str, ours.edges()))
    for node, attributes in read.nodes(data=True):
        for name, value in attributes.items():
            expected = ours.nodes[node][name]
            assert value == (expected if isinstance(expected, float) else str(expected))


def test_graphml_keeps_what_links_say(linked):
    read = read_graphml(linked.to_graphml())
    [part] = read.get_edge_data("g", "i").values()
    assert part == {"kind": "part", "weight": 2.0, "veto": False}
    [wait] = read.get_edge_data("t", "i").values()
    assert wait == {"kind": "dependency", "type": "SS", "lag": -3, "assumption": "先后"}


def test_hostile_texts_come_back_from_graphml_as_they_were(empty):
    name = HOSTILE.replace("\n", " ").replace("\x01", "").strip()
    empty.task(name, HOSTILE)
    read = read_graphml(empty.build().to_graphml())
    assert list(read) == [name]
    assert read.nodes[name]["title"] == HOSTILE.replace("\x01", "\ufffd")


def test_hostile_texts_stay_in_their_quotes(empty):
    empty.task("a", HOSTILE)
    plan = empty.build()
    dot = [line for line in plan.to_dot().splitlines() if 'label="' in line]
    assert len(dot) == 1
    assert re.fullmatch(r'  "a" \[.*label="(\\.|[^"\\])*"\]', dot[0])
    mermaid = [line for line in plan.to_mermaid().splitlines() if "n_a" in line]
    assert len(mermaid) == 1
    assert re.fullmatch(r'  n_a\["[^"<>`|]*<br>任务"\]:::task', mermaid[0])


def test_pictures_speak_the_language_of_the_plan_or_another(linked):
    assert "任务一\\n任务 · 2025-06-30" in linked.to_dot()
    assert "任务一\\ntask · 2025-06-30" in linked.to_dot(language="en")
    assert "任务一<br>task" in linked.to_mermaid(language="en")


def test_a_plan_without_nodes_is_an_empty_graph(empty):
    plan = empty.build()
    assert plan.to_networkx().number_of_nodes() == 0
    assert read_graphml(plan.to_graphml()).number_of_nodes() == 0
    assert "flowchart LR" in plan.to_mermaid()
    assert plan.to_dot().startswith('digraph "p" {')


@pytest.mark.parametrize(
    ("ending", "method"), [("dot", "to_dot"), ("mmd", "to_mermaid"), ("graphml", "to_graphml")]
)
def test_a_plan_is_saved_as_a_graph(plan, seen, now, tmp_path, ending, method):
    text = getattr(plan, method)()
    path = tmp_path / f"plan.{ending}"
    plan.save(path)
    assert path.read_text(encoding="utf-8") == text
    plan.save(tmp_path / "other", format=ending)
    assert (tmp_path / "other").read_text(encoding="utf-8") == text
    with open(path, "w", encoding="utf-8") as file:
        jj.save(plan, file)
    assert path.read_text(encoding="utf-8") == text
    with pytest.raises(jj.FormatError, match="not JSON"):
        jj.load(path)
    for what, value in (("observations", seen), ("an evaluation", now)):
        with pytest.raises(jj.FormatError, match=f"^{what} cannot be written as a graph; use"):
            value.save(tmp_path / f"x.{ending}")
    assert not (tmp_path / f"x.{ending}").exists()


def test_networkx_writes_the_graph(plan, tmp_path):
    graph = plan.to_networkx()
    nx.write_graphml(graph, tmp_path / "g.graphml")
    again = nx.read_graphml(tmp_path / "g.graphml")
    assert set(again) == set(graph)
    assert again.nodes["land.reuse"] == graph.nodes["land.reuse"]
    assert graph.nodes["land.reuse"]["due"] == "2024-12-31"
    data = json.loads(json.dumps(nx.node_link_data(graph)))
    assert set(nx.node_link_graph(data)) == set(graph)
