"""From mentions to records: what becomes one, in which order, with which evidence."""

from figures import of, read

TEXT = (
    "나주시, 돌봄 일자리 320개 만든다\n"
    "나주시(시장 고은빛)는 올해 돌봄 일자리 320개를 만든다고 4일 밝혔다.\n"
    "시는 12월까지 돌봄 교실 14곳을 열고 8억 2천만원을 들인다."
)
HOW = {"title": True, "published": "2024-03-04"}


def test_every_figure_is_a_record_in_reading_order():
    rows = read(TEXT, **HOW)[1]
    assert [row.text for row in rows] == ["320개", "320개", "4일", "12월까지", "14곳", "8억 2천만원"]
    assert [row.start for row in rows] == sorted(row.start for row in rows)


def test_the_span_and_the_id_lead_back_to_the_text():
    for row in read(TEXT, **HOW)[1]:
        assert TEXT[row.start : row.end] == row.text
        assert row.id == f"000000000000:{row.start}-{row.end}"
        assert row.text in row.sentence


def test_what_the_article_says_of_itself_stands_in_every_record():
    article, rows = read(TEXT, **HOW)
    assert (article.subject, article.region, article.year, article.year_basis) == ("나주시", "46170", 2024, "published")
    assert {(row.subject, row.region, row.published, row.article) for row in rows} == {
        ("나주시", "46170", "2024-03-04", 1)
    }
    assert [row.section for row in rows] == ["title"] + ["body"] * 5


def test_the_code_of_a_municipality_is_that_of_the_day():
    assert read(TEXT, title=True, published="2026-08-01")[0].region == "12170"


def test_a_date_counts_for_itself_and_has_no_status():
    row = of("4일", TEXT, **HOW)
    assert (row.kind, row.period, row.period_basis, row.item, row.status) == (
        "date",
        "2024-03-04",
        "published",
        None,
        None,
    )


def test_a_bare_number_is_a_record_only_as_a_figure():
    assert [row.text for row in read("행복지수는 평균 6.4를 기록했다.")[1]] == ["6.4"]
    assert read("‘쉼터 20’이 문을 열었다.")[1] == []


def test_numbers_in_brackets_behind_the_names_of_an_index_are_its_values_and_ages_are_not():
    text = "소비심리(91)와 가계형편(88)이 나란히 내렸다. 오만석(58) 씨와 김달래(61) 씨가 그렇게 말했다."
    assert [(row.text, row.value) for row in read(text)[1]] == [("91", 91), ("88", 88)]


def test_the_parts_of_a_whole_in_brackets_have_its_counter():
    rows = read("빈집은 310채(가람동104, 나래동 82, 다솔동71 등)다.")[1]
    assert [(row.value, row.unit) for row in rows] == [(310, "채"), (104, "채"), (82, "채"), (71, "채")]


def test_a_number_in_a_table_is_a_figure():
    rows = read("구분 상반기 하반기\n상담 412 398")[1]
    assert [(row.text, row.item) for row in rows] == [("412", "상담"), ("398", "상담")]


def test_the_category_is_that_of_the_item():
    assert of("320개", "구는 공공일자리 320개를 만든다.").category == "직접일자리"
    assert of("14곳", "구는 쉼터 14곳을 연다.").category is None


def test_a_sentence_over_two_lines_is_one_sentence_in_the_record():
    text = "구는 돌봄 일자리를\n올해 320개 만든다."
    from jobextract.attributes import assemble
    from jobextract.model import Article, Segment, Source
    from jobextract.quantities import recognizer
    from jobextract.rulebook import loader

    source = Source(name="test", text=text, digest="0" * 12)
    article = Article(number=1, first_line=1, last_line=2, segments=(Segment("body", 0, len(text)),))
    rows = assemble.resolve(source, [article], [], [recognizer.find(text)], loader.load())[1]
    assert [row.sentence for row in rows if row.text == "320개"] == ["구는 돌봄 일자리를 올해 320개 만든다."]


def test_an_article_without_figures_has_a_subject_and_no_records():
    article, rows = read("강릉시, 바다 청소\n강릉시는 바다를 청소했다고 밝혔다.", title=True)
    assert (article.subject, rows) == ("강릉시", [])


def test_nothing_at_all():
    article, rows = read("")
    assert (article.subject, rows) == (None, [])


def test_a_passive():
    row = of("37억원", "저류지 공사에 37억원이 투입된다.")
    assert (row.item, row.status) == ("저류지 공사", "plan")


def test_a_decimal_in_brackets_is_what_the_one_before_it_is_compared_with():
    rows = read("지난달 구인배수는 0.41로 지난해 같은 달(0.52)에 못 미쳤다.", published="2024-03-04")[1]
    assert [str(row.value) for row in rows if row.kind == "number"] == ["0.41", "0.52"]


def test_a_number_with_a_round_unit_is_a_figure_without_a_counter():
    rows = read("공사는 연말 손님이 2100만 거뜬하다고 봤다. 지난해에는 갓 1700만을 채웠다.", published="2024-03-04")[1]
    assert [row.value for row in rows if row.kind != "date"] == [21_000_000, 17_000_000]


def test_a_decimal_that_ends_its_clause_is_a_figure_and_a_version_is_none():
    rows = read("6월 체감지수 91.4, 7월은 88.6.\n회사는 모델 2.0 시험판을 내놨다.", published="2024-07-04")[1]
    assert [row.text for row in rows if row.kind == "number"] == ["91.4", "88.6"]
