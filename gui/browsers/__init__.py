"""What browsers send comes here.

native_host   `holdfast-native`, which browsers start: the standard library only; app_line, launch
messages      what it and the instance say to each other over the control socket
handover      from a browser's foreign words to what a job may be made of; expired finds who waits
taking        promised, confirmed, made once; leases, fates, and summary for the browser's list
identity      by which names the extension, the browsers and Holdfast know each other
registration  tells browsers of `holdfast-native`, takes it back, and sees how it stands; its parts:
              catalogue (all browsers), manifests (the file), host_program (what it names)
extension     the extension's folder, or a copy where a browser could not read it; words: sentences
"""
