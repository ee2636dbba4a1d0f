#!/usr/bin/env python3
"""Opens pages of hbcheck in a headless Chromium and measures what a reader would see.

    python3 Tests/Browser/check_page.py page.html [...] [--screenshots DIR]

Each page is loaded in a narrow and a wide window, in light, in dark, and as it is printed. Checked are: no message on
the console, nothing loaded from anywhere, every frame of every figure has marks and they are inside it, no text of a
figure overlaps another or is cut, the page is not wider than the window, enough contrast of every text of a figure, and
the values can be reached by the keyboard. Then the first page, which must have claims, is broken on purpose in several
ways, each of which must be noticed.

Needs Python 3.9 or later alone. Chromium and its driver are installed by apt-get where they are missing.
"""

import argparse
import base64
import pathlib
import sys

import faults
from browser import Browser

MEASURES = (pathlib.Path(__file__).parent / "measures.js").read_text(encoding="utf-8")
# Width in pixels and colour scheme; paper is A4 within margins.
VIEWS = [
    ("narrow", 390, "light"), ("narrow", 390, "dark"), ("wide", 1440, "light"), ("wide", 1440, "dark"),
    ("paper", 720, "print"),
]


def check(browser, page, view, screenshots):
    """The complaints about one page in one view, and counts of what was looked at."""
    window, width, scheme = view
    browser.command("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    # Who prefers dark still prints on white.
    features = [{"name": "prefers-color-scheme", "value": "light" if scheme == "light" else "dark"}]
    browser.command("Emulation.setEmulatedMedia", media="print" if scheme == "print" else "screen", features=features)
    browser.open(page.resolve().as_uri())
    result = browser.script(MEASURES)
    complaints = result["complaints"] + [f"console: {message}" for message in browser.console()]
    if screenshots:
        size = browser.command("Page.getLayoutMetrics")["cssContentSize"]
        # Pieces that can be looked at without being made smaller.
        for part, top in enumerate(range(0, int(size["height"]), 1500)):
            clip = {"x": 0, "y": top, "width": width, "height": min(1500, size["height"] - top), "scale": 1}
            picture = browser.command("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
            name = f"{page.stem}-{window}-{scheme}-{part:02}.png"
            (screenshots / name).write_bytes(base64.b64decode(picture["data"]))
    return complaints, result["counts"]


def main():
    parser = argparse.ArgumentParser(description="measures pages of hbcheck in a headless browser")
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path, help="a directory for pictures of the pages")
    arguments = parser.parse_args()
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
    failed = False
    with Browser() as browser:
        for page in arguments.pages:
            for view in VIEWS:
                complaints, counts = check(browser, page, view, arguments.screenshots)
                failed = failed or bool(complaints)
                summary = ", ".join(f"{count} {what}" for what, count in counts.items())
                print(f"{page.name} {view[0]} {view[2]}: {summary}: {len(complaints)} complaints")
                for complaint in complaints:
                    print(f"  {complaint}")
        survivors = faults.surviving(browser, arguments.pages[0], MEASURES)
        print(f"{len(faults.FAULTS) - len(survivors)} of {len(faults.FAULTS)} planted faults noticed")
        for name in survivors:
            print(f"  not noticed: {name}")
    return 1 if failed or survivors else 0


if __name__ == "__main__":
    sys.exit(main())
