"""What makes the page safe: data that cannot become markup, and a policy that allows nothing else.

The content security policy lists the hashes of the page's own scripts and styles. ``default-src
'none'`` forbids every request, so that being offline is a property of the file and not a promise.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup


def data(value: Any) -> Markup:
    r"""Return JSON that is safe inside a script element: it cannot close it nor open a comment.

    >>> print(data("</script>"))
    "\u003c/script\u003e"
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Return the content security policy of a page that has these scripts and styles."""
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hashes(texts: Sequence[str]) -> str:
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(d).decode('ascii')}'" for d in digests)
