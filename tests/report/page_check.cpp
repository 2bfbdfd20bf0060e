#include "report/page_check.h"

#include <regex>
#include <set>
#include <stdexcept>

#include "report/html.h"
#include "support/xml.h"

namespace tsunagi::test {

namespace {

std::string replaced(std::string text, const std::string &from, const std::string &to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

class Checker {
  public:
    void visit(const XmlElement &element) {
        for (const auto &[name, value] : element.attributes) check(element, name, value);
        const std::string &tag = element.name;
        if (tag == "script" || tag == "iframe" || tag == "link" || tag == "img" || tag == "object") add("has " + tag);
        if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') heading(tag[1] - '0');
        if (tag == "table" && (element.children.empty() || element.children[0].name != "caption")) add("no caption");
        if (tag == "th" && element.attributes.count("scope") == 0) add("th without scope");
        if (tag == "svg" && (element.text_of("title").empty() || element.text_of("desc").empty()))
            add("svg without words");
        if (tag == "ul" || tag == "ol")
            for (const XmlElement &child : element.children)
                if (child.name != "li") add("not li: " + child.name);
        for (const XmlElement &child : element.children) visit(child);
    }

    std::string finish() {
        for (const std::string &target : targets_)
            if (ids_.count(target) == 0) add("no id " + target);
        if (h1_ != 1) add("h1: " + std::to_string(h1_));
        return faults_;
    }

  private:
    void check(const XmlElement &element, const std::string &name, const std::string &value) {
        if (name == "id" && !ids_.insert(value).second) add("twice: " + value);
        if (name == "href") {
            if (value.empty() || value[0] != '#')
                add("leads out: " + value);
            else
                targets_.insert(value.substr(1));
        }
        if (name == "src" || name.rfind("on", 0) == 0 || name == "style") add("attribute " + name);
        if (name == "aria-labelledby") {
            static const std::regex word("[^ ]+");
            for (auto at = std::sregex_iterator(value.begin(), value.end(), word); at != std::sregex_iterator(); ++at)
                targets_.insert(at->str());
        }
        if (name != "xmlns" && value.find("http") != std::string::npos && element.name != "meta")
            add("address: " + value.substr(0, 60));
    }

    void heading(int level) {
        if (level == 1) ++h1_;
        if (level > last_ + 1) add("h" + std::to_string(last_) + " then h" + std::to_string(level));
        last_ = level;
    }

    void add(const std::string &fault) { faults_ += fault + "\n"; }

    std::string faults_;
    std::set<std::string> ids_;
    std::set<std::string> targets_;
    int h1_ = 0;
    int last_ = 0;
};

} // namespace

std::string fault_of_page(const std::string &page) {
    if (page.rfind(report::kPageBeginning, 0) != 0) return "not our beginning";
    std::string xml = replaced(page.substr(report::kPageBeginning.size()), "<br>", "<br/>");
    xml = std::regex_replace(xml, std::regex("(<meta [^>]*)>"), "$1/>");
    try {
        const XmlElement html = xml_from_text(xml);
        if (html.name != "html" || html.attributes.count("lang") == 0) return "no language";
        if (html.children.empty() || html.children[0].text_of("title").empty()) return "no title";
        Checker checker;
        checker.visit(html);
        return checker.finish();
    } catch (const std::runtime_error &error) {
        return error.what();
    }
}

} // namespace tsunagi::test
