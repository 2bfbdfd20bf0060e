#include "view/ecomap_sheet.h"

#include <algorithm>
#include <utility>

namespace tsunagi::view {

using ecomap::Picture;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr float kTitleSize = 18.0F;
constexpr float kHeadingSize = 15.0F;
constexpr float kAroundHeading = 8.0F; // above and below its line
constexpr float kMargin = 24.0F;
constexpr float kBetweenMaps = 12.0F;
// Ids of the map beside the one shown: the same ties stand otherwise there.
constexpr const char *kOther = "other/";

enum class Side { left, middle };

Picture heading_over(const Picture &picture, const std::string &text, float size, Side side = Side::middle) {
    ecomap::Label label;
    label.size = size;
    label.text = text;
    label.is_bold = true;
    const float text_width = ecomap::text_width(text, size);
    const float width = std::max(picture.bounds.width(), text_width + kMargin * 2.0F);
    const float height = size + kAroundHeading * 2.0F;
    label.centre = {(side == Side::left ? text_width : width) * 0.5F, height * 0.5F};
    Picture heading;
    heading.bounds = {{}, {width, height}};
    heading.labels.push_back(std::move(label));
    return stacked(std::move(heading), picture, 0.0F);
}

Picture other_picture(const EcoMoment &moment) {
    Picture picture = moment.picture;
    for (ecomap::Stroke &stroke : picture.strokes) stroke.tie.value.insert(0, kOther);
    for (ecomap::Mark &mark : picture.marks) mark.party.value.insert(0, kOther);
    return picture;
}

void add_words(const EcoMoment &moment, const std::string &heading, const std::string &prefix,
               ecomap::SvgTexts &words) {
    words.description += heading + "\n" + moment.summary + "\n";
    for (const EcoTieView &tie : moment.ties) {
        words.description += tie.told + "\n";
        words.ties[model::TieId(prefix + tie.id.value)] = tie.told;
    }
    for (const EcoPartyView &party : moment.parties)
        words.parties[model::PartyId(prefix + party.id.value)] = party.told;
}

} // namespace

EcoSheet eco_sheet(const EcoMapView &view, const Texts &texts) {
    EcoSheet sheet;
    sheet.texts.id = "ecomap-" + view.scenario.value;
    sheet.texts.language = model::word_of(texts.language(), i18n::kLanguageWords);
    sheet.texts.title = texts.format(Text::ecomap_sheet_title, fmt::arg("case", view.case_title));
    sheet.picture = heading_over(view.moment.picture, view.heading, kHeadingSize);
    if (view.other) {
        add_words(*view.other, view.other_heading, kOther, sheet.texts);
        sheet.picture = beside(heading_over(other_picture(*view.other), view.other_heading, kHeadingSize),
                               sheet.picture, kBetweenMaps);
    }
    add_words(view.moment, view.heading, {}, sheet.texts);
    sheet.picture = heading_over(sheet.picture, sheet.texts.title, kTitleSize);

    Picture legend = heading_over(legend_of(legend_words(texts), sheet.picture.bounds.width() - kMargin * 2.0F),
                                  texts(Text::ecomap_legend), kHeadingSize, Side::left);
    legend.bounds = legend.bounds.grown(kMargin);
    sheet.picture = stacked(std::move(sheet.picture), legend, 0.0F);
    return sheet;
}

} // namespace tsunagi::view
