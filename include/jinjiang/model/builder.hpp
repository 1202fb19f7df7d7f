// SPDX-License-Identifier: BSL-1.0
#pragma once

// Drafts: collects goals, indicators, tasks and links in any order, and makes a plan of them or
// lists every problem.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang::detail {
struct PlanDraft;
}

namespace jinjiang {

/// A goal that a node is part of.
struct PartOf {
  PartOf(std::string goal_id, double link_weight = 1,
         bool veto = false)  // NOLINT(google-explicit-constructor)
      : goal(std::move(goal_id)), weight(link_weight), is_veto(veto) {}
  PartOf(const char* goal_id)
      : PartOf(std::string(goal_id)) {}  // NOLINT(google-explicit-constructor)

  std::string goal;
  double weight;
  bool is_veto;  ///< 一票否决: while this part is missed or off track, the goal is no better
};

/// A node that another one waits for.
struct DependsOn {
  DependsOn(std::string id, DependencyType kind = DependencyType::FS, int days = 0,  // NOLINT
            std::string reason = {})
      : predecessor(std::move(id)), type(kind), lag(days), assumption(std::move(reason)) {}
  DependsOn(const char* id) : DependsOn(std::string(id)) {}  // NOLINT(google-explicit-constructor)

  std::string predecessor;
  DependencyType type;
  int lag;                 ///< days
  std::string assumption;  ///< why an analyst assumes it; empty when the document states it
};

/// The less common parts of a node. What does not belong to its kind is refused by build().
struct NodeOptions {
  std::optional<Measure> measure = {};  ///< of the target, in place of its own
  std::vector<PartOf> part_of = {};
  std::vector<DependsOn> depends_on = {};
  std::string owner = {};
  std::vector<std::string> supporting = {};
  std::optional<Date> start = {};
  std::optional<Date> due = {};
  std::optional<int> duration = {};  ///< days; with one of start and due it gives the other
  std::optional<double> progress = {};
  std::optional<Profile> profile = {};
  Lifecycle lifecycle = Lifecycle::active;
  Firmness firmness = Firmness::committed;
  Rule rule = {};
  std::vector<std::string> tags = {};
  Source source = {};
  std::string note = {};
  std::vector<Revision> revisions = {};
  Extensions extensions = {};
};

/// A plan in the making. Nodes may be named before they are added; everything is checked by
/// build().
class PlanBuilder {
 public:
  PlanBuilder(std::string id, Period period);
  /// A draft with all that the plan holds.
  explicit PlanBuilder(const Plan& plan);

  /// A draft that was put together elsewhere, such as by a reader of files.
  explicit PlanBuilder(std::unique_ptr<detail::PlanDraft> draft) noexcept;

  PlanBuilder(PlanBuilder&&) noexcept;
  PlanBuilder& operator=(PlanBuilder&&) noexcept;
  ~PlanBuilder();

  PlanBuilder& id(std::string text);
  PlanBuilder& title(std::string text);
  PlanBuilder& issuer(std::string text);
  PlanBuilder& language(Language language);
  PlanBuilder& source(Source source);
  PlanBuilder& policy(const Policy& policy);
  /// The plan's own units, beside the standard ones, which every plan knows.
  /// @throws UnitError  one of them redefines a standard unit, or could be read in two ways beside
  /// the standard ones
  PlanBuilder& units(UnitTable units);
  PlanBuilder& extensions(Extensions extensions);

  /// Makes room for this much, so that adding it copies nothing.
  PlanBuilder& reserve(std::size_t nodes, std::size_t text_bytes);

  PlanBuilder& goal(std::string_view id, std::string_view title, const NodeOptions& options = {});
  PlanBuilder& indicator(std::string_view id, std::string_view title, const Target& target,
                         const NodeOptions& options = {});
  /// An indicator that is watched and never judged.
  PlanBuilder& indicator(std::string_view id, std::string_view title, std::nullopt_t,
                         const NodeOptions& options = {});
  PlanBuilder& task(std::string_view id, std::string_view title, const NodeOptions& options = {});

  PlanBuilder& part_of(std::string_view child, const PartOf& link);
  PlanBuilder& depends_on(std::string_view successor, const DependsOn& link);
  /// Puts another target in force from a date on.
  PlanBuilder& revise(std::string_view indicator, Revision revision);
  PlanBuilder& lifecycle(std::string_view node, Lifecycle lifecycle);
  /// Takes a node and all its links out of the draft. Parts that it alone held become roots.
  PlanBuilder& remove(std::string_view node);

  [[nodiscard]] std::size_t size() const noexcept;

  /// Makes the plan; the builder is unchanged and may go on.
  /// @throws PlanError  lists every problem: unknown, duplicate or malformed ids, cycles with their
  /// path, ...
  /// @par Complexity  O(n log k) for n nodes and links and k parts of one goal
  [[nodiscard]] Plan build() const&;
  /// The same, handing over what the draft holds: std::move(draft).build(). When it throws, the
  /// draft is unchanged.
  [[nodiscard]] Plan build() &&;

 private:
  PlanBuilder& add(NodeKind kind, std::string_view id, std::string_view title, const Target* target,
                   const NodeOptions& options);

  std::unique_ptr<detail::PlanDraft> draft_;
};

/// What a draft may hold at most.
struct Limits {
  static constexpr std::size_t nodes = 50'000'000;
  static constexpr std::size_t id_bytes = 256;
  static constexpr std::size_t title_bytes = 4096;
  static constexpr std::size_t text_bytes = 65536;  ///< notes, reasons, sections, owners
  static constexpr std::size_t units = 4096;        ///< different units in one plan
  static constexpr double least_weight = 1e-100;
  static constexpr double greatest_weight = 1e100;  ///< sums of weights stay finite
};

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/builder.ipp>
#endif
