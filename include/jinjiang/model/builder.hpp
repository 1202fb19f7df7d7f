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
  /// A weight of 1 and no veto, unless they are given.
  PartOf(std::string goal_id, double link_weight = 1,
         bool veto = false)  // NOLINT(google-explicit-constructor)
      : goal(std::move(goal_id)), weight(link_weight), is_veto(veto) {}
  /// So that a text will do for the id.
  PartOf(const char* goal_id)
      : PartOf(std::string(goal_id)) {}  // NOLINT(google-explicit-constructor)

  std::string goal;  ///< id of the goal
  double weight;     ///< 1e-100 to 1e100
  bool is_veto;  ///< 一票否决: while this part is missed or off track, the goal is no better
};

/// A node that another one waits for.
struct DependsOn {
  /// Finish to start without a lag, unless they are given.
  DependsOn(std::string id, DependencyType kind = DependencyType::FS, int days = 0,  // NOLINT
            std::string reason = {})
      : predecessor(std::move(id)), type(kind), lag(days), assumption(std::move(reason)) {}
  /// So that a text will do for the id.
  DependsOn(const char* id) : DependsOn(std::string(id)) {}  // NOLINT(google-explicit-constructor)

  std::string predecessor;  ///< id of what is waited for
  DependencyType type;      ///< FS, SS, FF or SF
  int lag;                  ///< days
  std::string assumption;   ///< why an analyst assumes it; empty when the document states it
};

/// The less common parts of a node. What does not belong to its kind is refused by build().
struct NodeOptions {
  std::optional<Measure> measure = {};       ///< of the target, in place of its own
  std::vector<PartOf> part_of = {};          ///< goals that it is part of
  std::vector<DependsOn> depends_on = {};    ///< what it waits for
  std::string owner = {};                    ///< lead unit 牵头单位
  std::vector<std::string> supporting = {};  ///< supporting units 配合单位
  std::optional<Date> start = {};            ///< default: the plan's
  std::optional<Date> due = {};              ///< default: the plan's
  std::optional<int> duration = {};          ///< days; with one of start and due it gives the other
  /// Of a task, 0 to 1: what is known without a dated reading.
  std::optional<double> progress = {};
  std::optional<Profile> profile = {};      ///< of a task; an indicator's is its target's
  Lifecycle lifecycle = Lifecycle::active;  ///< set by people; the status is computed
  Firmness firmness = Firmness::committed;  ///< of a goal or a task; an indicator's is its target's
  Rule rule = {};                           ///< of a goal: how it is made of its parts
  std::vector<std::string> tags = {};       ///< words of your own
  Source source = {};                       ///< where in a document it was said
  std::string note = {};                    ///< free text
  std::vector<Revision> revisions = {};     ///< of the target of an indicator
  Extensions extensions = {};               ///< keys of your own, which begin with x-
};

/// A plan in the making. Nodes may be named before they are added; everything is checked by
/// build().
class PlanBuilder {
 public:
  /// An empty draft of a plan with this id, 1 to 256 bytes, and this period.
  PlanBuilder(std::string id, Period period);
  /// A draft with all that the plan holds.
  explicit PlanBuilder(const Plan& plan);

  /// A draft that was put together elsewhere, such as by a reader of files.
  explicit PlanBuilder(std::unique_ptr<detail::PlanDraft> draft) noexcept;

  /// The other may only be assigned to and destroyed.
  PlanBuilder(PlanBuilder&&) noexcept;
  /// As above.
  PlanBuilder& operator=(PlanBuilder&&) noexcept;
  ~PlanBuilder();

  /// Another id of the plan.
  PlanBuilder& id(std::string text);
  /// Title of the plan, at most 4096 bytes.
  PlanBuilder& title(std::string text);
  /// Who issued it.
  PlanBuilder& issuer(std::string text);
  /// Of reports and messages to readers; default Chinese.
  PlanBuilder& language(Language language);
  /// The document that the plan was read from.
  PlanBuilder& source(Source source);
  /// Thresholds, least coverage, missing data and staleness.
  PlanBuilder& policy(const Policy& policy);
  /// The plan's own units, beside the standard ones, which every plan knows.
  /// @throws UnitError  one of them redefines a standard unit, or could be read in two ways beside
  /// the standard ones
  PlanBuilder& units(UnitTable units);
  /// Keys of your own, which begin with x-, on the plan.
  PlanBuilder& extensions(Extensions extensions);

  /// Makes room for this much, so that adding it copies nothing.
  PlanBuilder& reserve(std::size_t nodes, std::size_t text_bytes);

  /// Adds a goal.
  PlanBuilder& goal(std::string_view id, std::string_view title, const NodeOptions& options = {});
  /// Adds an indicator that is held against a target.
  PlanBuilder& indicator(std::string_view id, std::string_view title, const Target& target,
                         const NodeOptions& options = {});
  /// An indicator that is watched and never judged.
  PlanBuilder& indicator(std::string_view id, std::string_view title, std::nullopt_t,
                         const NodeOptions& options = {});
  /// Adds a task.
  PlanBuilder& task(std::string_view id, std::string_view title, const NodeOptions& options = {});

  /// Makes a node part of a goal.
  PlanBuilder& part_of(std::string_view child, const PartOf& link);
  /// Makes a node wait for another.
  PlanBuilder& depends_on(std::string_view successor, const DependsOn& link);
  /// Puts another target in force from a date on.
  PlanBuilder& revise(std::string_view indicator, Revision revision);
  /// Sets how the work on a node stands administratively.
  PlanBuilder& lifecycle(std::string_view node, Lifecycle lifecycle);
  /// Takes a node and all its links out of the draft. Parts that it alone held become roots.
  PlanBuilder& remove(std::string_view node);

  /// Number of nodes so far.
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
  static constexpr std::size_t nodes = 50'000'000;  ///< in one plan
  static constexpr std::size_t id_bytes = 256;      ///< of an id, in UTF-8
  static constexpr std::size_t title_bytes = 4096;  ///< of a title, in UTF-8
  static constexpr std::size_t text_bytes = 65536;  ///< notes, reasons, sections, owners
  static constexpr std::size_t units = 4096;        ///< different units in one plan
  static constexpr double least_weight = 1e-100;    ///< of a part in its goal
  static constexpr double greatest_weight = 1e100;  ///< sums of weights stay finite
};

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/builder.ipp>
#endif
