"""The catalogues: that they lack nothing, and that a translation fits where the words go."""

from __future__ import annotations

import ast
import re
import string
import textwrap
from collections import Counter

import pytest

import catalogues
from catalogues import COUNTED, LANGUAGES, Message, Translation, updated

WANTED = catalogues.messages()
KEYS = {message[:2] for message in WANTED}
ENDS = "…:.?!"
FOREIGN = {
    *("algorithm", "digits", "file", "first", "folder", "host", "key", "last", "link", "name"),
    *("names", "path", "place", "scheme", "subject"),
}
# The same marks as other scripts write them; what keeps names apart from the text around them.
SAME_END = str.maketrans("。：？！؟", ".:?!?", "\u2068\u2069")


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def catalogue(language):
    return catalogues.read(catalogues.catalogue_path(language))


def gaps(text: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def mnemonics(text: str) -> list[str]:
    return re.findall("&(?=[^& ])", text.replace("&&", ""))


# --- that nothing is missing ---------------------------------------------------------------------


def test_there_are_words_to_translate():
    assert len(WANTED) > 200
    assert Message("counted", "{n} jobs", "1 job") in WANTED
    assert Message("error_words", "metered network") in WANTED
    assert Message("categories", "Music") in WANTED
    assert Message("Commands", "&Quit") in WANTED


def test_no_word_is_left_out(catalogue):
    assert KEYS - catalogue.keys() == set()


def test_every_word_is_translated(catalogue):
    assert [key for key, one in catalogue.items() if not one.is_finished and key in KEYS] == []


def test_nothing_is_kept_that_has_vanished(catalogue):
    assert catalogue.keys() - KEYS == set()


def test_the_compiled_catalogue_is_what_the_source_compiles_to(language, tmp_path):
    catalogues.compile_catalogue(catalogues.catalogue_path(language), tmp_path / "now.qm")
    now = (tmp_path / "now.qm").read_bytes()
    assert now == catalogues.compiled_path(language).read_bytes()


def test_the_same_count_has_the_same_singular_everywhere():
    singulars = Counter({message[:2] for message in WANTED if message.one is not None})
    for message in WANTED:
        if message.one is None:
            assert message[:2] not in singulars
    assert len({message for message in WANTED if message.context == COUNTED}) == len(singulars)


# --- that it fits --------------------------------------------------------------------------------


def test_what_is_filled_in_has_its_gap(catalogue):
    wrong = [
        (source, form)
        for (context, source), one in catalogue.items()
        for form in one.forms
        if context != COUNTED and gaps(form) != gaps(source)
    ]
    assert wrong == []


def test_a_count_shows_its_number_where_its_form_may_stand_for_several(language, catalogue):
    """Arabic says one and two without a number; the other forms, and other languages, need it."""
    wordy = {1, 2} if language == "ar" else set()
    wrong = [
        (source, form)
        for (context, source), one in catalogue.items()
        if context == COUNTED
        for place, form in enumerate(one.forms)
        if gaps(form) != gaps(source) and not (place in wordy and not gaps(form) - gaps(source))
    ]
    assert wrong == []


def test_every_plural_form_is_there(language, catalogue):
    forms = {len(one.forms) for (context, _), one in catalogue.items() if context == COUNTED}
    assert forms == {LANGUAGES[language]}


def test_a_mnemonic_stays_a_mnemonic(catalogue):
    wrong = [
        (source, form)
        for (_, source), one in catalogue.items()
        for form in one.forms
        if len(mnemonics(form)) != len(mnemonics(source))
    ]
    assert wrong == []


def test_a_text_ends_as_it_does_in_english(catalogue):
    def end(text: str) -> str:
        last = text.rstrip().translate(SAME_END)[-1:]
        return last if last in ENDS else ""

    wrong = [
        (source, form)
        for (_, source), one in catalogue.items()
        for form in one.forms
        if end(form) != end(source)
    ]
    assert wrong == []


def test_blanks_around_a_text_stay(catalogue):
    for (_, source), one in catalogue.items():
        for form in one.forms:
            assert (
                form[: len(form) - len(form.lstrip())]
                == source[: len(source) - len(source.lstrip())]
            )
            assert form == form.rstrip() or source != source.rstrip()


def test_arabic_keeps_what_comes_from_outside_apart_from_its_sentences():
    """A Latin name would take the digits and dots that follow it along."""
    catalogue = catalogues.read(catalogues.catalogue_path("ar"))
    wrong = [
        form
        for one in catalogue.values()
        for form in one.forms
        for gap in FOREIGN & gaps(form).keys()
        if f"\u2068{{{gap}}}\u2069" not in form
    ]
    assert wrong == []


# --- how they are read ---------------------------------------------------------------------------


def words_in(source: str) -> list[Message]:
    tree = ast.parse(textwrap.dedent(source))
    path = catalogues.ROOT / "gui" / "example.py"
    reader = catalogues.Reader(catalogues.helpers_of({path: tree})[path])
    reader.visit(tree)
    return reader.found


def test_words_belong_to_the_class_they_stand_in():
    source = """
        class Outer(QObject):
            def name(self):
                return self.tr("a" if self.x else "b")
            class Inner(QObject):
                words = Other.tr("c")
    """
    assert words_in(source) == [("Outer", "a", None), ("Outer", "b", None), ("Other", "c", None)]


def test_helpers_of_a_module_are_known_by_what_they_do():
    source = """
        def _tr(text): return translate("here", text)
        def _noop(text): return str(QT_TRANSLATE_NOOP("there", text))
        A, B = _tr("a"), _noop("b")
        painter.translate(2, 3)
        C = _tr(A)
    """
    assert words_in(source) == [("here", "a", None), ("there", "b", None)]


def test_counts_are_read_with_their_singular():
    source = 'formatting.counted(n, "1 job", "{n} jobs")'
    assert words_in(source) == [("counted", "{n} jobs", "1 job")]


@pytest.mark.parametrize(
    "source",
    [
        'class A:\n  def f(self): self.tr(f"a {self}")',
        'class A:\n  def f(self): self.tr("a" + b)',
        "counted(n, one, many)",
        'self.tr("nowhere")',
    ],
)
def test_words_that_are_glued_or_stand_nowhere_are_complained_of(source):
    with pytest.raises(catalogues.UnreadableError):
        words_in(source)


# --- that they are kept in step ------------------------------------------------------------------

OLD = {("A", "one"): Translation(("eins",)), ("A", "gone"): Translation(("weg",))}


def test_a_new_word_waits_for_its_translation():
    catalogue = updated(OLD, [Message("A", "one"), Message("A", "two")], 2)
    assert catalogue["A", "one"] == Translation(("eins",))
    assert catalogue["A", "two"] == Translation(("",), is_finished=False)


def test_a_word_that_went_is_kept_aside_and_is_taken_up_again():
    without = updated(OLD, [Message("A", "one")], 2)
    assert without["A", "gone"].has_vanished
    again = updated(without, [Message("A", "one"), Message("A", "gone")], 2)
    assert again["A", "gone"] == Translation(("weg",))


def test_a_count_has_as_many_forms_as_the_language():
    catalogue = updated({}, [Message("A", "{n} x", "1 x")], 6)
    assert len(catalogue["A", "{n} x"].forms) == 6


def test_what_is_written_is_read_again(tmp_path):
    wanted = [Message("A", "<1> & 2"), Message("A", "{n} x", "1 x")]
    catalogue = {
        ("A", "<1> & 2"): Translation(("<1> und „2“\n",)),
        ("A", "{n} x"): Translation(("a", ""), is_finished=False),
        ("B", "gone"): Translation(("weg",), is_finished=False, has_vanished=True),
    }
    path = tmp_path / "x.ts"
    path.write_text(catalogues.to_xml(catalogue, "de", wanted), encoding="utf-8")
    assert catalogues.read(path) == catalogue
