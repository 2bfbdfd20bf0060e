#include "app/import_job.h"

#include <utility>

namespace tsunagi::app {

void ImportJob::start(Work work) {
    stop();
    is_cancelled_ = false;
    is_done_ = false;
    done_ = 0;
    all_ = 0;
    is_under_way_ = true;
    thread_ = std::thread([this, work = std::move(work)] {
        result_ = work([this](int done, int all) {
            done_ = done;
            all_ = all;
            return !is_cancelled_.load();
        });
        is_done_ = true;
        if (wake_) wake_();
    });
}

void ImportJob::stop() {
    is_cancelled_ = true;
    if (thread_.joinable()) thread_.join();
    is_under_way_ = false;
}

void ImportJob::wait() {
    if (thread_.joinable()) thread_.join();
}

base::Result<FolderImport> ImportJob::take() {
    wait();
    is_under_way_ = false;
    base::Result<FolderImport> result = std::move(*result_);
    result_.reset();
    return result;
}

} // namespace tsunagi::app
