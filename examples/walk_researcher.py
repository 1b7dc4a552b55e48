"""A researcher: a page that is read wrongly is labelled, corrected and learned from, and then it is read better.

``python examples/walk_researcher.py examples/researcher/page.txt examples/researcher/page.lines out`` from a checkout, with
``pip install -e '.[train]'``; half a minute. The second file is the first one's labels as corrected in an editor: two leads of
other articles, below the article, are X and not B.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # training is part of the checkout, not of the program

from jobextract import extract, label
from jobextract.learning.weights import instead
from jobextract.page import tagger
from training.pages import labelled_pages, read_page
from training.trainers import lines
from training.writing import written

if len(sys.argv) != 4:
    sys.exit(f"usage: python {sys.argv[0]} PAGE.txt CORRECTED.lines FOLDER")
page, corrected, out = map(Path, sys.argv[1:])
text = page.read_text(encoding="utf-8")

# 1. today's answer, as `jobextract label PAGE --to OUT` writes it
answer = label(text)
answer.write(out / page.stem, force=True)

# 2. correct it: a letter a line in OUT/page.lines
right = corrected.read_text(encoding="utf-8").split("\n")
said = answer.lines.split("\n")
print(f"corrected: {sum(one != other for one, other in zip(said, right, strict=True))} lines")
(out / f"{page.stem}.lines").write_text("\n".join(right), encoding="utf-8")

# 3. learn from all labelled pages and this one (`python -m training.train lines` learns from changed copies of them, too,
#    and writes rules/weights/lines.json, where the program takes it from); one's own page counts thirty times among a thousand
learned = lines.train([*labelled_pages(), *[read_page(out / f"{page.stem}.lines")] * 30], seeds=0)
(out / "lines.json").write_bytes(written(learned))


# 4. the page again, with the weights of before and of now
def read() -> tuple[float, int]:
    """The share of lines that are labelled rightly, and how many figures of other articles are taken for the article's."""
    tagger.model.cache_clear()
    found = label(text).lines.split("\n")
    article = range(right.index("T"), len(right) - right[::-1].index("B"))
    strange = [record for record in extract(text).records if text.count("\n", 0, record.start) not in article]
    return sum(one == other for one, other in zip(found, right, strict=True)) / len(right), len(strange)


before = read()
with instead({"lines": learned}):
    after = read()
print(f"lines right: {before[0]:.2f} before, {after[0]:.2f} after")
print(f"figures of other articles: {before[1]} before, {after[1]} after")
