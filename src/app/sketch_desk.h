#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ecomap/layout.h"
#include "model/sketch.h"

namespace tsunagi::app {

/// The drawing on the desk: how it is, how it was before each change, and whether all of it is in the store.
class SketchDesk {
  public:
    explicit SketchDesk(model::Sketch sketch);

    [[nodiscard]] const model::Sketch &sketch() const { return sketch_; }
    [[nodiscard]] const std::shared_ptr<const ecomap::Layout> &layout() const { return layout_; }
    [[nodiscard]] bool can_undo() const { return !before_.empty(); }

    /// Errors: those of model::edited; nothing has changed then. What is typed into the same field in a row
    /// (`typed`, empty for what is not typed) is one step back.
    base::Status edit(const model::SketchEdit &edit, const std::string &typed);
    void undo();

    /// It has been saved under this revision.
    void saved_as(int revision);
    /// From now on it is another drawing, which is not in the store yet.
    void become_copy(model::SketchId id, const std::string &title);

    bool has_changed = false;  ///< and was not tried to be saved since
    bool is_unsaved = false;   ///< saving failed; tried again when the screen or the window closes
    bool has_conflict = false; ///< another program has saved it since: nothing is saved until one has chosen
    bool is_comparing = false;

  private:
    void lay_out();

    model::Sketch sketch_;
    std::vector<model::Sketch> before_; ///< the last one is undone first
    std::string typed_;
    std::shared_ptr<const ecomap::Layout> layout_;
};

} // namespace tsunagi::app
