"""Quantities in plain text, without an article around them: ``python examples/quantities.py``."""

from jobextract import mentions

TEXT = "지난해 매출은 3조5천억 원으로 12.4% 늘었고, 내년까지 직원 250명 이상을 새로 뽑는다."

for mention in mentions(TEXT, reference="2024-05-02"):
    number = mention.value if mention.value is not None else mention.period
    print(
        f"{mention.start:3}-{mention.end:<3} {mention.kind:8} {number} {mention.unit or ''} {mention.bound or ''}".rstrip()
    )
