#include "app/window_main.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <clocale>
#include <cstdio>
#include <ctime>
#include <optional>
#include <utility>
#include <vector>

#include <glad/gl.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <imgui_internal.h>
#ifdef IMGUI_ENABLE_FREETYPE
#include <misc/freetype/imgui_freetype.h>
#endif

#include "app/cli_case.h"
#include "app/gl_painter.h"
#include "app/input_method.h"
#include "app/local_time.h"
#include "app/shell.h"
#include "app/window_icon.h"

namespace tsunagi::app {

using i18n::Text;

namespace {

constexpr const char *kRegularFont = "BIZUDGothic-Regular.ttf"; // the program cannot be read without it
constexpr int kFirstWidth = 1280;
constexpr int kFirstHeight = 800;
constexpr int kSmallestWidth = 800;
constexpr int kSmallestHeight = 560;
// Dear ImGui spreads queued input over frames: after an event this many frames are drawn before waiting again.
constexpr int kFramesAfterEvent = 4;
// Tooltips come up a moment after the pointer has come to rest, so the loop stays awake this long after an event.
constexpr double kAwakeSeconds = 0.6;
constexpr double kAwakeStep = 0.1;

struct GlVersion {
    int major;
    int minor;
    const char *glsl;
    bool is_core;
};
// OpenGL 3.3 is what the program is written for; the others let the plain screens run on old and remote desktops.
constexpr GlVersion kGlVersions[] = {
    {3, 3, "#version 330 core", true}, {3, 0, "#version 130", false}, {2, 1, "#version 120", false}};

ShellWorld real_world() {
    ShellWorld world;
    world.now = [] { return static_cast<std::int64_t>(std::time(nullptr)); };
    world.now_ms = [] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::steady_clock::now().time_since_epoch())
            .count();
    };
    world.local_time = local_time;
    world.new_session_id = new_session_id;
    world.wake = glfwPostEmptyEvent; // may be called from any thread
    return world;
}

// The window with its GL context; gone with the object.
class Window {
  public:
    explicit Window(const Settings &settings, const char *title) {
        if (glfwInit() != GLFW_TRUE) return;
        is_started_ = true;
        for (const GlVersion &version : kGlVersions) {
            glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, version.major);
            glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, version.minor);
            glfwWindowHint(GLFW_OPENGL_PROFILE, version.is_core ? GLFW_OPENGL_CORE_PROFILE : GLFW_OPENGL_ANY_PROFILE);
            glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, version.is_core ? GLFW_TRUE : GLFW_FALSE);
            glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
            const int width = settings.window ? std::max(settings.window->w, kSmallestWidth) : kFirstWidth;
            const int height = settings.window ? std::max(settings.window->h, kSmallestHeight) : kFirstHeight;
            handle_ = glfwCreateWindow(width, height, title, nullptr, nullptr);
            if (handle_ == nullptr) continue;
            glsl_ = version.glsl;
            break;
        }
        if (handle_ == nullptr) return;
        glfwSetWindowSizeLimits(handle_, kSmallestWidth, kSmallestHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
        place(settings);
        set_icon();
        glfwMakeContextCurrent(handle_);
        if (gladLoadGL(glfwGetProcAddress) == 0) {
            glfwDestroyWindow(handle_);
            handle_ = nullptr;
            return;
        }
        glfwSwapInterval(1);
    }
    ~Window() {
        if (handle_ != nullptr) glfwDestroyWindow(handle_);
        if (is_started_) glfwTerminate();
    }
    Window(const Window &) = delete;
    Window &operator=(const Window &) = delete;

    [[nodiscard]] GLFWwindow *handle() const { return handle_; }
    [[nodiscard]] const char *glsl() const { return glsl_; }

    [[nodiscard]] float scale() const {
        float x = 1.0F;
        float y = 1.0F;
        glfwGetWindowContentScale(handle_, &x, &y);
        return std::clamp(std::max(x, y), 1.0F, 4.0F);
    }

    /// Over the whole of the screen that the window is mostly on, or back to where it was.
    void toggle_full_screen() {
        if (windowed_) {
            const WindowPlace place = *std::exchange(windowed_, std::nullopt);
            glfwSetWindowMonitor(handle_, nullptr, place.x, place.y, place.w, place.h, GLFW_DONT_CARE);
            return;
        }
        GLFWmonitor *monitor = monitor_here();
        const GLFWvidmode *mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
        if (mode == nullptr) return;
        windowed_ = place_now();
        glfwSetWindowMonitor(handle_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    }

    /// Where it is, or where it goes back to.
    [[nodiscard]] WindowPlace place_now() const {
        if (windowed_) return *windowed_;
        WindowPlace place;
        glfwGetWindowPos(handle_, &place.x, &place.y);
        glfwGetWindowSize(handle_, &place.w, &place.h);
        return place;
    }

  private:
    // In the sizes that title bars, task bars and switchers ask for.
    void set_icon() {
        constexpr std::array<int, 4> kSizes = {16, 32, 48, 128};
        std::array<std::vector<unsigned char>, kSizes.size()> pixels;
        std::array<GLFWimage, kSizes.size()> images{};
        for (std::size_t i = 0; i < kSizes.size(); ++i) {
            pixels[i] = window_icon(kSizes[i]);
            images[i] = {kSizes[i], kSizes[i], pixels[i].data()};
        }
        glfwSetWindowIcon(handle_, static_cast<int>(images.size()), images.data());
    }

    // The screen that holds the middle of the window; else the first one.
    [[nodiscard]] GLFWmonitor *monitor_here() const {
        const WindowPlace here = place_now();
        const int middle_x = here.x + here.w / 2;
        const int middle_y = here.y + here.h / 2;
        int count = 0;
        GLFWmonitor **monitors = glfwGetMonitors(&count);
        for (int i = 0; i < count; ++i) {
            int x = 0;
            int y = 0;
            glfwGetMonitorPos(monitors[i], &x, &y);
            const GLFWvidmode *mode = glfwGetVideoMode(monitors[i]);
            if (mode != nullptr && middle_x >= x && middle_x < x + mode->width && middle_y >= y &&
                middle_y < y + mode->height)
                return monitors[i];
        }
        return glfwGetPrimaryMonitor();
    }

    // Where it was, if some screen still shows at least a part of it that one can take hold of.
    void place(const Settings &settings) {
        if (!settings.window) return;
        int count = 0;
        GLFWmonitor **monitors = glfwGetMonitors(&count);
        for (int i = 0; i < count; ++i) {
            int x = 0;
            int y = 0;
            int w = 0;
            int h = 0;
            glfwGetMonitorWorkarea(monitors[i], &x, &y, &w, &h);
            const WindowPlace &kept = *settings.window;
            if (kept.x + 100 < x + w && kept.x + kept.w - 100 > x && kept.y >= y && kept.y + 50 < y + h) {
                glfwSetWindowPos(handle_, kept.x, kept.y);
                return;
            }
        }
    }

    GLFWwindow *handle_ = nullptr;
    const char *glsl_ = nullptr;
    bool is_started_ = false;
    std::optional<WindowPlace> windowed_; ///< while it takes the whole screen: where it was before
};

// Dear ImGui with its two backends; gone with the object.
class Gui {
  public:
    explicit Gui(const Window &window) {
        ImGui::CreateContext();
        ImGuiIO &io = ImGui::GetIO();
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        io.IniFilename = nullptr;
        io.LogFilename = nullptr;
        io.ConfigInputTextCursorBlink = false; // a blinking cursor would keep an idle program awake
        io.ConfigNavEscapeClearFocusItem = false;
        ImGui_ImplGlfw_InitForOpenGL(window.handle(), true);
        ImGui_ImplOpenGL3_Init(window.glsl());
    }
    ~Gui() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext();
    }
    Gui(const Gui &) = delete;
    Gui &operator=(const Gui &) = delete;

    [[nodiscard]] ui::Fonts load_fonts(const std::filesystem::path &folder) const {
        ImFontAtlas *atlas = ImGui::GetIO().Fonts;
#ifdef IMGUI_ENABLE_FREETYPE
        atlas->SetFontLoader(ImGuiFreeType::GetFontLoader());
#endif
        const auto load = [&](const char *name) -> ImFont * {
            std::error_code failure;
            const std::filesystem::path file = folder / name;
            if (!std::filesystem::is_regular_file(file, failure)) return nullptr;
            return atlas->AddFontFromFileTTF(file.string().c_str(), ui::kBaseTextSize);
        };
        ui::Fonts fonts;
        fonts.regular = load(kRegularFont);
        fonts.bold = load("BIZUDGothic-Bold.ttf");
        return fonts;
    }
};

// A key and the release of its modifier that came since the last frame would be taken in one frame, in which the key is
// down and the modifier no longer: Ctrl+Enter pressed quickly on a slow machine would be an Enter. So what follows a
// key press from the first modifier on waits for the next frame.
std::vector<ImGuiInputEvent> take_later_modifiers(ImVector<ImGuiInputEvent> &queue) {
    const auto is_key = [](const ImGuiInputEvent &event) { return event.Type == ImGuiInputEventType_Key; };
    const auto is_modifier = [](ImGuiKey key) {
        return (key & ImGuiMod_Mask_) != 0 || (key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper);
    };
    ImGuiInputEvent *press = std::find_if(queue.begin(), queue.end(), [&](const ImGuiInputEvent &event) {
        return is_key(event) && event.Key.Down && !is_modifier(event.Key.Key);
    });
    ImGuiInputEvent *from = std::find_if(
        press, queue.end(), [&](const ImGuiInputEvent &event) { return is_key(event) && is_modifier(event.Key.Key); });
    std::vector<ImGuiInputEvent> later(from, queue.end());
    queue.resize(static_cast<int>(from - queue.begin()));
    return later;
}

void draw(Shell &shell, InputMethodGuard &input_method, const Window &window, const ui::Fonts &fonts) {
    if (shell.take_style_change())
        ui::apply_theme(shell.theme(),
                        static_cast<int>(static_cast<float>(shell.settings().text_percent) * window.scale()));
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImVector<ImGuiInputEvent> &queue = ImGui::GetCurrentContext()->InputEventsQueue;
    input_method.filter(queue, ImGui::GetIO().WantTextInput);
    const std::vector<ImGuiInputEvent> later = take_later_modifiers(queue);
    ImGui::NewFrame();
    for (const ImGuiInputEvent &event : later) queue.push_back(event);
    shell.draw_frame(fonts);
    ImGui::Render();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window.handle(), &width, &height);
    glViewport(0, 0, width, height);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window.handle());
}

// Sleeps until something happens. Idle costs nothing; after an event a few frames follow at once, and slow ones for
// a moment so that tooltips can come up.
class Pacer {
  public:
    /// `is_working`: something waits to be saved, or a job shows how far it is. `clock`: in how many seconds something
    /// on the screen changes by itself.
    void wait(bool is_working, std::optional<int> clock) {
        const double now = glfwGetTime();
        if (frames_left_ > 0) {
            --frames_left_;
            glfwPollEvents();
        } else if (now < awake_until_ || is_working) {
            glfwWaitEventsTimeout(kAwakeStep);
        } else if (clock) {
            glfwWaitEventsTimeout(*clock);
        } else {
            glfwWaitEvents();
        }
        if (!ImGui::GetCurrentContext()->InputEventsQueue.empty()) {
            frames_left_ = kFramesAfterEvent;
            awake_until_ = glfwGetTime() + kAwakeSeconds;
        }
    }
    /// A change that is no input (the window's size, what a job has found) needs the same few frames until the layout
    /// has settled.
    void wake() { frames_left_ = kFramesAfterEvent; }

  private:
    int frames_left_ = kFramesAfterEvent;
    double awake_until_ = 0.0;
};

// What GLFW's callbacks reach.
struct Callbacks {
    Pacer &pacer;
    Shell &shell;
};

// Jobs wake the window, so they end before it does.
struct JobsEnd {
    Shell &shell;
    ~JobsEnd() { shell.stop_jobs(); }
};

void say(const std::string &text) { std::fprintf(stderr, "%s\n", text.c_str()); }

} // namespace

int run_window(const AppOptions &options) {
    // Input methods reach the window through XIM, which goes by the locale.
    std::setlocale(LC_CTYPE, "");
    auto opened = Shell::open(options, real_world());
    if (!opened) {
        say(opened.error().code + ": " + opened.error().detail);
        return 1;
    }
    Shell &shell = **opened;
    Window window(shell.settings(), shell.texts()(Text::app_title).c_str());
    std::error_code failure;
    if (!std::filesystem::is_regular_file(options.paths.fonts / kRegularFont, failure)) {
        say(shell.texts()(Text::shell_no_font));
        return 1;
    }
    if (window.handle() == nullptr) {
        say(shell.texts()(Text::shell_no_window));
        return 1;
    }
    const Gui gui(window);
    const ui::Fonts fonts = gui.load_fonts(options.paths.fonts);
    // Goes before the window and its context do. Without it eco-maps are drawn with lines and polygons.
    const auto painter = make_gl_painter(options.paths.shaders);
    if (painter)
        shell.set_painter(**painter);
    else
        shell.explain_painter(painter.error());
    glfwShowWindow(window.handle());

    InputMethodGuard input_method;
    Pacer pacer;
    Callbacks callbacks{pacer, shell};
    glfwSetWindowUserPointer(window.handle(), &callbacks);
    glfwSetFramebufferSizeCallback(window.handle(), [](GLFWwindow *handle, int, int) {
        static_cast<Callbacks *>(glfwGetWindowUserPointer(handle))->pacer.wake();
    });
    glfwSetDropCallback(window.handle(), [](GLFWwindow *handle, int count, const char **paths) {
        auto *to = static_cast<Callbacks *>(glfwGetWindowUserPointer(handle));
        to->shell.drop_files({paths, paths + count});
        to->pacer.wake();
    });
    const JobsEnd jobs_end{shell};
    bool has_unsaved = false;
    while (glfwWindowShouldClose(window.handle()) == GLFW_FALSE && !shell.wants_quit()) {
        pacer.wait(has_unsaved || shell.has_running_job(), shell.seconds_to_next_frame());
        draw(shell, input_method, window, fonts);
        if (ImGui::IsKeyPressed(ImGuiKey_F11, false)) window.toggle_full_screen();
        if (shell.take_own_change()) pacer.wake();
        has_unsaved = shell.save_when_due();
    }
    shell.settings().window = window.place_now();
    shell.save_all();
    return 0;
}

} // namespace tsunagi::app
