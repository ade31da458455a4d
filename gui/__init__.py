"""The front ends: the window with its tray, and the command line; they know `engine` by its face.

Entry       __main__ (thin, no Qt), loop (asyncio on Qt), display, instance, control, protocol
Window      app (the root), main_window, job_list, job_table, job_delegate, commands, dialogs
Desktop     tray, notifications, desktop (open, show in folder)
Words       formatting, error_words; theme owns the colours
Commands    cli/, headless (an engine without a window), background (starts one)
"""
