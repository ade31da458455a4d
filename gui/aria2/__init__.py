"""Other programs that know aria2 find its JSON-RPC here: AriaNg, Aria2-Explorer, aria2p, scripts.

door        the HTTP and WebSocket server; imports aiohttp, so it is imported when it is opened
visitors    who may come in: pure
patience    how long a refusal takes, and how many may come in a second: pure
line        one WebSocket: its writer, and what it may not get ahead of
service     opens the door for an engine, with words for what may go wrong
door_bridge the window's door: follows the preferences
dialogue    what is said at the door: one request, one reply
methods     what aria2's methods are here; `looks`, `adding`, `changes` and `deeds` carry them out
lists       aria2's three lists of jobs, kept by what changes
notices     what programs are told unasked
gids        aria2's names for jobs; `memory` keeps those that were chosen
status      how a job looks: pure, as are `options`, `global_options`, `places`, `arguments`
"""
