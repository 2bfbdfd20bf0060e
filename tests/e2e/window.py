"""The real window on a display of its own, with real mouse and keyboard: what e2e.py and pictures.py play with."""

import ctypes
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

# The colour of the one button that leads on (src/ui/theme.cpp, light): it is looked for in the picture, so that no place
# has to be known beforehand.
ACCENT = bytes((0x0F, 0x6B, 0x6D))
SIZE = (1280, 800)
SCREEN = (1440, 900)


class Failure(Exception):
    """Something was not as it should be; the text says what."""


def missing_programs():
    return [name for name in ("Xvfb", "xdotool", "import") if shutil.which(name) is None]


def wait_for(what, ask, seconds=8.0, step=0.05):
    """Asks until the answer is true and returns it."""
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(f"waited {seconds:g} s for: {what}")
        time.sleep(step)


def x11():
    library = ctypes.CDLL("libX11.so.6")
    pointer, integer = ctypes.c_void_p, ctypes.c_int
    library.XOpenDisplay.restype = pointer
    library.XOpenDisplay.argtypes = [ctypes.c_char_p]
    library.XCloseDisplay.argtypes = [pointer]
    library.XInternAtom.restype = ctypes.c_ulong
    library.XInternAtom.argtypes = [pointer, ctypes.c_char_p, integer]
    library.XSendEvent.argtypes = [pointer, ctypes.c_ulong, integer, ctypes.c_long, pointer]
    library.XDisplayKeycodes.argtypes = [pointer, ctypes.POINTER(integer), ctypes.POINTER(integer)]
    library.XGetKeyboardMapping.restype = ctypes.POINTER(ctypes.c_ulong)
    library.XGetKeyboardMapping.argtypes = [pointer, ctypes.c_ubyte, integer, ctypes.POINTER(integer)]
    library.XChangeKeyboardMapping.argtypes = [pointer, integer, integer, ctypes.POINTER(ctypes.c_ulong), integer]
    return library


class Display:
    """Xvfb without a window manager, on a number that is free, with keys for `letters` (there is room for
    about 19)."""

    def __init__(self, letters="", screen=SCREEN):
        read_end, write_end = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{screen[0]}x{screen[1]}x24", "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        if not number:
            raise Failure("Xvfb did not start")
        self.name = ":" + number
        try:
            self._give_keys(letters)
        except Failure:
            self.close()
            raise

    def _give_keys(self, letters):
        """Puts each letter on a key that has none. (xdotool does so for the moment of typing only; a window that is busy
        looks up what the key means when it is too late.)"""
        library = x11()
        display = library.XOpenDisplay(self.name.encode())
        first, last, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
        library.XDisplayKeycodes(display, first, last)
        symbols = library.XGetKeyboardMapping(display, first.value, last.value - first.value + 1, width)
        free = [code for code in range(last.value, first.value - 1, -1)
                if not any(symbols[(code - first.value) * width.value + i] for i in range(width.value))]
        wanted = dict.fromkeys(letters)
        if len(wanted) > len(free):
            raise Failure(f"{len(wanted)} letters, but only {len(free)} keys are free")
        for code, letter in zip(free, wanted):
            symbol = ctypes.c_ulong(0x1000000 + ord(letter))
            library.XChangeKeyboardMapping(display, code, 2, (ctypes.c_ulong * 2)(symbol, symbol), 1)
        library.XCloseDisplay(display)

    def close(self):
        self.process.terminate()
        self.process.wait()


class Picture:
    """What the window shows."""

    def __init__(self, width, height, pixels):
        self.width = width
        self.height = height
        self.pixels = pixels

    def __eq__(self, other):
        return self.pixels == other.pixels

    def button(self):
        """The middle of the largest filled field of the accent colour, of equal ones the first; or None."""
        best = None
        least = 56  # pixels: badges of that colour are smaller
        found = []  # [left, right, top, bottom]; buttons of two rows may have the same left and right
        for y in range(self.height):
            row = self.pixels[y * self.width * 3:(y + 1) * self.width * 3]
            at = row.find(ACCENT * least)
            while at >= 0:
                if at % 3 != 0:
                    at = row.find(ACCENT * least, at + 1)
                    continue
                end = at
                while row[end:end + 3] == ACCENT:
                    end += 3
                middle = (at + end) // 6
                for field in found:
                    if field[0] <= middle <= field[1] and y - field[3] < 40:
                        field[3] = y
                        break
                else:
                    found.append([at // 3, end // 3, y, y])
                at = row.find(ACCENT * least, end)
        for left, right, top, bottom in found:
            size = (right - left) * (bottom - top)
            if bottom - top >= 16 and (best is None or size > best[0]):
                best = (size, (left + right) // 2, (top + bottom) // 2)
        return best and best[1:]


def skip_introduction(data):
    """As if the program had been started on this folder before and its introduction been seen, unless its settings deny it."""
    file = pathlib.Path(data) / "settings.json"
    settings = json.loads(file.read_text()) if file.exists() else {}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"introduction_seen": True, **settings}))


class Program:
    """One start of the program in a window."""

    def __init__(self, binary, display, data, language="ja", root=None):
        """root: the folder of assets and cases, where it is not the program's own."""
        skip_introduction(data)
        self.environment = {name: value for name, value in os.environ.items()
                            if name not in ("WAYLAND_DISPLAY", "XMODIFIERS", "TSUNAGI_ROOT")}
        self.environment.update(DISPLAY=display.name, LC_ALL="C.UTF-8")
        if root:
            self.environment["TSUNAGI_ROOT"] = str(root)
        self.process = subprocess.Popen([str(binary), "--lang", language, "--data-dir", str(data)],
                                        env=self.environment, stdin=subprocess.DEVNULL)
        self.window = wait_for("a window", self._find_window, 20)
        wait_for("the first picture", lambda: len(set(self.picture().pixels[:SIZE[0] * 300:3])) > 2, 20)
        self.do("mousemove", "--window", self.window, 3, SIZE[1] - 3)  # what it rests on is drawn in the accent colour

    def _find_window(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended at once with {self.process.returncode}")
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               env=self.environment, capture_output=True, text=True)
        return found.stdout.split()[-1] if found.stdout.split() else None

    def do(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    # ---- keyboard ------------------------------------------------------------------------------------------------

    def key(self, *names, pause=0.12):
        for name in names:
            self.do("key", name)
            time.sleep(pause)

    def confirm(self):
        """Ctrl+Enter as a hand presses it."""
        self.do("keydown", "ctrl", "sleep", 0.1, "key", "Return", "sleep", 0.05, "keyup", "ctrl")

    def confirm_quickly(self):
        """Ctrl+Enter within one frame, Ctrl let go first."""
        self.do("keydown", "ctrl", "keydown", "Return", "keyup", "ctrl", "keyup", "Return")

    def type(self, text):
        """Types into the field that has the keyboard."""
        self.do("type", "--delay", 60, text)

    # ---- mouse ---------------------------------------------------------------------------------------------------

    def click(self, x, y):
        self.do("mousemove", "--window", self.window, x, y, "sleep", 0.08, "mousedown", 1, "sleep", 0.08, "mouseup", 1)
        # Away again, so that what the pointer rests on does not change the picture.
        self.do("sleep", 0.05, "mousemove", "--window", self.window, 3, SIZE[1] - 3)

    def click_button(self):
        self.click(*wait_for("a button that leads on", lambda: self.picture().button()))

    # ---- window --------------------------------------------------------------------------------------------------

    def picture(self):
        width, height = self.geometry()[2:]
        taken = subprocess.run(["import", "-silent", "-window", self.window, "-depth", "8", "rgb:-"],
                               env=self.environment, capture_output=True, check=True)
        return Picture(width, height, taken.stdout)

    def still_picture(self):
        """What the window shows once it has come to rest."""
        last = self.picture()

        def has_come_to_rest():
            nonlocal last
            time.sleep(0.15)
            before, last = last, self.picture()
            return before == last

        wait_for("the window to come to rest", has_come_to_rest)
        return last

    def save_picture(self, file):
        pathlib.Path(file).parent.mkdir(parents=True, exist_ok=True)
        self.still_picture()
        subprocess.run(["import", "-silent", "-window", self.window, "-strip", "+dither", "-colors", "64", "-type",
                        "Palette", "-depth", "8", "-define",
                        "png:compression-level=9", str(file)], env=self.environment, check=True)

    def geometry(self):
        """x, y, width, height."""
        told = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self.window], env=self.environment,
                              capture_output=True, text=True).stdout
        if not told:
            raise Failure(f"the window is gone; the program: {self.process.poll()}")
        values = dict(line.split("=") for line in told.split())
        return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def place(self, x, y, width, height):
        self.do("windowmove", self.window, x, y)
        self.do("windowsize", self.window, width, height)
        wait_for("the window's new place", lambda: self.geometry() == (x, y, width, height))

    def cpu_share(self, seconds):
        """The share of one core the program takes while nothing happens."""
        def ticks():
            fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
            return int(fields[11]) + int(fields[12])  # utime, stime

        before = ticks()
        time.sleep(seconds)
        return (ticks() - before) / os.sysconf("SC_CLK_TCK") / seconds

    # ---- end -----------------------------------------------------------------------------------------------------

    def close_window(self):
        """What a window manager does when its closing button is pressed (xdotool would destroy the window instead)."""
        library = x11()

        class ClientMessage(ctypes.Structure):
            _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                        ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong),
                        ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("room", ctypes.c_long * 24)]

        display = library.XOpenDisplay(self.environment["DISPLAY"].encode())
        message = ClientMessage()
        message.type = 33  # ClientMessage
        message.window = int(self.window)
        message.message_type = library.XInternAtom(display, b"WM_PROTOCOLS", 0)
        message.format = 32
        message.data[0] = library.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
        library.XSendEvent(display, message.window, 0, 0, ctypes.byref(message))
        library.XCloseDisplay(display)
        try:
            code = self.process.wait(10)
        except subprocess.TimeoutExpired:
            raise Failure("the program goes on after its window was closed") from None
        if code != 0:
            raise Failure(f"the program ended with {code}")

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
