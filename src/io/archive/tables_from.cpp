// SPDX-License-Identifier: BSL-1.0

// From the tables of an archive to policies, observations and evaluations.

#include "io/archive/checks.hpp"

namespace jinjiang::io::detail {

Policy policy_of(const PolicyRecord& record) {
  const Policy policy{record.ahead,
                      record.on_track,
                      record.at_risk,
                      record.minimum_coverage,
                      enum_of<Missing>(record.missing, "policy"),
                      record.stale_after};
  if (const std::string problem = find_problem(policy); !problem.empty())
    refuse("policy: " + problem);
  return policy;
}

Observations observations_of(const ObservationTables& tables) {
  return checked([&] {
    const std::size_t size = tables.series.size();
    const auto same = [size](const auto&... columns) {
      require(((columns.size() == size) && ...), "observations", "its columns differ in length");
    };
    same(tables.dates, tables.values, tables.units, tables.stages, tables.spans, tables.known,
         tables.bases, tables.sources, tables.notes);
    check_below(tables.series, tables.ids.size(), "observations");
    std::vector<Unit> units{Unit{}};
    for (const UnitRecord& unit : tables.unit_list) units.push_back(unit_of(unit));
    const std::vector<std::string> ids = texts_of(tables.ids, "ids");
    std::vector<std::string> texts = texts_of(tables.texts, "texts");
    texts.insert(texts.begin(), std::string());
    check_below(tables.bases, texts.size(), "bases");
    check_below(tables.sources, texts.size(), "sources");
    check_below(tables.notes, texts.size(), "notes");
    Observations observations;
    for (std::size_t i = 0; i < size; ++i) {
      require(tables.units[i] < units.size(), "observations", "a unit points beyond its table");
      observations.add(ids[tables.series[i]], day_of(tables.dates[i], "dates"), tables.values[i],
                       {.unit = units[tables.units[i]],
                        .stage = enum_of<Stage>(tables.stages[i], "stages"),
                        .basis = texts[tables.bases[i]],
                        .known_on = optional_day_of(tables.known[i], "known"),
                        .span = enum_of<Span>(tables.spans[i], "spans"),
                        .source = texts[tables.sources[i]],
                        .note = texts[tables.notes[i]]});
    }
    observations.extensions(extensions_of(tables.extensions));
    observations.check();
    return observations;
  });
}

Evaluation evaluation_of(EvaluationTables&& tables) {
  const Plan plan = plan_of(std::move(tables.plan));
  const Observations observations = observations_of(tables.observations);
  return checked([&] {
    return evaluate(plan, observations, day_of(tables.as_of, "as_of"),
                    {.policy = policy_of(tables.policy),
                     .known_by = optional_day_of(tables.known_by, "known_by"),
                     .basis = tables.basis,
                     .ignore_unknown = true});
  });
}

}  // namespace jinjiang::io::detail
