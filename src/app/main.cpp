// Stands in until the command line and the window are there.
#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
    CLI::App app{"Tsunagi"};
    app.set_version_flag("--version", "tsunagi " TSUNAGI_VERSION);
    CLI11_PARSE(app, argc, argv);
    return 0;
}
