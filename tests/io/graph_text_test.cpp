// SPDX-License-Identifier: BSL-1.0

// Plans as DOT, Mermaid and GraphML: what is in them, and that nothing in a title or an id gets out
// of its quotes.

#include <jinjiang/io/graph_text.hpp>

#include "io/documents.hpp"

namespace {

jj::PlanBuilder draft() { return {"p", {2024y / 1 / 1, 2024y / 12 / 31}}; }

jj::Plan land() {
  jj::PlanBuilder builder = draft();
  builder.title("土地计划").goal("land", "拓展空间");
  builder.indicator("land.reuse", "盘活低效用地", jj::reach(7000, "亩"),
                    {.part_of = {{"land", 2, true}}});
  builder.task("land.web", "搭建平台",
               {.part_of = {"land"},
                .depends_on = {{"land.reuse", jj::DependencyType::SS, -3, "so"}},
                .due = 2024y / 6 / 30});
  builder.goal("rest", "其他", {.lifecycle = jj::Lifecycle::cancelled});
  return builder.build();
}

/// One task with a title.
jj::Plan titled(const std::string& title) { return draft().task("a", title).build(); }
/// One task with an id.
jj::Plan named(const std::string& id) { return draft().task(id, "T").build(); }

constexpr auto parts = jj::LinkKind::part;
constexpr auto dependencies = jj::LinkKind::dependency;

}  // namespace

TEST_CASE("DOT tells kinds apart by shape and by word") {
  const std::string dot = jj::io::write_dot(land());
  CHECK(holds(dot, "digraph \"p\" {"));
  CHECK(holds(dot, "label=\"土地计划\""));
  CHECK(holds(dot, "\"land\" [kind=goal, shape=folder,"));
  CHECK(holds(dot, "label=\"拓展空间\\n目标\"]"));
  CHECK(holds(dot, "\"land.reuse\" [kind=indicator, shape=box, style=\"rounded,filled\","));
  CHECK(holds(dot, "label=\"盘活低效用地\\n指标 · 7000 亩\"]"));
  CHECK(holds(dot, "\"land.web\" [kind=task, shape=note,"));
  CHECK(holds(dot, "label=\"搭建平台\\n任务 · 2024-06-30\"]"));
  CHECK(holds(dot, "label=\"其他\\n目标 · 已取消\"]"));
}

TEST_CASE("DOT has parts as lines and dependencies as dashed arrows towards the successor") {
  const std::string dot = jj::io::write_dot(land());
  CHECK(holds(dot, "\"land\" -> \"land.reuse\" [kind=part,"));
  CHECK(holds(dot, "arrowhead=none, label=\"×2 · 一票否决\"]"));
  CHECK(holds(dot, "\"land.web\" -> \"land.reuse\" [kind=dependency, style=dashed, dir=back,"));
  CHECK(holds(dot, "label=\"SS -3 天 · 假定\"]"));
}

TEST_CASE("words are in the language that was asked for") {
  const std::string dot = jj::io::write_dot(land(), {.language = jj::Language::en});
  CHECK(holds(dot, "盘活低效用地\\nindicator · reach 7000 亩"));
  CHECK(holds(dot, "×2 · veto"));
  CHECK(holds(dot, "SS -3 d · assumed"));
}

TEST_CASE("a picture of one kind of links leaves the other out") {
  const std::string structure = jj::io::write_dot(land(), {.only = parts});
  CHECK(structure.find("kind=dependency") == std::string::npos);
  CHECK(holds(structure, "\"rest\" ["));
  const std::string order = jj::io::write_mermaid(land(), {.only = dependencies});
  CHECK(holds(order, "n_land_reuse -.->|\"SS #45;3 天 · 假定\"| n_land_web\n"));
  CHECK(order.find("---\n  n_land") == std::string::npos);
  CHECK(order.find("n_rest") == std::string::npos);
}

TEST_CASE("Mermaid tells kinds apart by shape and by word") {
  const std::string text = jj::io::write_mermaid(land());
  CHECK(text.starts_with("---\ntitle: \"土地计划\"\n---\nflowchart LR\n"));
  CHECK(holds(text, "  n_land[[\"拓展空间<br>目标\"]]:::goal\n"));
  CHECK(holds(text, "  n_land_reuse([\"盘活低效用地<br>指标 · 7000 亩\"]):::indicator\n"));
  CHECK(holds(text, "  n_land_web[\"搭建平台<br>任务 · 2024-06-30\"]:::task\n"));
  CHECK(holds(text, "  n_land ---|\"×2 · 一票否决\"| n_land_reuse\n"));
  CHECK(holds(text, "  n_land --- n_land_web\n"));
}

TEST_CASE("GraphML has every node, link and value") {
  const std::string text = jj::io::write_graphml(land());
  CHECK(holds(text, "<graph id=\"p\" edgedefault=\"directed\">"));
  CHECK(holds(text, "<node id=\"land.reuse\"><data key=\"node.kind\">indicator</data>"));
  CHECK(holds(text, "<data key=\"node.value\">7000</data>"));
  CHECK(holds(text,
              "<edge source=\"land\" target=\"land.reuse\"><data key=\"edge.kind\">part"
              "</data><data key=\"edge.weight\">2</data><data key=\"edge.veto\">true"));
  CHECK(holds(text,
              "<edge source=\"land.web\" target=\"land.reuse\"><data key=\"edge.kind\">"
              "dependency</data><data key=\"edge.type\">SS</data><data key=\"edge.lag\">-3"));
  CHECK(jj::io::write_graphml(land(), {.only = parts}).find("dependency") == std::string::npos);
}

TEST_CASE("a plan without nodes is an empty picture") {
  CHECK(jj::io::write_dot(draft().build()).ends_with("}\n"));
  CHECK(holds(jj::io::write_mermaid(draft().build()), "flowchart LR\n  classDef"));
  CHECK(jj::io::write_graphml(draft().build()).find("<node") == std::string::npos);
}

TEST_CASE("equal plans give equal texts") {
  CHECK(jj::io::write_dot(land()) == jj::io::write_dot(land()));
  CHECK(jj::io::write_mermaid(land()) == jj::io::write_mermaid(land()));
  CHECK(jj::io::write_graphml(land()) == jj::io::write_graphml(land()));
}

TEST_CASE("signs of DOT in a title are escaped") {
  CHECK(holds(jj::io::write_dot(titled("a\"]; b \\N &lt; <i>")),
              R"(label="a\"]; b \\N &amp;lt; <i>\n)"));
  CHECK(holds(jj::io::write_dot(titled("a\nb\tc")), "label=\"a b c\\n"));
}

TEST_CASE("signs of DOT in an id are escaped, and different ids stay different") {
  CHECK(holds(jj::io::write_dot(named("a\"b")), R"("a\"b" [)"));
  CHECK(holds(jj::io::write_dot(named("a\\")), R"("a\\" [)"));
  CHECK(holds(jj::io::write_dot(named("a -> b")), R"("a -> b" [)"));
  CHECK(holds(jj::io::write_dot(named("a\u202Eb")), "\"a⟦U+202E⟧b\" ["));
  CHECK(holds(jj::io::write_dot(named("a⟦U+202E⟧b")), "\"a⟦U+27E6⟧U+202E⟧b\" ["));
}

TEST_CASE("signs of Mermaid in a title are escaped") {
  CHECK(holds(jj::io::write_mermaid(titled("A --> \"B\"")), "[\"A #45;#45;#62; #34;B#34;<br>"));
  CHECK(holds(jj::io::write_mermaid(titled("<b>#1; `c`")), "[\"#60;b#62;#35;1#59; #96;c#96;<br>"));
  CHECK(holds(jj::io::write_mermaid(titled("%%{init}%% 6%")),
              "[\"#37;#37;#123;init#125;#37;#37; 6%<br>"));
  CHECK(holds(jj::io::write_mermaid(titled("fa:fa-car")), "[\"fa#58;#8203;fa-car<br>"));
  CHECK(holds(jj::io::write_mermaid(titled("1. x")), "[\"1#46; x<br>"));
  CHECK(holds(jj::io::write_mermaid(titled("$$x$$")), "[\"#36;#8203;#36;x#36;#8203;#36;<br>"));
}

TEST_CASE("the heading of a Mermaid picture stays on its line and in its quotes") {
  const jj::Plan plan = draft().title("a\"\n---\n<b> %%{").build();
  CHECK(jj::io::write_mermaid(plan).starts_with(
      "---\ntitle: \"a\\\" --- ＜b＞ \\x25\\x25{\"\n---\nflowchart"));
}

TEST_CASE("a node of a Mermaid picture has a name made of its id, and of no other") {
  CHECK(holds(jj::io::write_mermaid(named("end")), "\n  n_end["));
  CHECK(holds(jj::io::write_mermaid(named("a.b")), "\n  n_a_b["));
  CHECK(holds(jj::io::write_mermaid(named("a_b")), "\n  n_a__5fb["));
  CHECK(holds(jj::io::write_mermaid(named("a.")), "\n  n_a__2e["));
  CHECK(holds(jj::io::write_mermaid(named("a..b")), "\n  n_a__2e__2eb["));
  CHECK(holds(jj::io::write_mermaid(named("目")), "\n  n___e7__9b__ae["));
}

TEST_CASE("signs of XML are escaped, and what XML cannot hold is replaced") {
  CHECK(holds(jj::io::write_graphml(titled("<a> & 'b'\n")),
              ">&#x3C;a&#x3E; &#x26; &#x27;b&#x27;&#xA;</data>"));
  CHECK(holds(jj::io::write_graphml(named("\"")), "<node id=\"&#x22;\">"));
  CHECK(holds(jj::io::write_graphml(titled(std::string("a\x01\0b\uFFFE", 7))), ">a��b�</data>"));
  CHECK(holds(jj::io::write_graphml(titled("a\u202Eb")), ">a&#x202E;b</data>"));
}

TEST_CASE("characters that cannot be seen are shown by their number in pictures") {
  const std::string hidden = "a\u202E\u200B\u2066\x7F";
  const std::string shown = "a⟦U+202E⟧⟦U+200B⟧⟦U+2066⟧⟦U+007F⟧";
  CHECK(holds(jj::io::write_dot(titled(hidden)), "label=\"" + shown + "\\n"));
  CHECK(holds(jj::io::write_mermaid(titled(hidden)), "[\"a⟦U#43;202E⟧⟦U#43;200B⟧"));
}
