"""What is asked about before it is opened, by its name and by what is in it."""

from __future__ import annotations

import os

import pytest

from gui.risky_files import Risk, risk_of


@pytest.mark.parametrize(
    ("name", "platform", "risk"),
    [
        ("setup.exe", "linux", Risk.PROGRAM),
        ("SETUP.EXE", "win32", Risk.PROGRAM),
        ("invoice.pdf.exe", "darwin", Risk.PROGRAM),
        ("invoice.exe. .", "win32", Risk.PROGRAM),
        ("tool.AppImage", "linux", Risk.PROGRAM),
        ("install.sh", "linux", Risk.SCRIPT),
        ("x.py", "win32", Risk.SCRIPT),
        ("x.ps1", "win32", Risk.SCRIPT),
        ("x.bat", "linux", Risk.SCRIPT),
        ("game.jar", "linux", Risk.PROGRAM),
        ("shop.desktop", "linux", Risk.STARTER),
        ("shop.lnk", "win32", Risk.STARTER),
        ("shop.lnk", "linux", None),
        ("page.hta", "win32", Risk.SCRIPT),
        ("page.js", "win32", Risk.SCRIPT),
        ("page.js", "linux", None),
        ("x.command", "darwin", Risk.SCRIPT),
        ("x.command", "linux", None),
        ("x.msi", "win32", Risk.INSTALLER),
        ("x.deb", "linux", Risk.INSTALLER),
        ("x.deb", "win32", None),
        ("x.pkg", "darwin", Risk.INSTALLER),
        ("photo.jpg", "win32", None),
        ("book.pdf", "linux", None),
        ("archive.tar.zst", "linux", None),
        ("exe", "linux", Risk.PROGRAM),
        ("notes", "linux", None),
        ("", "linux", None),
    ],
)
def test_tells_by_the_name(tmp_path, name, platform, risk):
    assert risk_of(tmp_path / name, platform) is risk


@pytest.mark.parametrize(
    ("beginning", "risk"),
    [
        (b"\x7fELF\x02\x01\x01", Risk.PROGRAM),
        (b"MZ\x90\x00", Risk.PROGRAM),
        (b"\xcf\xfa\xed\xfe\x07", Risk.PROGRAM),
        (b"#!/bin/sh\nrm -rf ~\n", Risk.SCRIPT),
        (b"\xef\xbb\xbf#!/usr/bin/env python", Risk.SCRIPT),
        (b"[Desktop Entry]\nExec=sh -c x\n", Risk.STARTER),
        (b"%PDF-1.7", None),
        (b"\xff\xd8\xff\xe0JFIF", None),
        (b"", None),
    ],
)
def test_tells_by_what_is_in_it_whatever_it_is_called(tmp_path, beginning, risk):
    file = tmp_path / "holiday.jpg"
    file.write_bytes(beginning)
    assert risk_of(file) is risk


@pytest.mark.skipif(os.name != "posix", reason="there is no such bit")
@pytest.mark.parametrize(("name", "risk"), [("tool", Risk.PROGRAM), ("photo.jpg", None)])
def test_a_bit_to_run_it_counts_where_nothing_else_tells_what_it_is(tmp_path, name, risk):
    file = tmp_path / name
    file.write_bytes(b"\x00\x01")
    assert risk_of(file) is None
    file.chmod(0o755)
    assert risk_of(file) is risk


@pytest.mark.skipif(os.name != "posix", reason="links need a right there")
def test_a_link_is_what_it_leads_to(tmp_path):
    (tmp_path / "evil.sh").touch()
    link = tmp_path / "holiday.jpg"
    link.symlink_to(tmp_path / "evil.sh")
    assert risk_of(link) is Risk.SCRIPT


def test_what_is_no_file_or_cannot_be_read_is_no_risk(tmp_path):
    assert risk_of(tmp_path) is None
    assert risk_of(tmp_path / "gone.jpg") is None
    fifo = tmp_path / "pipe.jpg"
    if hasattr(os, "mkfifo"):
        os.mkfifo(fifo)
        assert risk_of(fifo) is None
