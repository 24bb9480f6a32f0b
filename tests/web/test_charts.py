"""Charts: the style sheet's colours, and pictures without a browser."""

import pytest

from memcon.web.charts import COOPERATION, chart, colour, days, picture

ROWS = [{"since": "2021-05-01", "value": 1}]


def drawn(fill):
    return picture(
        chart(
            ROWS,
            width="container",
            mark={"type": "bar", "color": fill},
            encoding={"x": days("since"), "y": {"field": "value", "type": "quantitative"}},
        )
    ).decode()


def test_a_picture_is_on_paper_and_in_daylight():
    svg = drawn(COOPERATION)
    assert "#2f6f9f" in svg
    assert 'fill="white"' in svg
    assert "var(" not in svg


def test_a_page_looks_colours_up_by_itself():
    assert chart(ROWS)["config"]["axis"]["labelColor"] == "var(--soft)"


def test_a_colour_that_the_style_sheet_does_not_name_is_a_fault():
    with pytest.raises(KeyError):
        drawn(colour("mauve"))
