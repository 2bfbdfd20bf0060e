#include "view/trouble_view.h"

namespace tsunagi::view {

using i18n::Text;

TroubleView trouble_view(const TroubleInfo &info, const i18n::Texts &texts) {
    TroubleView view;
    view.what = texts.named("error." + info.error.code);
    view.detail = info.error.detail;
    view.path = info.path;
    if (info.copy_error) {
        view.has_copy_failed = true;
        view.copy_result =
            texts.format(Text::trouble_copy_failed, fmt::arg("why", texts.named("error." + info.copy_error->code)));
    } else if (info.copy_path) {
        view.copy_result = texts.format(Text::trouble_copied, fmt::arg("path", *info.copy_path));
    }
    return view;
}

} // namespace tsunagi::view
