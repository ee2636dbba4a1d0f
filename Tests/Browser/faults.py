"""Ways to break a page on purpose, each with the complaint that must come of it: a check that cannot fail is none."""

FAULTS = [
    ("a text over another", "overlaps", """
        const texts = document.querySelectorAll('.plot text');
        for (const name of ['x', 'y']) texts[1].setAttribute(name, texts[0].getAttribute(name));"""),
    ("a text that is cut", "is cut", "document.querySelectorAll('.plot text').forEach((t) => t.setAttribute('x', -60))"),
    ("a mark outside its frame", "outside its frame", """
        document.querySelectorAll('.marks .mk path').forEach((m) => m.setAttribute('transform', 'translate(0 900)'))"""),
    ("an empty frame", "empty frame", "document.querySelectorAll('.marks').forEach((m) => m.replaceChildren())"),
    ("a broken path", "broken path", """
        document.querySelectorAll('.marks path').forEach((m) => m.setAttribute('d', 'M0 0LNaN 1'))"""),
    ("a pale text", "contrast", "document.querySelectorAll('.plot text').forEach((t) => { t.style.fill = '#888'; })"),
    ("a cell below its row", "leaves its row", "document.querySelector('.claims td').style.cssText = 'position:relative;top:90px'"),
    ("a wide page", "wider than the window", "document.querySelector('h1').style.width = '5000px'"),
    ("a picture that is not shown", "pictures are shown", "document.querySelectorAll('.picture').forEach((p) => p.remove())"),
    ("a link that leads nowhere", "leads nowhere", "document.querySelector('nav a').setAttribute('href', '#nowhere')"),
    ("an identifier twice", "not unique", "document.body.append(document.querySelector('section').cloneNode(true))"),
    ("a message on the console", "console", "console.error('broken on purpose')"),
    ("a picture from elsewhere", "console", "document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1/x' }))"),
    ("values that the keyboard does not reach", "keyboard", """
        document.querySelectorAll('.picture').forEach((p) => p.replaceWith(p.cloneNode(true)))"""),
]


def surviving(browser, page, measures):
    """The faults of which nothing is said."""
    result = []
    browser.command("Emulation.setDeviceMetricsOverride", width=1440, height=900, deviceScaleFactor=1, mobile=False)
    browser.command("Emulation.setEmulatedMedia", media="screen", features=[])
    for name, complaint, script in FAULTS:
        browser.open(page.resolve().as_uri())
        browser.console()
        browser.script(script)
        found = browser.script(measures)["complaints"] + ["console: " + text for text in browser.console()]
        if not any(complaint in line for line in found):
            result.append(name)
    return result
