"""The command line. The only room that prints or exits; each command calls one function.

``application`` has the options of every command, ``printing`` all that is printed; the commands
are in ``adding`` (add), ``changing`` (mask, replace, remove, rename), ``building`` (build, export),
``publishing`` (init, site, serve), ``releasing`` (release, apply) and ``looking`` (check, validate,
show).

Exit statuses: 0 done; 1 something was found that must be looked at (an invalid package, a
disclosure that could not be converted); 2 the command or a file could not be used.
"""

from juesuan.cli import adding, building, changing, looking, publishing, releasing
from juesuan.cli.application import app

__all__ = ["adding", "app", "building", "changing", "looking", "publishing", "releasing"]
