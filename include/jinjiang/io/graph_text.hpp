// SPDX-License-Identifier: BSL-1.0
#pragma once

// Plans as pictures and graphs for other tools: DOT for Graphviz, Mermaid for Markdown, GraphML for
// network tools. They are written, never read: they hold what can be drawn, not the whole plan.
//
// Titles and ids may hold anything: what the format would take for its own signs is escaped, and
// control and bidirectional characters are shown by their number.

#include <optional>
#include <string>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang::io {

/// What a picture shows, and in which language.
struct GraphTextOptions {
  std::optional<LinkKind> only = {};      ///< which links; default both
  std::optional<Language> language = {};  ///< of words in a picture; default the plan's
};

/// For Graphviz (`dot -Tsvg`). Nodes go by their ids. The edges have the direction of as_graph();
/// the arrow of a dependency is drawn from the predecessor to the successor. A picture of
/// dependencies only leaves out nodes that have none.
/// @par Complexity  O(nodes + links); equal plans give equal texts, in the author's order
[[nodiscard]] JINJIANG_EXPORT std::string write_dot(const Plan& plan,
                                                    const GraphTextOptions& options = {});

/// As a Mermaid flowchart, which Markdown on many sites draws. Nodes go by `n_` and their ids,
/// spelt in letters, digits and `_`, different ids differently. Nodes are left out as in
/// write_dot().
[[nodiscard]] JINJIANG_EXPORT std::string write_mermaid(const Plan& plan,
                                                        const GraphTextOptions& options = {});

/// With the attributes of nodes and links as data, named as in Python's `to_dicts()`; all nodes are
/// there, and edges have the direction of as_graph(). Characters that XML cannot hold become
/// U+FFFD.
[[nodiscard]] JINJIANG_EXPORT std::string write_graphml(const Plan& plan,
                                                        const GraphTextOptions& options = {});

}  // namespace jinjiang::io
