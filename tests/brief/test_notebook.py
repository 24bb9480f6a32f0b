"""A record in a notebook, with the formatter of a real IPython shell."""

from html import unescape

import pytest

from geneva import GENEVA

pytest.importorskip("IPython", reason="IPython is not installed")


@pytest.fixture
def shell(tmp_path, monkeypatch):
    from IPython.core.interactiveshell import InteractiveShell

    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def test_a_record_is_shown_as_its_memorandum(shell):
    assert "text/html" not in shell.display_formatter.format(GENEVA)[0]
    shell.run_line_magic("load_ext", "memcon")
    shown = shell.display_formatter.format(GENEVA)[0]["text/html"]
    assert shown.startswith('<iframe title="Memorandum: U.S. and Russia agree')
    assert " sandbox " in shown
    assert "<!doctype html>" in unescape(shown)
    assert shown.count("<") == 2
    assert 'href="#' not in unescape(shown)


def test_a_memo_is_shown_too(shell, memo):
    shell.run_line_magic("load_ext", "memcon")
    assert "text/html" in shell.display_formatter.format(memo)[0]
