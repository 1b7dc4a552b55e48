"""The help of every command in the language of the reader."""

from __future__ import annotations

from types import MethodType
from typing import Any

import typer.core

from ..wording.terminal import heading, help_text


def translated(command: Any) -> Any:
    """The command with its help, and that of all commands below it, in the language of the run."""
    typer.core._ = heading  # the headings of sections: typer asks gettext, which has no words of ours
    _translate(command)
    return command


def _translate(command: Any) -> None:
    command.help = help_text(command.help) if command.help else command.help
    command.format_usage = MethodType(_usage, command)
    command.get_help_option = MethodType(_help_option, command)
    for name in ("options_metavar", "subcommand_metavar"):
        if getattr(command, name, None):
            setattr(command, name, heading(getattr(command, name)))
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            parameter.display_type_rich = MethodType(_no_type, parameter)
            parameter._usage_display_name = MethodType(_in_usage, parameter)
        if getattr(parameter, "help", None):
            parameter.help = help_text(parameter.help)
    for below in getattr(command, "commands", {}).values():
        _translate(below)


def _help_option(command: Any, context: Any) -> Any:
    """typer makes the option that shows the help when it is asked for."""
    option = type(command).get_help_option(command, context)
    if option is not None:
        option.help = help_text(option.help)
    return option


def _usage(command: Any, context: Any, formatter: Any) -> None:
    formatter.write_usage(context.command_path, " ".join(command.collect_usage_pieces(context)), heading("Usage: "))


def _no_type(parameter: Any, ctx: Any) -> None:
    """An argument is shown by its name alone: FILE, and not FILE <list[str]>."""


def _in_usage(parameter: Any) -> str:
    """FILE…, as other programs write what has to be given; typer's braces mean a choice elsewhere."""
    several = "..." if parameter.nargs != 1 else ""
    name = f"{parameter.display_name_raw}{several}"
    return name if parameter.required else f"[{name}]"
