"""Links in whatever is pasted or dropped."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QMimeData, QUrl

from gui.adding.dropped import links_in_file, links_in_page, links_of, may_have_links

PAGE = """
<html><head><base href="https://b.example/dir/"><link href="https://x.example/style.css">
<script>document.write('<a href="https://no.example/script">')</script>
<style>a { background: url(https://no.example/style.png) }</style></head>
<body><!-- <a href="https://no.example/comment"> -->
<A title="a > b" HREF='one.iso'>one</A> <a href=/two.iso>two</a>
<a href="https://c.example/three.iso?a=1&amp;b=2">three</a> <a href="one.iso">again</a>
<a href="ftp://c.example/four">f</a> <a href="javascript:alert(1)">j</a>
<a href="mailto:x@y.example">m</a> <a href="#top">top</a> <a name="here">no link</a>
<video src="film.mp4"><source src="film.webm"></video> <img src="logo.png"></body>
"""


def mime(text=None, html=None, urls=()):
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    return data


def test_a_page_gives_its_anchors_whole_and_in_order():
    assert list(dict.fromkeys(links_in_page(PAGE))) == [
        "https://b.example/dir/one.iso",
        "https://b.example/two.iso",
        "https://c.example/three.iso?a=1&b=2",
        "https://b.example/dir/film.mp4",
        "https://b.example/dir/film.webm",
    ]


def test_pictures_count_where_nothing_else_is():
    assert links_in_page('<p><img src="https://a.example/1.png"></p>') == [
        "https://a.example/1.png"
    ]


def test_links_of_a_page_without_a_base_must_be_whole():
    assert links_in_page('<a href="/x">x</a><a href="https://a.example/y">y</a>') == [
        "https://a.example/y"
    ]


def test_firefox_says_where_a_selection_came_from():
    data = mime(text="one", html='<a href="one.iso">one</a><a href="#top">up</a>')
    data.setData("text/x-moz-url-priv", "https://a.example/d/".encode("utf-16-le"))
    assert links_of(data) == ["https://a.example/d/one.iso"]


def test_a_page_goes_before_its_text():
    data = mime(text="https://a.example/lon…", html='<a href="https://a.example/long.iso">l</a>')
    assert links_of(data) == ["https://a.example/long.iso"]


def test_the_text_counts_where_the_page_has_no_links():
    data = mime(text="see https://a.example/1.", html="<b>see https://a.example/1.</b>")
    assert links_of(data) == ["https://a.example/1"]


def test_links_go_before_everything_else():
    data = mime(text="https://a.example/text", urls=["https://a.example/url", "mailto:x@y.example"])
    assert links_of(data) == ["https://a.example/url"]


def test_patterns_survive():
    assert links_of(mime(text="https://a.example/img[001-120].jpg {x}")) == [
        "https://a.example/img[001-120].jpg"
    ]


def test_no_more_than_ten_thousand_links_are_taken():
    assert len(links_of(mime(text="\n".join(f"https://a.example/{n}" for n in range(10_500))))) == (
        10_000
    )


@pytest.mark.parametrize(
    ("name", "content", "links"),
    [
        ("links.txt", "# mine\nhttps://a.example/1\njunk\nhttps://a.example/1\n", 1),
        ("links.TXT", "\ufeffhttps://a.example/1\r\nhttps://a.example/2", 2),
        ("a.url", "[InternetShortcut]\r\nURL=https://a.example/x.iso\r\n", 1),
        ("a.desktop", "[Desktop Entry]\nType=Link\nURL=https://a.example/x.iso\n", 1),
        ("a.webloc", "<plist><dict><string>https://a.example/x.iso</string></dict></plist>", 1),
        ("page.html", '<a href="https://a.example/x">x</a> https://a.example/text', 1),
        ("table.csv", 'name,link\none,https://a.example/1,5\n"a,b","https://a.example/x,y",6', 2),
        ("table.csv", "name;link\none;https://a.example/1;5", 1),
        ("picture.png", "https://a.example/1", 0),
        ("archive.zip", "https://a.example/1", 0),
    ],
)
def test_files_of_links(tmp_path, name, content, links):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    found = links_of(mime(urls=[QUrl.fromLocalFile(str(path)).toString()]))
    assert len(found) == links
    assert all(link.startswith("https://a.example/") for link in found)


def test_commas_belong_to_cells_and_not_to_links(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text('one,https://a.example/1,5\n"a,b","https://a.example/x,y",6')
    assert links_in_file(path) == ["https://a.example/1", "https://a.example/x,y"]


def test_a_list_of_aria2_gives_files_and_not_mirrors(tmp_path):
    path = tmp_path / "downloads.txt"
    path.write_text(
        "https://a.example/1\thttps://mirror.example/1\n"
        "  referer=https://page.example/\n"
        "  out=one.bin\n"
        "https://a.example/2\n"
    )
    assert links_in_file(path) == ["https://a.example/1", "https://a.example/2"]


def test_text_of_windows_is_read(tmp_path):
    path = tmp_path / "links.txt"
    path.write_bytes("https://a.example/ü".encode("utf-16"))
    assert links_in_file(path) == ["https://a.example/ü"]


def test_what_is_no_file_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert links_in_file(tmp_path / "pipe.txt") == []
    assert links_in_file(tmp_path) == []
    assert links_in_file(tmp_path / "missing.txt") == []


def test_only_the_beginning_of_a_huge_file_is_read(tmp_path):
    path = tmp_path / "huge.txt"
    path.write_text("https://a.example/1\n" + "x" * (5 << 20) + "\nhttps://a.example/2\n")
    assert links_in_file(path) == ["https://a.example/1"]


def test_what_may_have_links_is_told_without_reading(tmp_path):
    assert may_have_links(mime(text="anything"))
    assert may_have_links(mime(urls=["https://a.example/"]))
    assert may_have_links(mime(urls=["file:///home/ada/links.txt"]))
    assert not may_have_links(mime(urls=["file:///home/ada/film.mkv"]))
    assert not may_have_links(QMimeData())


@pytest.mark.parametrize(
    "page",
    ["<a " * 300_000, '<a "' * 200_000, "<!--" * 200_000, "<a x='" + "y" * 900_000, "<" * 900_000],
)
def test_a_page_made_to_be_slow_has_no_links(page):
    """What looks back at each tag would take hours."""
    assert links_in_page(page) == []


def test_a_clipboard_that_gives_nothing_at_all_has_no_links():
    assert links_of(None) == []
