"""Which licences go together with that of Holdfast; a part with another one stops the build.

Weighed for GPL-3.0-or-later, as https://www.gnu.org/licenses/license-list.html has them. Who adds
a part whose licence is not among these reads it first, and adds it here or does without the part.
"""

import re

# SPDX's names. With GPL-3.0-only the bundle as a whole is that; our own sources stay what they are.
FITTING = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "Zlib"),
    *("MPL-2.0", "PSF-2.0", "Unicode-3.0", "blessing", "bzip2-1.0.6", "CC0-1.0", "IJG", "X11"),
    *("LGPL-2.0-or-later", "LGPL-2.1-or-later", "LGPL-3.0-only", "LicenseRef-public-domain"),
    *("GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later"),
    "GPL-2.0-or-later WITH Bootloader-exception",
}
# What metadata says that was written before SPDX, or without it.
SPELLINGS = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
# Said wrongly, or (in Debian) as a long list that has the licences of tests and tools as well. This
# is that of what goes into a bundle, read by a person; by the beginning of the name.
READ = {
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "libb2-": "CC0-1.0",
    "libbz2-": "bzip2-1.0.6",
    "libcom-err": "MIT",
    "libffi": "MIT",
    "libgssapi-krb5-": "MIT",
    "libjpeg62-turbo": "IJG AND BSD-3-Clause AND Zlib",
    "libk5crypto": "MIT",
    "libkeyutils": "LGPL-2.0-or-later",
    "libkrb5": "MIT",
    "liblz4-": "BSD-2-Clause",
    "liblzma": "LicenseRef-public-domain",
    "libmpdec": "BSD-2-Clause",
    "libpython": "PSF-2.0",
    "libreadline": "GPL-3.0-or-later",
    "libsqlite3-": "blessing",
    "libssl3": "Apache-2.0",
    "libtinfo": "X11",
    "libuuid": "BSD-3-Clause",
    "libxcb": "MIT",
    "libxkbcommon": "MIT",
    "libzstd": "BSD-3-Clause",
}


def licence_of(name, said):
    """As SPDX writes it, as far as it is known."""
    for beginning, licence in READ.items():
        if name.startswith(beginning):
            return licence
    return SPELLINGS.get(said, said)


def fits(licence):
    """Whether a part may go in; of several to choose from, one that fits is enough."""
    return any(
        all(word.strip(" ()") in FITTING for word in re.split(r"\s+AND\s+", choice))
        for choice in re.split(r"\s+OR\s+", licence)
    )
