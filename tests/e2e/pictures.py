#!/usr/bin/env python3
"""Takes the pictures of the README: a scene of cpp-1, how a longer way round looks afterwards as a timeline and as an
eco-map, and the handbook. With --all FOLDER instead every screen in every look, to be looked at.
tools/screenshots.sh calls it."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import gallery  # noqa: E402
from window import Display, Failure, Program, missing_programs  # noqa: E402

NICKNAME = "あおい"


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


# So long at most the search through all ways of a case takes, whose findings stand in the debrief.
SEARCH_SECONDS = 4
# Where the window of 1280 by 800 shows the timeline's and the eco-map's name in the debrief's contents.
TIMELINE_AT = (766, 226)
ECOMAP_AT = (890, 226)
# Where it shows the way to the role table in the reference: the top bar, the chapter, the page in the list.
ROLE_TABLE_AT = ((866, 22), (447, 120), (120, 312))


def take_readme(course, detour, display, target):
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

    program = resumed("take-on")
    program.key(course.number_of_answer("take-on"))
    save(program, "play")

    def looked_back_on(course, part_at):
        program = resumed("closing", course)
        program.key(course.number_of_answer("closing"))
        for _ in range(2):  # the decision, then from what followed to the ending
            program.confirm()
            program.still_picture()
        time.sleep(SEARCH_SECONDS)
        program.click(*part_at)
        program.still_picture()
        return program

    save(looked_back_on(detour, TIMELINE_AT), "timeline")

    program = looked_back_on(course, ECOMAP_AT)
    program.key("Tab", "Return")  # to the map's own screen
    program.still_picture()
    program.click(1200, 780)  # where nothing is: the ring of the keyboard goes
    save(program, "ecomap")

    program = opened("money")
    for place in ROLE_TABLE_AT:
        program.click(*place)
        program.still_picture()
    save(program, "handbook")


def sizes(text):
    return [tuple(map(int, size.split("x"))) for size in text.split(",")]


def words(text):
    return text.split(",")


def arguments():
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--binary", type=pathlib.Path, required=True, help="the built program")
    read.add_argument("--all", action="store_true", help="every screen instead, each look in a folder of its own")
    read.add_argument("--sizes", type=sizes, default=sizes("1280x800,1920x1080,2560x1440"), help="of the window")
    read.add_argument("--themes", type=words, default=words("light,dark,high_contrast"))
    read.add_argument("--languages", type=words, default=words("ja,en"))
    read.add_argument("--percents", type=words, default=words("100,200"), help="sizes of text")
    read.add_argument("--pages", type=int, default=14, help="at most so many of a long page")
    read.add_argument("--names", type=words, default=[], help="only these of gallery.VISITS")
    read.add_argument("target", type=pathlib.Path, help="the folder the pictures go to")
    return read.parse_args()


def main():
    asked = arguments()
    missing = missing_programs()
    if missing:
        print(f"{', '.join(missing)} not found (Debian: xvfb, xdotool, imagemagick)", file=sys.stderr)
        return 1
    root = pathlib.Path(__file__).resolve().parents[2]
    try:
        with tempfile.TemporaryDirectory(prefix="tsunagi-pictures-") as name:
            binary, folder = asked.binary.resolve(), pathlib.Path(name)
            if asked.all:
                gallery.take_everything(binary, root, folder, asked)
                return 0
            courses = [Course(binary, root, folder, play) for play in ("handbook", "e-detour")]
            display = Display(NICKNAME)
            try:
                take_readme(*courses, display, asked.target)
            finally:
                display.close()
    except Failure as failure:
        print(f"FAILED: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
