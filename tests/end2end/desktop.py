"""A desktop that shows nothing: writes what it is told to a file, and clicks every note. Run by the system's Python.

``desktop.py TOLD`` makes TOLD once it is there. Each line is a list in JSON: "note" with its title and text, or
"dock" with what the icon shows.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from gi.repository import Gio, GLib

PATH = "/org/freedesktop/Notifications"
NAME = "org.freedesktop.Notifications"
DOCK = "com.canonical.Unity.LauncherEntry"
SERVICE = f"""
<node><interface name="{NAME}">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>
"""


def main(told: Path) -> None:
    """Be there until somebody ends it."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def tell(*what: object) -> None:
        with told.open("a", encoding="utf-8") as file:
            file.write(json.dumps(what) + "\n")

    def on_call(_bus: Any, _who: str, _path: str, _name: str, method: str, values: Any, call: Any) -> None:
        if method == "GetCapabilities":
            call.return_value(GLib.Variant("(as)", (["actions", "body", "body-markup"],)))
            return
        _program, _replaced, _icon, title, text, actions, _hints, _time = values.unpack()
        tell("note", title, text)
        # The click is heard before the answer that names the note: no sender may count on the other order.
        bus.emit_signal(None, PATH, NAME, "ActionInvoked", GLib.Variant("(us)", (7, actions[0])))
        call.return_value(GLib.Variant("(u)", (7,)))

    def on_dock(_bus: Any, _who: str, _path: str, _name: str, _signal: str, values: Any) -> None:
        tell("dock", values.unpack()[1])

    bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(SERVICE).interfaces[0], on_call, None, None)
    bus.signal_subscribe(None, DOCK, None, None, None, Gio.DBusSignalFlags.NONE, on_dock)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: told.touch(), None)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
