"""Which system libraries and test programs are missing, and which Debian package has each.

    syslibs.py [--fix] [--test] [--package]

With --fix what is missing is installed with apt, as root or with a sudo that asks nothing; what
cannot be installed is said in one line. --test looks for the programs that the tests and the bench
run as well: both do without what is missing, and say so. --package looks for what builds and tries
the packages. Needs nothing but Python.
"""

import ctypes
import os
import shutil
import subprocess
import sys

# Qt's xcb plugin asks for more; the others come as dependencies of these.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
PROGRAMS = {
    "nginx": "nginx",
    "apache2": "apache2",
    "lighttpd": "lighttpd",
    "squid": "squid",
    "tinyproxy": "tinyproxy",
    "microsocks": "microsocks",
    "danted": "dante-server",
    "stunnel4": "stunnel4",
    "openssl": "openssl",
    "krb5kdc": "krb5-kdc",
    "kadmin.local": "krb5-admin-server",
    "kinit": "krb5-user",
    "mkfs.ext4": "e2fsprogs",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "trayer": "trayer",
    "dunst": "dunst",
    "dbus-daemon": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "gio": "libglib2.0-bin",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "mandoc": "mandoc",
    "zsh": "zsh",
    "fish": "fish",
    "strace": "strace",
    "aria2c": "aria2",
    "curl": "curl",
    "wget": "wget",
    "nft": "nftables",
    "ip": "iproute2",
    "makensis": "nsis",
    "plistutil": "libplist-utils",
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
}
PACKAGE_PROGRAMS = {
    "dpkg-deb": "dpkg",
    "dpkg-shlibdeps": "dpkg-dev",
    "objdump": "binutils",
    "xz": "xz-utils",
    "lintian": "lintian",
    "debootstrap": "debootstrap",
    "Xvfb": "xvfb",
    "xwininfo": "x11-utils",
    "weston": "weston",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "mksquashfs": "squashfs-tools",
    "flatpak": "flatpak",
    "flatpak-builder": "flatpak-builder",
    "dbus-run-session": "dbus-daemon",
}
# Debian starts a server as soon as it is installed. The tests start servers of their own; nobody
# asked for one on port 80. Init scripts heed RUNLEVEL, systemctl the other.
ENVIRONMENT = ("DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "SYSTEMD_OFFLINE=1")


def has_library(name):
    """Whether the dynamic linker finds it."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_program(name):
    """Whether it is on the path, or where servers are."""
    return shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") is not None


def missing(with_test_programs, to_package=False):
    """The Debian packages of what is not there."""
    packages = {package for name, package in LIBRARIES.items() if not has_library(name)}
    if with_test_programs:
        packages |= {package for name, package in PROGRAMS.items() if not has_program(name)}
    if to_package:
        packages |= {package for name, package in PACKAGE_PROGRAMS.items() if not has_program(name)}
    return sorted(packages)


def install(packages):
    """Try; whether it worked, the next look shows."""
    if not shutil.which("apt-get"):
        return
    become_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if become_root and not shutil.which("sudo"):
        return
    print("Installing", *packages, "...", flush=True)
    apt = [*become_root, "env", *ENVIRONMENT, "apt-get", "-qq"]
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        result = subprocess.run(
            [*apt, *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if result.returncode:
            print(result.stdout.strip(), file=sys.stderr)
            return


def main(arguments):
    """0 when Qt has what it wants; without the test programs, tests skip and say so."""
    if sys.platform != "linux":
        return 0
    asked = "--test" in arguments, "--package" in arguments
    packages = missing(*asked)
    if packages and "--fix" in arguments:
        install(packages)
        packages = missing(*asked)
    if not packages:
        return 0
    line = "sudo apt-get install --no-install-recommends " + " ".join(packages)
    print("Missing on this system. On Debian and Ubuntu: " + line, file=sys.stderr)
    return 1 if missing(with_test_programs=False) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
