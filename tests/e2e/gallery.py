"""Every screen in every look, to be looked at: what pictures.py --all takes. Goes by keys alone, which lead to the same
places at every size and in every language."""

import itertools
import json
import shutil
import sqlite3
import subprocess
import time

from window import Display, Program

# How often Shift+Tab leads from where a screen begins to these places of the bar at the top.
SETTINGS, WORKSHOP, DRILLS, HANDBOOK, PROGRESS, HISTORY = ("shift+Tab*%d Return" % count for count in range(4, 10))
RESUME = "Tab Return"
# A title, the first case, and saved: the workshop is on the screen.
MAKE_WORKSHOP = WORKSHOP + " Return W o r k s h o p Tab*2 space ctrl+Return"
# A workshop that is over: its desk, then what its groups decided.
REVEALED = WORKSHOP + " Return"
COMPARISON = REVEALED + " Return"
# A debrief is whole when all ways of the case have been searched.
DEBRIEF = HISTORY + " Tab*2 Return wait"
# Groups of a workshop on cpp-1, each with the play it follows.
GROUPS = [("cpp", "handbook"), ("cpp", "other-way"), ("ot", "e-detour"), ("ot", "e-detour"), ("nurse", "e-gone"),
          ("nurse", "e-room")]

# Name, what the data folder holds (see Folders), the keys that lead there, and whether the whole page is wanted.
VISITS = [
    ("introduction-1", "new", "", False),
    ("introduction-2", "new", "Right", False),
    ("introduction-3", "new", "Right*2", False),
    ("introduction-4", "new", "Right*3", False),
    ("help", "empty", "F1", False),
    ("library-empty", "empty", "", False),
    ("library", "done", "", True),
    ("library-broken", "broken", "", True),
    ("learner", "empty", "Tab Return", True),
    ("learner-refused", "empty", "Tab Return Tab*11 Return", False),
    ("play-read", "referral", RESUME, False),
    ("play-one", "take-on", RESUME + " 2", True),
    ("play-many", "icmss", RESUME + " 1 2 5", True),
    ("play-grid", "sharing", RESUME + " 1 Right 1 Right 2", True),
    ("play-order", "stages", RESUME + " 3", False),
    ("play-undecided", "money", RESUME, False),
    ("outcome", "first-meeting", RESUME + " 3 ctrl+Return", True),
    ("outcome-grid", "roles", RESUME + " 1 ctrl+Return", True),
    ("debrief", "done", DEBRIEF, True),
    ("debrief-decision", "done", DEBRIEF + " Tab*5 Return Return", True),
    ("ecomap", "done", DEBRIEF + " Tab*4 Return Return", False),
    ("ecomap-compare", "done", DEBRIEF + " Tab*4 Return Return Tab*2 Return", False),
    ("ecomap-handbook", "done", DEBRIEF + " Tab*4 Return Return Tab*3 Return", False),
    ("ecomap-list", "done", DEBRIEF + " Tab*4 Return Return Tab*4 Return", False),
    ("history-empty", "empty", HISTORY, False),
    ("history", "done", HISTORY, False),
    ("progress-empty", "empty", PROGRESS, False),
    ("progress", "done", PROGRESS, True),
    ("handbook", "done", HANDBOOK, True),
    ("handbook-roles", "done", HANDBOOK + " Tab*4 Return Tab*6 Return", True),
    ("handbook-fees", "done", HANDBOOK + " Tab*6 Return Tab*3 Return", True),
    ("workshop-empty", "empty", WORKSHOP, False),
    ("workshop-form", "empty", WORKSHOP + " Return", True),
    ("workshop-form-refused", "empty", WORKSHOP + " Return ctrl+Return", True),
    ("workshop-files", "empty", WORKSHOP + " Tab Return", False),
    ("workshop-list", "empty", MAKE_WORKSHOP + " shift+Tab*3 Return", False),
    ("workshop-desk", "empty", MAKE_WORKSHOP, True),
    ("workshop-curtain", "empty", MAKE_WORKSHOP + " Return", False),
    ("workshop-play", "empty", MAKE_WORKSHOP + " Return Return Return 2", True),
    ("workshop-reason", "empty", MAKE_WORKSHOP + " Return Return Return 2 ctrl+Return", False),
    ("workshop-outcome", "empty", MAKE_WORKSHOP + " Return Return Return 2 ctrl+Return Tab Return", False),
    ("workshop-revealed", "workshop", REVEALED, True),
    ("workshop-team", "workshop", REVEALED + " Tab*15 Return", True),
    ("comparison", "workshop", COMPARISON, True),
    ("comparison-decision", "workshop", COMPARISON + " Tab*11 Return Tab Next", True),
    ("comparison-assessments", "workshop", COMPARISON + " Tab*4 Return", False),
    ("comparison-points", "workshop", COMPARISON + " Tab*5 Return", False),
    ("comparison-safety", "workshop", COMPARISON + " Tab*6 Return", False),
    ("comparison-regrets", "workshop", COMPARISON + " Tab*7 Return Tab Return wait", False),
    *((f"presenter-{step}", "workshop", COMPARISON + " F5" + step * " Next", False) for step in range(1, 7)),
    ("script", "workshop", COMPARISON + " Tab Return", True),
    ("drills", "empty", DRILLS, True),
    ("drill-icmss", "empty", DRILLS + " Return", True),
    ("drill-words", "empty", DRILLS + " Tab Return", False),
    ("drill-placing", "empty", DRILLS + " Tab*2 Return", True),
    ("sketch", "empty", DRILLS + " Tab*4 Return", False),
    ("settings", "done", SETTINGS, True),
    ("trouble", "damaged", "", False),
]


class Folders:
    """Data folders with something in them, each made when it is first asked for."""

    def __init__(self, binary, root, folder):
        self.binary, self.root, self.folder = binary, root, folder

    def named(self, name):
        data = self.folder / "data" / name
        if not data.exists():
            data.mkdir(parents=True)
            self._fill(data, name)
        return data

    def installation(self, name):
        """Where the program finds its files, if not beside itself."""
        return self.folder / "installation" if name == "broken" else None

    def _fill(self, data, name):
        if name == "workshop":
            self._hold_a_workshop(data)
        elif name == "damaged":
            (data / "sessions.db").write_text("This is no database. " * 100)
        elif name == "broken":
            self._break_a_case()
        elif name == "done":
            for play in ("e-detour", "handbook"):
                self._play(data, "cpp-1", play)
            self._play(data, "ot-1", "handbook", 6)
        elif name not in ("new", "empty"):
            decisions = self._decisions("cpp-1", "handbook")
            self._play(data, "cpp-1", "handbook",
                       next(i for i, decision in enumerate(decisions) if decision["scene"] == name))

    def _decisions(self, case, play):
        return json.loads((self.root / f"tests/plays/{case}/{play}.json").read_text())["decisions"]

    def _play(self, data, case, play, count=None, profession="ot", rationale=None):
        file = data / "decisions.json"
        decisions = self._decisions(case, play)[:count]
        if rationale:
            decisions = [{**decision, "rationale": rationale} for decision in decisions]
        file.write_text(json.dumps({"format": 1, "scenario": case, "decisions": decisions}))
        subprocess.run([self.binary, "play", case, "--decisions", file, "--data-dir", data, "--nickname", "Aoi",
                        "--profession", profession], check=True, stdout=subprocess.DEVNULL)
        file.unlink()

    def _hold_a_workshop(self, data):
        """Sessions played as usual, then seated: what the facilitator's computer holds after a workshop."""
        groups = []
        for number, (profession, play) in enumerate(GROUPS, 1):
            self._play(data, "cpp-1", play, None, profession, "まず本人の希望を聞きたいので、こうしました。")
            groups.append({"id": f"g{number}", "name": f"{number}班", "profession": profession, "members": 4})
            with sqlite3.connect(data / "sessions.db") as database:
                database.execute("UPDATE session SET workshop = 'w1', workshop_group = ? WHERE workshop IS NULL",
                                 (groups[-1]["id"],))
            database.close()
        database = sqlite3.connect(data / "sessions.db")
        scenario, version, text_hash = database.execute(
            "SELECT scenario, scenario_version, scenario_hash FROM session").fetchone()
        workshop = {"format": "tsunagi-workshop", "version": 1, "id": "w1", "title": "多職種連携研修（秋）",
                    "date": "2026-11-23", "scenario": {"id": scenario, "version": version, "hash": text_hash},
                    "groups": groups,
                    "settings": {"hides_results": True, "scene_seconds": 0, "scenes": [], "panel": False},
                    "revealed": True, "team": [], "notes": [], "minutes": "", "created_at": 1760000000,
                    "updated_at": 1760000000}
        database.execute("INSERT INTO workshop (id, revision, title, date, json, updated_at) VALUES (?, 1, ?, ?, ?, ?)",
                         ("w1", workshop["title"], workshop["date"], json.dumps(workshop, ensure_ascii=False),
                          workshop["updated_at"]))
        database.commit()
        database.close()

    def _break_a_case(self):
        target = self.folder / "installation"
        for name in ("assets", "scenarios", "shaders", "fonts"):
            shutil.copytree(self.binary.parent / name, target / name)
        case = target / "scenarios/cpp-2.json"
        case.write_text(case.read_text().replace('"next"', '"nxet"'))


def spelled(keys):
    """ "Tab*2 Return": Tab, Tab, Return."""
    for word in keys.split():
        key, _, count = word.partition("*")
        yield from [key] * int(count or 1)


def take(program, file, most_pages):
    picture = program.still_picture()
    program.save_picture(file)
    for number in range(2, most_pages + 1):
        program.key("Next")
        before, picture = picture, program.still_picture()
        if picture == before:
            return
        program.save_picture(file.with_stem(f"{file.stem}.{number}"))


def visit(program, keys):
    program.still_picture()
    for key in spelled(keys):
        if key == "wait":
            time.sleep(3)
            continue
        program.key(key)
        if key == "Return":
            program.still_picture()


def take_everything(binary, root, folder, asked):
    """asked: sizes, themes, languages, percents (of text), names (all visits where empty), pages (of a
    long page at most), target (a folder)."""
    folders = Folders(binary, root, folder)
    for size, theme, language, percent in itertools.product(asked.sizes, asked.themes, asked.languages, asked.percents):
        width, height = size
        target = asked.target / f"{width}x{height}-{percent}-{theme}-{language}"
        display = Display(screen=size)
        try:
            for name, kind, keys, wants_all in VISITS:
                if asked.names and name not in asked.names:
                    continue
                data = folder / "used"
                shutil.copytree(folders.named(kind), data)
                (data / "settings.json").write_text(json.dumps({
                    "theme": theme, "text_percent": int(percent), "introduction_seen": kind != "new",
                    "window": {"x": 0, "y": 0, "w": width, "h": height}}))
                program = Program(binary, display, data, language, folders.installation(kind))
                visit(program, keys)
                take(program, target / f"{name}.png", asked.pages if wants_all else 1)
                program.kill()
                shutil.rmtree(data)
        finally:
            display.close()
