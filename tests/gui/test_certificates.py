"""Certificates in words, whatever their makers wrote into them."""

from __future__ import annotations

import datetime
import hashlib
import ssl

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from gui import certificates

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def der_of(pem):
    return ssl.PEM_cert_to_DER_cert(pem.bytes().decode())


def self_made(*parts, until=datetime.datetime(2001, 2, 3, 4, 5, tzinfo=datetime.UTC)):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(list(parts))
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC))
        .not_valid_after(until)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.DER)


def test_reads_whose_it_is_and_for_what(authority):
    leaf = authority.issue_cert(
        "files.example.org",
        "192.0.2.1",
        common_name="files.example.org",
        organization_name="Files & Sons",
    )
    seen = certificates.read(der_of(leaf.cert_chain_pems[0]))
    assert seen.subject == "files.example.org, Files & Sons"
    assert seen.issuer.startswith("trustme")
    assert certificates.names(seen) == "files.example.org, 192.0.2.1"


def test_one_that_vouches_for_itself_says_so():
    seen = certificates.read(self_made(x509.NameAttribute(x509.NameOID.COMMON_NAME, "router")))
    assert (seen.subject, seen.issuer) == ("router", "itself")
    assert certificates.date(seen.valid_to).startswith("3 Feb 2001")


def test_names_that_pretend_are_made_plain():
    evil = "good.example\u202e\n<b>x"
    seen = certificates.read(self_made(x509.NameAttribute(x509.NameOID.COMMON_NAME, evil)))
    assert seen.subject == "good.example\ufffd\ufffd<b>x"


def test_one_without_a_name_and_one_that_cannot_be_read():
    assert certificates.read(self_made()).subject == "without a name"
    junk = certificates.read(b"junk")
    assert not junk.is_readable
    assert junk.sha256 == hashlib.sha256(b"junk").hexdigest()
    assert certificates.date(junk.valid_from) == ""


def test_of_very_many_names_the_first_are_listed(authority):
    names = [f"{number}.example.org" for number in range(40)]
    seen = certificates.read(der_of(authority.issue_cert(*names).cert_chain_pems[0]))
    assert certificates.names(seen).endswith(", …")
    assert certificates.names(seen).count(",") == 12


def test_the_fingerprint_is_written_as_others_write_it(authority):
    seen = certificates.read(der_of(authority.cert_pem))
    first, second = certificates.fingerprint(seen).splitlines()
    assert len(first.split(":")) == len(second.split(":")) == 16
    assert f"{first}:{second}".replace(":", "").lower() == seen.sha256


# As OpenSSL says it.
@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("certificate has expired", "has expired"),
        ("certificate is not yet valid", "Is the clock of this computer right?"),
        ("self-signed certificate", "made its certificate itself"),
        ("self signed certificate", "made its certificate itself"),
        ("self-signed certificate in certificate chain", "does not know"),
        ("unable to get local issuer certificate", "does not know"),
        ("Hostname mismatch, certificate is not valid for 'a.example'.", "another name"),
        ("IP address mismatch, certificate is not valid for '192.0.2.1'.", "another name"),
        ("certificate revoked", "revoked"),
        ("EE certificate key too weak", "outdated"),
        ("CA md too weak", "outdated"),
        ("", "in order now"),
        # As the engine says it.
        ("The certificate is not valid yet.", "Is the clock of this computer right?"),
        ("The certificate has expired.", "has expired"),
        ("The server vouches for itself; nobody else does.", "made its certificate itself"),
        ("Nobody whom this computer trusts vouches for the server.", "does not know"),
        ("The certificate has been revoked.", "revoked"),
        ("The certificate is for another name.", "another name"),
        ("The certificate is for another address.", "another name"),
        (
            "The server shows another certificate than the one that was accepted.",
            "you have trusted",
        ),
        ("The certificate is not trusted: EE certificate key too weak.", "outdated"),
        ("No secure connection came about: it was cut off.", "No secure connection"),
        ("something new", "cannot be trusted"),
    ],
)
def test_what_is_wrong_is_said_plainly(problem, words):
    assert words in certificates.problem_in_words(problem)


def test_another_certificate_than_the_accepted_one_is_noticed():
    pins = ("h:443 " + "a" * 64, "other:443 " + "b" * 64)
    assert not certificates.differs_from_pin(pins, "h:443", "a" * 64)
    assert certificates.differs_from_pin(pins, "h:443", "c" * 64)
    assert not certificates.differs_from_pin(pins, "h:8443", "c" * 64)
