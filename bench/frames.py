"""The identities of tables 3 and 4 and the carried-over chain, with pandas: a frame an edition, a column a cell."""

import json
import sys

import pandas as pd

from reports import arguments, figures, forms, reports_in

APPLICANTS = range(7)


def frames(known, paths):
    """The figures of all reports, as a frame for each edition."""
    rows = {edition: [] for edition in known}
    for report in reports_in(paths):
        row = [report["organ"], report["year"]]
        form = known[report["edition"]]
        for line in form["requests"] + form["cases"]:
            row += figures(report, line)
        rows[report["edition"]].append(row)
    for edition, form in known.items():
        names = ["organ", "year"]
        for line in form["requests"] + form["cases"]:
            names += [f"{line['table']}.{line['path']}.{i}" for i in range(len(line["columns"]))]
        yield form, pd.DataFrame(rows[edition], columns=names)


def at(frame, path, i):
    return frame[f"requests.{path}.{i}"]


def sums(form, frame, failed):
    for i in APPLICANTS:
        arrived = at(frame, "newlyReceived", i) + at(frame, "carriedOver", i)
        handled = at(frame, "handled.total", i)
        parts = frame[[f"requests.{line['path']}.{i}" for line in form["results"]]]
        failed["column-balance"] += (arrived != handled + at(frame, "carriedForward", i)).sum()
        failed["column-total"] += (handled != parts.sum(axis=1)).sum()
    for rule, lines in [("row-total", form["requests"]), ("case-total", form["cases"])]:
        for line in lines:
            names = [f"{line['table']}.{line['path']}.{i}" for i in range(len(line["columns"]))]
            failed[rule] += (frame[names[-1]] != frame[names[:-1]].sum(axis=1)).sum()


def chain(flows):
    flows = flows.sort_values(["organ", "year"])
    before = flows.groupby("organ").shift()
    follows = before["year"] == flows["year"] - 1
    return sum(
        (follows & (at(flows, "carriedOver", i) != at(before, "carriedForward", i))).sum()
        for i in APPLICANTS
    )


def main():
    layout, paths = arguments(sys.argv[1:])
    rules = ["column-balance", "column-total", "row-total", "case-total"]
    failed = dict.fromkeys(rules, 0)
    kept = ["organ", "year"]
    kept += [f"requests.{path}.{i}" for path in ("carriedOver", "carriedForward") for i in APPLICANTS]
    flows = []
    for form, frame in frames(forms(layout), paths):
        sums(form, frame, failed)
        flows.append(frame[kept])
    every = pd.concat(flows)
    failed["carried-over"] = chain(every)
    counts = {rule: int(count) for rule, count in failed.items()}
    print(json.dumps({"reports": len(every), "failed": counts}))


main()
