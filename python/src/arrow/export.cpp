// SPDX-License-Identifier: BSL-1.0

#include "arrow/export.hpp"

#include <cerrno>
#include <new>

namespace py = pybind11;

namespace {

/// What a buffer without bytes points to; some readers refuse a null pointer there.
alignas(64) constexpr char no_bytes[64] = {};

/// A structure's parts; the structures of children and the dictionary live here unless a reader
/// moves them away.
template <class Structure>
struct Parts {
  TableColumnPtr column;
  std::vector<const void*> buffers;
  std::vector<Structure> children;
  std::vector<Structure*> child_pointers;
  Structure dictionary{};

  explicit Parts(TableColumnPtr kept) : column(std::move(kept)), children(column->children.size()) {
    for (Structure& child : children) child_pointers.push_back(&child);
  }
  ~Parts() {
    for (Structure& child : children) release_part(child);
    release_part(dictionary);
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  static void release_part(Structure& part) {
    if (part.release != nullptr) part.release(&part);
  }
  static void release(Structure* structure) {
    delete static_cast<Parts*>(structure->private_data);
    structure->release = nullptr;
    structure->private_data = nullptr;
  }
};

/// The parts of a structure with those of its children and dictionary in them.
template <class Structure>
std::unique_ptr<Parts<Structure>> parts_of(const TableColumnPtr& column,
                                           void (*write)(const TableColumnPtr&, Structure&)) {
  auto parts = std::make_unique<Parts<Structure>>(column);
  for (std::size_t i = 0; i < column->children.size(); ++i)
    write(column->children[i], parts->children[i]);
  if (column->dictionary) write(column->dictionary, parts->dictionary);
  return parts;
}

/// A stream that was asked for its batch gives the end.
struct StreamState {
  TableColumnPtr root;
  bool is_read = false;
  const char* last_error = nullptr;
};

StreamState& state_of(ArrowArrayStream* stream) {
  return *static_cast<StreamState*>(stream->private_data);
}

template <class Action>
int guarded(ArrowArrayStream* stream, const Action& action) {
  StreamState& state = state_of(stream);
  try {
    action(state);
    state.last_error = nullptr;
    return 0;
  } catch (const std::bad_alloc&) {
    state.last_error = "jinjiang: out of memory";
    return ENOMEM;
  }
}

/// A capsule that releases what nobody took out of it.
template <class Structure, class Export>
py::capsule capsule_of(const char* name, const Table& table, const Export& write) {
  auto structure = std::make_unique<Structure>();
  write(table.root, *structure);
  const auto destroy = [](PyObject* capsule) {
    auto* held = static_cast<Structure*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
    if (held->release != nullptr) held->release(held);
    delete held;
  };
  PyObject* const capsule = PyCapsule_New(structure.get(), name, destroy);
  if (capsule == nullptr) {
    structure->release(structure.get());
    throw py::error_already_set();
  }
  static_cast<void>(structure.release());
  return py::reinterpret_steal<py::capsule>(capsule);
}

}  // namespace

void export_schema(const TableColumnPtr& column, ArrowSchema& out) {
  auto parts = parts_of(column, &export_schema);
  out = {.format = column->format.c_str(),
         .name = column->name.c_str(),
         .metadata = nullptr,
         .flags = column->is_nullable ? ARROW_FLAG_NULLABLE : 0,
         .n_children = static_cast<std::int64_t>(parts->children.size()),
         .children = parts->child_pointers.data(),
         .dictionary = column->dictionary ? &parts->dictionary : nullptr,
         .release = &Parts<ArrowSchema>::release,
         .private_data = nullptr};
  out.private_data = parts.release();
}

void export_array(const TableColumnPtr& column, ArrowArray& out) {
  auto parts = parts_of(column, &export_array);
  for (std::size_t i = 0; i < column->buffers.size(); ++i) {
    const void* data = column->buffers[i].data;
    // Only the bitmap of what is present may be left out.
    parts->buffers.push_back(data == nullptr && i > 0 ? no_bytes : data);
  }
  out = {.length = column->length,
         .null_count = column->nulls,
         .offset = 0,
         .n_buffers = static_cast<std::int64_t>(parts->buffers.size()),
         .n_children = static_cast<std::int64_t>(parts->children.size()),
         .buffers = parts->buffers.data(),
         .children = parts->child_pointers.data(),
         .dictionary = column->dictionary ? &parts->dictionary : nullptr,
         .release = &Parts<ArrowArray>::release,
         .private_data = nullptr};
  out.private_data = parts.release();
}

void export_stream(const TableColumnPtr& root, ArrowArrayStream& out) {
  auto state = std::make_unique<StreamState>(StreamState{root});
  out.get_schema = [](ArrowArrayStream* stream, ArrowSchema* schema) {
    return guarded(stream, [&](StreamState& s) { export_schema(s.root, *schema); });
  };
  out.get_next = [](ArrowArrayStream* stream, ArrowArray* array) {
    return guarded(stream, [&](StreamState& s) {
      if (s.is_read) {
        *array = {};
      } else {
        export_array(s.root, *array);
        s.is_read = true;
      }
    });
  };
  out.get_last_error = [](ArrowArrayStream* stream) { return state_of(stream).last_error; };
  out.release = [](ArrowArrayStream* stream) {
    delete static_cast<StreamState*>(stream->private_data);
    stream->release = nullptr;
    stream->private_data = nullptr;
  };
  out.private_data = state.release();
}

py::capsule schema_capsule(const Table& table) {
  return capsule_of<ArrowSchema>("arrow_schema", table, &export_schema);
}

py::capsule array_capsule(const Table& table) {
  return capsule_of<ArrowArray>("arrow_array", table, &export_array);
}

py::capsule stream_capsule(const Table& table) {
  return capsule_of<ArrowArrayStream>("arrow_array_stream", table, &export_stream);
}
