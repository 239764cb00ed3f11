#!/usr/bin/env python3
"""manual.py REVIZOR: the man page, made from what the command line says of itself (`make manual` writes Integrations/revizor.1)."""
import json
import subprocess
import sys


def escaped(text):
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\n'", "\n\\&'").replace("\n.", "\n\\&.")


def names(argument):
    shown = []
    for name in argument.get("names") or []:
        dash = "-" if name["kind"] == "short" else "--"
        shown.append(dash + name["name"])
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return f"<{value}>" + (" ..." if argument["isRepeating"] else "")
    text = ", ".join(shown)
    return text if argument["kind"] == "flag" else f"{text} <{value}>"


def options(command):
    lines = []
    for argument in command.get("arguments", []):
        if not argument["shouldDisplay"] or argument.get("valueName") in ("help", "version"):
            continue
        lines += [".TP", f".B {escaped(names(argument))}", escaped(argument.get("abstract", ""))]
    return lines


def page(root):
    lines = [
        '.TH REVIZOR 1 "" "revizor" "User Commands"', ".SH NAME", f"revizor \\- {escaped(root['abstract'])}",
        ".SH SYNOPSIS", ".B revizor", ".I command", "[options]", ".SH DESCRIPTION", ".nf",
        escaped(root["discussion"]), ".fi", ".SH COMMANDS",
    ]
    for command in root["subcommands"]:
        if command["commandName"] == "help":
            continue
        lines += [f".SS revizor {escaped(command['commandName'])}", escaped(command["abstract"])]
        if command.get("discussion"):
            lines += [".PP", ".nf", escaped(command["discussion"]), ".fi"]
        lines += options(command)
        for below in command.get("subcommands", []):
            if below["commandName"] != "help":
                lines += [".PP", f".B {escaped(command['commandName'] + ' ' + below['commandName'])}"]
                lines += [escaped(below["abstract"])] + options(below)
    lines += [
        ".SH ENVIRONMENT", ".TP", ".B REVIZOR_PLUGINS", "Folders with plugins, parted by colons.", ".TP",
        ".B REVIZOR_RULES", "The folder with standards and dictionaries.", ".TP", ".B REVIZOR_BASELINE_KEY",
        "The secret that marks in a baseline are made with.", ".TP", ".B NO_COLOR", "No colours, when it is set.",
        ".SH FILES", ".TP", ".B .revizor.yml",
        "Bases, standard, mapping and baseline of the checks in a folder; read by \\fBrevizor check\\fR.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    dump = subprocess.run([sys.argv[1], "--experimental-dump-help"], check=True, capture_output=True, text=True)
    sys.stdout.write(page(json.loads(dump.stdout)["command"]))
