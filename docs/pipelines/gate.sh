#!/bin/sh
# Checks reports and says what is to be done: gate.sh reports/2025.docx && publish reports/2025.docx
set -u
giar check --quiet "$@"
code=$?
case $code in
  0) ;;
  1) echo 'gate: correct the reports, or waive what is right after all (giar waive)' >&2 ;;
  *) echo 'gate: something could not be checked, which is no pass' >&2 ;;
esac
exit $code
