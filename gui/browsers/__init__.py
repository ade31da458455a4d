"""What browsers send comes here.

native_host   `holdfast-native`, which browsers start: the standard library only; app_line, launch
messages      what it and the instance say to each other over the control socket
handover      from a browser's foreign words to what a job may be made of; expired finds who waits
taking        promised, confirmed, made once; leases, fates, and summary for the browser's list
identity      by which names the extension, the browsers and Holdfast know each other
registration  tells browsers of `holdfast-native`, takes it back, and sees how it stands
"""
