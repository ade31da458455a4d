"""What a transfer is told of a file: its place, what is here of it, what may be sent to whom."""

from __future__ import annotations

from engine import unfold
from engine.credentials import Credentials, Secret
from engine.job import Job, JobFile
from engine.sign_in import SignIn
from engine.wire.links import origin_key
from engine.wire.spec import ClientCertificate, TransferSpec


def spec_of(
    job: Job,
    file: JobFile,
    secret: Secret,
    credentials: Credentials,
    *,
    stall_timeout: float,
    mount: str | None,
) -> TransferSpec:
    """The next try of `file`; may be called in any thread while nobody else touches the file."""
    # In this order: who changes a link has first changed who may be told the secret.
    url = file.url
    told_by = file.mirrors.told_by if file.mirrors else ""
    # What a document tells of may be anywhere.
    is_ours = not told_by or origin_key(told_by) == origin_key(url)
    certificate = job.options.client_certificate if is_ours else None

    def sign_in(url: str) -> SignIn | None:
        """The job's own, else what is kept for all jobs of the server."""
        return secret.logins.get(origin_key(url)) or credentials.for_server(url)

    return TransferSpec(
        url=url,
        folder=job.folder,
        requested_name=file.requested_name,
        proposed_name=file.proposed_name,
        headers=secret.headers_for(url) if is_ours else (),
        credentials=sign_in(url),
        ca_file=job.options.ca_file,
        checksum=file.checksum,
        connections=job.options.connections,
        stall_timeout=stall_timeout,
        part=file.part,
        high_water=file.high_water,
        known=file.known,
        owner=f"{job.id}/{file.number}",
        mount=mount,
        checksum_file=file.checksum_file,
        checksum_file_credentials=sign_in(file.checksum_file or ""),
        sign_ins=_sign_ins(secret, credentials),
        allow_downgrade=job.options.allow_downgrade,
        proxy=job.options.proxy,
        pins=job.options.pins,
        client_certificate=(
            ClientCertificate(certificate, secret.certificate_password) if certificate else None
        ),
        mirrors=file.mirrors,
        reads_metalinks=unfold.may_be_read(file),
    )


def _sign_ins(secret: Secret, credentials: Credentials) -> dict[str, SignIn]:
    """For the servers that a redirect may lead to, as far as the keyring need not be asked."""
    kept = credentials.places(is_proxy=False)
    return {key: one for key, one in kept.items() if one} | dict(secret.logins)
