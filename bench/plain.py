"""The identities of tables 3 and 4 and the carried-over chain, in plain Python."""

import json
import sys

from reports import arguments, figures, forms, reports_in


def sums(form, report, failed):
    requests = {line["path"]: figures(report, line) for line in form["requests"]}
    fresh, over = requests["newlyReceived"], requests["carriedOver"]
    handled, forward = requests["handled.total"], requests["carriedForward"]
    results = [requests[line["path"]] for line in form["results"]]
    for i in range(7):
        failed["column-balance"] += fresh[i] + over[i] != handled[i] + forward[i]
        failed["column-total"] += handled[i] != sum(line[i] for line in results)
    for line in requests.values():
        failed["row-total"] += line[-1] != sum(line[:-1])
    for line in form["cases"]:
        cells = figures(report, line)
        failed["case-total"] += cells[-1] != sum(cells[:-1])
    return over, forward


def main():
    layout, paths = arguments(sys.argv[1:])
    known = forms(layout)
    rules = ["column-balance", "column-total", "row-total", "case-total", "carried-over"]
    failed = dict.fromkeys(rules, 0)
    flows = {}
    for report in reports_in(paths):
        year = (report["organ"], report["year"])
        flows[year] = sums(known[report["edition"]], report, failed)
    for (organ, year), (over, _) in flows.items():
        before = flows.get((organ, year - 1))
        if before is not None:
            failed["carried-over"] += sum(a != b for a, b in zip(over, before[1]))
    print(json.dumps({"reports": len(flows), "failed": failed}))


main()
