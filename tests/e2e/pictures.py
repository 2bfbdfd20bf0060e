#!/usr/bin/env python3
"""Takes the pictures for the documentation: the handbook's own course of cpp-1, stopped where there is something to see,
and how a longer way round looks afterwards.
tools/screenshots.sh calls it."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

from window import Display, Failure, Program, missing_programs  # noqa: E402

NICKNAME = "あおい"
REASON = "約束を守るため"


class Course:
    def __init__(self, binary, root, folder, play):
        self.binary = binary
        self.folder = folder / play
        self.folder.mkdir()
        self.decisions = json.loads((root / f"tests/plays/cpp-1/{play}.json").read_text())
        self.decisions.pop("expect", None)
        self.options = {scene["id"]: [option["id"] for option in scene["interaction"].get("options", [])]
                        for scene in json.loads((root / "scenarios/cpp-1.json").read_text())["scenes"]}

    def until(self, scene):
        """A data folder whose session stands at this scene."""
        taken = self.decisions["decisions"]
        count = next(i for i, decision in enumerate(taken) if decision["scene"] == scene)
        data = self.folder / scene
        data.mkdir()
        file = data / "decisions.json"
        file.write_text(json.dumps({**self.decisions, "decisions": taken[:count]}))
        subprocess.run([self.binary, "play", "cpp-1", "--decisions", file, "--data-dir", data, "--lang", "ja",
                        "--nickname", NICKNAME, "--profession", "cpp"], check=True, stdout=subprocess.DEVNULL)
        return data

    def number_of_answer(self, scene):
        answer = next(d for d in self.decisions["decisions"] if d["scene"] == scene)["answer"]
        return str(self.options[scene].index(answer["one"]) + 1)


# Where the window of 1280 by 800 shows the timeline's name in the debrief's contents.
TIMELINE_AT = (766, 226)
# Where it shows the way to the role table in the reference: the top bar, the chapter, the page in the list.
ROLE_TABLE_AT = ((944, 22), (447, 120), (120, 312))


def take_all(course, detour, display, target):
    def opened(scene, course=course):
        program = Program(course.binary, display, course.until(scene))
        program.still_picture()
        return program

    def resumed(scene, course=course):
        program = opened(scene, course)
        program.click_button()
        program.still_picture()
        return program

    def save(program, name):
        program.save_picture(target / f"{name}.png")
        program.close_window()

    save(opened("assess-1"), "library")

    program = resumed("take-on")
    program.key(course.number_of_answer("take-on"))
    save(program, "play")

    program = resumed("first-meeting")
    program.key(course.number_of_answer("first-meeting"), *["Tab"] * 5)
    program.type(REASON)
    program.confirm()
    save(program, "outcome")

    program = resumed("sharing")
    program.key("1", "Right", "1", "Right", "2", "Right", "2", "Right", "3")
    save(program, "grid")

    def debriefed(course):
        program = resumed("closing", course)
        program.key(course.number_of_answer("closing"))
        for _ in range(2):  # the decision, then from what followed to the ending
            program.confirm()
            program.still_picture()
        return program

    save(debriefed(course), "debrief")

    program = debriefed(detour)
    program.click(*TIMELINE_AT)
    program.still_picture()
    save(program, "timeline")

    program = opened("money")
    for place in ROLE_TABLE_AT:
        program.click(*place)
        program.still_picture()
    save(program, "handbook")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--binary", type=pathlib.Path, required=True, help="the built program")
    arguments.add_argument("target", type=pathlib.Path, help="the folder the pictures go to")
    asked = arguments.parse_args()
    missing = missing_programs()
    if missing:
        print(f"{', '.join(missing)} not found (Debian: xvfb, xdotool, imagemagick)", file=sys.stderr)
        return 1
    root = pathlib.Path(__file__).resolve().parents[2]
    display = Display(NICKNAME + REASON)
    try:
        with tempfile.TemporaryDirectory(prefix="tsunagi-pictures-") as folder:
            courses = [Course(asked.binary.resolve(), root, pathlib.Path(folder), play)
                       for play in ("handbook", "e-detour")]
            take_all(*courses, display, asked.target)
    except Failure as failure:
        print(f"FAILED: {failure}", file=sys.stderr)
        return 1
    finally:
        display.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
