"""Comparison: a happening with what each of its sources says, asked of the desk."""

import json

from memcon.desk.accounts import accounts
from memcon.desk.appearances import number_of
from memcon.desk.corrections import ruled, set_right
from memcon.desk.disputes import discords_of, open_disputes
from memcon.desk.neighbours import neighbours
from memcon.desk.recall import Recall
from memcon.desk.records import kept
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.story.answers import Witness
from memcon.story.comparisons import Comparison, Testimony
from memcon.story.matches import Reason

_ARTICLES = "SELECT DISTINCT article FROM tellings WHERE happening = ?"
_TOLD = "SELECT score, reasons FROM tellings WHERE article = ? AND number = ?"


def happening(store: Store, recall: Recall, number: int) -> Comparison:
    """A happening with the words and details of each source; DeskError if there is none."""
    with store.read():
        account = accounts(store, (number,)).get(number)
        if account is None:
            raise DeskError(f"there is no happening {number} on the desk")
        articles = {number for (number,) in store.query(_ARTICLES, (number,))}
        return Comparison(
            account=account,
            testimonies=tuple(_testimony(store, recall, one) for one in account.witnesses),
            disputes=open_disputes(store, discords_of(store, (number,))),
            near=neighbours(store, account),
            amendments=tuple(one for _, made in set_right(store, articles) for one in made),
            judgements=tuple(one for one, _, _ in ruled(store, articles)),
        )


def _testimony(store: Store, recall: Recall, witness: Witness) -> Testimony:
    article = kept(store, witness.article)
    if article is None:
        raise DeskError(f"article {witness.article} is gone; run `memcon desk check`")
    event = (article.number, number_of(witness.finding))
    (score, reasons), *_ = store.query(_TOLD, event)
    titles = store.first("SELECT title FROM articles WHERE id = ?", (article.number,))
    told = recall.sighting(store, article.number, witness.finding)
    if told is None:
        raise DeskError(
            f"article {witness.article} has no {witness.finding}; run `memcon desk check`"
        )
    return Testimony(
        witness=witness,
        title=titles[0] if titles else None,
        told=told,
        score=score,
        reasons=tuple(Reason(*reason) for reason in json.loads(reasons)),
    )
