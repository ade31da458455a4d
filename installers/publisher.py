"""Who publishes the packages: what must be replaced before the first one leaves the house.

Nothing else in the code names a publisher, but for files that are no code and have it as well:
`resources/desktop/*.metainfo.xml` and pyproject.toml say the same, and a test compares.
"""

NAME = "The Holdfast developers"
# Nobody reads there: the top-level domain is one that cannot be.
CONTACT = "developers@holdfast.invalid"
# Where people find Holdfast; as long as it is empty, no package names a page.
HOMEPAGE = ""
# Backwards, the domain of the publisher. It must be theirs before a shop takes the package.
IDENTIFIER = "org.holdfast.holdfast"


def maintainer():
    """As Debian writes a person."""
    return f"{NAME} <{CONTACT}>"


def copyright_line(licence):
    """For where a system shows one line about a program."""
    return f"Copyright {NAME}. {licence}, without any warranty."
