#!/bin/sh
# Measures each stage of a run by itself, with JMH. Usage: stages.sh [JMH's arguments], such as: stages.sh rules -p size=L
set -eu
. "${0%/*}/java.sh"
run org.openjdk.jmh.Main "$@"
