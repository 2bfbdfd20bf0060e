#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/ids.h"
#include "model/vocabulary.h"

namespace tsunagi::model {

// Short exercises beside the cases: assets/drills, and for the role tables the handbook itself.

enum class DrillKind { icmss, plain_words, role_table };
inline constexpr std::array<std::string_view, 3> kDrillKindWords = {"icmss", "plain_words", "role_table"};

/// A person at the beginning of support, to be held against the fifteen items of the ICMSS.
struct IcmssVignette {
    std::string id;
    HandbookId case_entry; ///< the case of the handbook it is made from
    std::string label;
    std::vector<std::string> text;
    std::vector<HandbookId> applies;           ///< the items the handbook names for the case
    std::map<HandbookId, std::string> because; ///< for every item: why it applies here or does not
};

/// A finding in the words of one profession, to be told to somebody else.
struct PlainWordsTask {
    struct Model {
        std::string text;
        std::string note; ///< why it works
    };
    std::string id;
    Profession from = Profession::cpp;
    Profession to = Profession::nurse;
    std::string listener; ///< who listens, where that says more than the profession; may be empty
    std::string situation;
    std::string finding;
    std::vector<std::string> keep; ///< what must not be lost on the way
    std::vector<Model> models;
};

/// Words of a trade with what may be said instead.
struct Jargon {
    std::vector<std::string> words;
    std::vector<std::string> plain;
    HandbookId ref; ///< the glossary's entry; may be empty
};

struct Drills {
    std::vector<IcmssVignette> vignettes;
    std::vector<PlainWordsTask> tasks;
    std::vector<Jargon> jargon;
};

} // namespace tsunagi::model
