"""Quote: what stands between quotation marks, closed or not."""

from dataclasses import dataclass

from memcon.record.span import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens `first` up to, without, `stop`: the words between the marks, without the marks.

    `span` is the words in the article. `is_open`: the paragraph ends before the quote is closed, as
    news does when the quote goes on in the next one; `continues` is true of that next one.
    """

    first: int
    stop: int
    span: Span
    is_open: bool
    continues: bool
