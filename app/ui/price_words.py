"""What a price rests on, as people read it."""

from __future__ import annotations

from app.core.answer_length import Ground
from app.core.estimate import Price
from app.core.input_fit import Basis
from app.ui.language import tr
from app.ui.wording import money, number


def foretold(price: Price) -> str:
    """What a job is likely to cost while its prompt is being written."""
    text = tr("About {price}. An estimate: a few prompts were counted.")
    if len(price.steps) == 2:
        text = tr("Both steps: about {price}. The answers are guessed at.")
    elif price.steps:
        text = tr("All {n} steps: about {price}. The answers are guessed at.")
    elif price.basis is Basis.GUESSED:
        text = tr("About {price}. Guessed until the rows are counted.")
    return text.format(n=len(price.steps), price=_likely(price))


def rests_on(price: Price) -> str:
    """Everything that is to be said of how sure a price is, in a few sentences."""
    return " ".join(filter(None, (_basis(price), _grounds(price), _kept(price), _searched(price))))


def _likely(price: Price) -> str:
    """The likely price and its range; one amount where both ends read alike."""
    likely, low, high = map(money, (price.likely, price.low, price.high))
    if low == high:
        return likely
    return tr("{likely}, between {low} and {high}").format(likely=likely, low=low, high=high)


def _basis(price: Price) -> str:
    """What an estimate rests on, in one sentence."""
    return {
        Basis.COUNTED: tr("Every prompt was counted."),
        Basis.SAMPLED: tr("A sample of the prompts was counted."),
        Basis.GUESSED: tr("Guessed from the length of the text: nothing was counted yet."),
    }[price.basis]


def _kept(price: Price) -> str:
    """What keeping the instructions for reuse may change, in a sentence or two; nothing where they are not kept."""
    if not price.kept:
        return ""
    text = tr(
        "What all rows share is kept at Anthropic for reuse, as far as that works: "
        "it may save up to {saves}, or cost up to {adds} more."
    )
    return text.format(saves=money(price.kept_saves), adds=money(price.kept_adds))


def _searched(price: Price) -> str:
    """What the most of a job with web searches means; nothing of others."""
    if not price.fit.searches:
        return ""
    text = tr(
        "About {n} web searches are likely. How much they bring in is not limited: the most counts every search that is "
        "allowed, and each as all that the model can read. A bill near that is very unlikely, and a ceiling rules it out."
    )
    if price.ground is not Ground.TRIED:
        text += " " + tr("Some tried rows show what searches really bring in.")
    return text.format(n=number(price.searches))


def _grounds(price: Price) -> str:
    """What the length of the answers rests on, in one sentence."""
    tried = tr(
        "The length of the answers rests on %Ln tried row.",
        "The length of the answers rests on %Ln tried rows.",
        price.grounds,
    )
    return {
        Ground.ASSUMED: tr("The length of the answers is assumed: try some rows to know it better."),
        Ground.HISTORY: tr("The length of the answers rests on earlier jobs with this recipe."),
        Ground.REWORDED: tr("The length of the answers rests on rows tried with another wording."),
        Ground.TRIED: tried,
    }[price.ground]
