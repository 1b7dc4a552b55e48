"""Who may import whom: read from the source, so that no edge is drawn by accident."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "jobextract"
MODULES = sorted(path.stem for path in PACKAGE.glob("*.py"))
#: every module belongs to one step of the way; what a step is made of may import within it
STEPS = {
    "model": "model",
    "rules": "numerals positional rulebook",
    "morphs": "morphs",
    "sentences": "sentences",
    "issued": "issued",
    "reading": "reading pages columns corpora sources",
    "lines": "boilerplate dialogs draft families glue headlines repeats zones resuming damage shapes bylines",
    "articles": "articles imprint",
    "mentions": "recognition quantities qualifiers verdicts dates spans distances anchors datewords durations lengthwords clocks periods reckoning",
    "records": "records phrases lexemes nominal subjects firms claims categories equals regions units years"
    " nouns neighbours members heads clauses deeds outlays linked items leaning carrying sharing"
    " statuses modifying following timelines comparing times bases passing clocking",
    "checks": "checks targets",
    "pipeline": "pipeline",
    "explaining": "examples explaining",
    "output": "export schema render output terminal evidence report render_text values wording notebook frames evaluation"
    " sinks tables databases workbook failures datapackage",
    "top": "batch workers journal arrow cluster warm rulecheck cli cli_inspect cli_options cli_report cli_batch showing __init__ __main__",
}
#: what each step may see besides itself; only the pipeline joins the steps, only the top sees the pipeline
MAY_SEE = {
    "model": "",
    "rules": "model",
    "morphs": "",
    "sentences": "",
    "issued": "",
    "reading": "model issued",
    "lines": "model rules issued",
    "articles": "model rules issued lines",
    "mentions": "model rules morphs",
    "records": "model rules morphs sentences",
    "checks": "model",
    "pipeline": "model rules reading lines articles mentions records checks",
    "explaining": "model rules mentions records",
    "output": "model",
    "top": "model rules morphs lines reading checks pipeline explaining output",
}
#: libraries that only some modules may import
ONLY = {
    "kiwipiepy": {"morphs"},
    "rich": {"render", "render_text"},
    "typer": {"cli", "cli_inspect", "cli_options", "cli_report", "cli_batch"},
    "chardet": {"reading"},
    "trafilatura": {"pages"},
    "tomllib": {"rulebook"},
    "csv": {"export", "corpora"},
}
#: patterns are for the modules that match texts: `re` on every word, line and figure, because a call of it costs half,
#: `regex` for what it alone can (look-behind of any length, word lists, groups said twice)
NO_PATTERNS = STEPS["output"].split() + STEPS["top"].split() + ["model", "pipeline", "explaining", "morphs"]


def imports(module: str) -> tuple[set[str], set[str]]:
    """The modules of ours and the libraries that a module imports, anywhere in it."""
    own: set[str] = set()
    others: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            others |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            own |= {node.module.partition(".")[0]} if node.module else {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            others.add(node.module.partition(".")[0])
    return own, others


def step_of(module: str) -> str:
    return next(step for step, modules in STEPS.items() if module in modules.split())


def test_every_module_has_its_step() -> None:
    placed = {module for modules in STEPS.values() for module in modules.split()}
    assert set(MODULES) <= placed, "say in STEPS which step a new module belongs to"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_sees_only_what_its_step_may_see(module: str) -> None:
    step = step_of(module)
    allowed = {step, *MAY_SEE[step].split()}
    wrong = {other for other in imports(module)[0] if step_of(other) not in allowed}
    assert not wrong, f"{module} ({step}) imports {', '.join(sorted(wrong))}"


@pytest.mark.parametrize("module", MODULES)
def test_libraries_stay_where_they_belong(module: str) -> None:
    others = imports(module)[1]
    assert not {library for library, homes in ONLY.items() if library in others and module not in homes}
    assert not ({"regex", "re"} & others and module in NO_PATTERNS)
