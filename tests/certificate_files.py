"""Client certificates as people have them: files in PEM or PKCS#12, with a password or without."""

from __future__ import annotations

from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12


def pem_file(folder: Path, leaf: trustme.LeafCert, password: str = "") -> Path:
    path = folder / "client.pem"
    key = serialization.load_pem_private_key(leaf.private_key_pem.bytes(), None)
    encryption = (
        serialization.BestAvailableEncryption(password.encode())
        if password
        else serialization.NoEncryption()
    )
    form = serialization.PrivateFormat.PKCS8
    key_pem = key.private_bytes(serialization.Encoding.PEM, form, encryption)
    path.write_bytes(key_pem + b"".join(pem.bytes() for pem in leaf.cert_chain_pems))
    return path


def pkcs12_file(folder: Path, leaf: trustme.LeafCert, password: str) -> Path:
    path = folder / "client.p12"
    key = serialization.load_pem_private_key(leaf.private_key_pem.bytes(), None)
    certificate = x509.load_pem_x509_certificate(leaf.cert_chain_pems[0].bytes())
    encryption = (
        serialization.BestAvailableEncryption(password.encode())
        if password
        else serialization.NoEncryption()
    )
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"me", key, certificate, None, encryption)
    )
    return path
