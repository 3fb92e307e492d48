"""What the peers in Python have in common: finding the reports and parsing them, and nothing of the checks."""

import json
import os


def reports_in(paths):
    for path in paths:
        if not os.path.isdir(path):
            with open(path, "rb") as lines:
                for line in lines:
                    yield json.loads(line)
            continue
        for folder, _, names in os.walk(path):
            for name in names:
                if name.endswith(".json"):
                    with open(os.path.join(folder, name), "rb") as file:
                        yield json.loads(file.read())


def forms(layout):
    with open(layout, encoding="utf-8") as file:
        editions = json.load(file)["editions"]
    return {each["edition"]: form(each["lines"]) for each in editions}


def form(lines):
    requests = [line for line in lines if line["table"] == "requests"]
    return {
        "requests": requests,
        "results": [
            line
            for line in requests
            if line["path"].startswith("handled.") and line["path"] != "handled.total"
        ],
        "cases": [line for line in lines if line["table"] == "reconsiderationAndLitigation"],
    }


def figures(report, line):
    at = report["tables"][line["table"]]
    for key in line["path"].split("."):
        at = at[key]
    return at if isinstance(at, list) else [at[column] for column in line["columns"]]


def arguments(argv):
    layout, paths, names = "", [], iter(argv)
    for name in names:
        if name == "--layout":
            layout = next(names)
        elif name == "--threads":
            next(names)
        else:
            paths.append(name)
    return layout, paths
