#!/usr/bin/env python3
"""Plays the first scenes of cpp-1 in the real window, as a learner does: from the library through set-up, with keyboard
and mouse, killed in the middle of a scene and started again. After each decision the database is asked, from outside.

Exit code 0: all is well; 1: something is not, and says what; 77: Xvfb, xdotool or ImageMagick are missing.
"""

import argparse
import json
import pathlib
import sqlite3
import sys
import tempfile
import time

sys.dont_write_bytecode = True

from window import Display, Failure, Program, SIZE, missing_programs, wait_for  # noqa: E402

NICKNAME = "さくら"
FIRST_REASON = "面接を入口にするため"
KILLED_REASON = "約束を守るため"


def expect(is_so, what):
    if not is_so:
        raise Failure(what)


class Records:
    """sessions.db, read by another program while ours is running."""

    def __init__(self, data):
        self.file = data / "sessions.db"

    def rows(self, query):
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True, timeout=5) as database:
            return database.execute(query).fetchall()

    def decisions(self):
        return [json.loads(row[0]) for row in self.rows("SELECT json FROM decision ORDER BY number")]

    def draft(self):
        """scene, answer, rationale of what is not committed."""
        rows = self.rows("SELECT scene, answer, rationale FROM draft")
        if not rows:
            return None, {}, ""
        return rows[0][0], json.loads(rows[0][1] or "{}"), rows[0][2]


class Learner:
    def __init__(self, program, records):
        self.program = program
        self.records = records

    def choose(self, key, scene, option):
        """Takes an option of a scene that has just come up by its number."""
        self.program.key(str(key))
        wait_for(f"option {option} of {scene} in the draft",
                 lambda: self.records.draft()[:2] == (scene, {"one": option}))

    def go_to_why(self, options):
        """From the first of so many options, where the keyboard begins, on to where the reason is written."""
        # One Tab more where the keyboard was not in use: the first then only shows where it is.
        self.program.key(*["Tab"] * options, pause=0.08)
        for _ in range(3):
            self.program.key("x")
            try:
                wait_for("the field for the reason", lambda: self.records.draft()[2] == "x", 1.5)
            except Failure:
                self.program.key("Tab")
                continue
            self.program.key("BackSpace")
            return
        raise Failure(f"Tab does not lead past {options} options to the field for the reason")

    def write_why(self, options, text):
        self.go_to_why(options)
        self.program.type(text)
        wait_for("the reason in the draft", lambda: self.records.draft()[2] == text)

    def commit(self, confirm, count, scene):
        """Commits, and asks the database whether it is kept."""
        confirm()
        kept = wait_for(f"decision {count}, in scene {scene}",
                        lambda: len(self.records.decisions()) == count and self.records.decisions())
        expect(kept[-1]["scene"] == scene, f"decision {count} is of {kept[-1]['scene']}, not of {scene}")
        return kept[-1]


def play(binary, display, folder, screenshot):
    data = folder / "data"
    records = Records(data)
    program = Program(binary, display, data)
    try:
        # ---- library and set-up: mouse and keyboard ----
        expect(program.geometry()[2:] == SIZE, f"the first window is {program.geometry()[2:]}, not {SIZE}")
        program.click_button()
        program.still_picture()
        program.type(NICKNAME)
        program.key("Return", "Right", "space")  # to the professions, on to the second one, take it
        program.click_button()
        session = wait_for("a session", lambda: records.rows("SELECT nickname, profession, kind FROM session"))
        expect(session == [(NICKNAME, "ot", "first")], f"the session is {session}")

        # ---- read: Ctrl+Enter in all ways a hand has ----
        learner = Learner(program, records)
        program.still_picture()
        learner.commit(program.confirm_quickly, 1, "referral")

        # ---- choose one, with a reason ----
        learner.choose(2, "take-on", "both")
        learner.write_why(4, FIRST_REASON)
        decision = learner.commit(program.confirm, 2, "take-on")
        expect(decision["answer"] == {"one": "both"} and decision["rationale"] == FIRST_REASON,
               f"take-on is kept as {decision}")
        program.still_picture()
        program.confirm()  # on from what followed

        # ---- choose many, by number and by going there ----
        program.still_picture()
        program.key("1", "2", "5", "3", "3")
        wait_for("four items", lambda: records.draft()[:2] == ("icmss", {"many": ["icmss1", "icmss2", "icmss5"]}))
        learner.go_to_why(15)
        program.key("shift+Tab", "Up", "space")
        wanted = ["icmss1", "icmss2", "icmss5", "icmss14"]
        wait_for("the last but one item", lambda: records.draft()[1] == {"many": wanted})
        decision = learner.commit(lambda: program.key("ctrl+Return"), 3, "icmss")
        expect(decision["answer"] == {"many": wanted}, f"icmss is kept as {decision}")
        program.still_picture()
        program.click_button()

        # ---- nothing happens: nothing is done ----
        program.still_picture()
        learner.choose(1, "first-meeting", "ten")
        learner.write_why(4, KILLED_REASON)
        if screenshot:
            program.save_picture(screenshot)
        time.sleep(1.5)
        share = program.cpu_share(5.0)
        print(f"idle: {share:.1%} of a core")
        expect(share <= 0.01, f"idle, but {share:.1%} of a core is used")

        # ---- killed in the middle of a scene, with a reason typed ----
        program.kill()
        expect(len(records.decisions()) == 3, "decisions went with the kill")
        program = Program(binary, display, data)
        learner = Learner(program, records)
        program.click_button()  # resume is what leads on
        program.still_picture()
        decision = learner.commit(program.confirm, 4, "first-meeting")
        expect(decision["answer"] == {"one": "ten"} and decision["rationale"] == KILLED_REASON,
               f"after the kill first-meeting is kept as {decision}")

        # ---- closed: the place is kept ----
        place = (70, 40, 1240, 780)
        program.place(*place)
        program.still_picture()
        program.close_window()
        kept = json.loads((data / "settings.json").read_text())["window"]
        expect((kept["x"], kept["y"], kept["w"], kept["h"]) == place, f"settings.json keeps {kept}, not {place}")
        program = Program(binary, display, data)
        expect(program.geometry() == place, f"the window came back at {program.geometry()}, not {place}")
        program.close_window()
        expect(len(records.decisions()) == 4 and records.rows("PRAGMA integrity_check") == [("ok",)],
               "the records are not whole")
    except Failure:
        if program.process.poll() is None:
            program.save_picture(folder / "failure.png")
        raise
    finally:
        program.kill()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--binary", type=pathlib.Path, required=True, help="the built program")
    arguments.add_argument("--screenshot", type=pathlib.Path, help="save a picture of a scene here (a PNG)")
    asked = arguments.parse_args()
    missing = missing_programs()
    if missing:
        print(f"skipped: {', '.join(missing)} not found (Debian: xvfb, xdotool, imagemagick; ./test installs them)")
        return 77

    started = time.monotonic()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tsunagi-e2e-"))
    display = Display("".join((NICKNAME, FIRST_REASON, KILLED_REASON)))
    try:
        play(asked.binary.resolve(), display, folder, asked.screenshot)
    except Failure as failure:
        print(f"FAILED: {failure}\nwhat is left of it: {folder}")
        return 1
    finally:
        display.close()
    for file in sorted(folder.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    folder.rmdir()
    print(f"well, in {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
