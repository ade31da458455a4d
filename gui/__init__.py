"""The front ends: the window with its tray, and the command line; they know `engine` by its face.

Entry       __main__ (thin, no Qt), loop (asyncio on Qt), display, instance, control, protocol
Window      app (the root), main_window (layout and wiring), panes, toolbar, status_bar, menus
List        job_table, job_list, columns, job_filter, sidebar; details/ tells one job in full
Commands    commands, selection, shortcuts, removal (can be undone), window_dialogs, adding/
Desktop     tray, closing, notifications, autostart, drag_out, desktop (open, show in folder)
Words       formatting, error_words, language; theme, style_sheet and icons own the looks
Shell       cli/, headless (an engine without a window), background (starts one)
"""
