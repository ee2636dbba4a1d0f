"""A headless Chromium, driven by the WebDriver protocol over HTTP with nothing but the standard library."""

import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request


def installed():
    """The paths of Chromium and its driver, installed by apt-get where they are missing."""
    names = (("chromium", "chromium-browser", "google-chrome"), ("chromedriver",))
    found = [next(filter(None, map(shutil.which, candidates)), None) for candidates in names]
    if None in found:
        prefix = [] if os.geteuid() == 0 else ["sudo"]
        for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"]):
            subprocess.run(prefix + ["apt-get", "--quiet"] + command, check=True, stdout=subprocess.DEVNULL)
        found = [next(filter(None, map(shutil.which, candidates)), None) for candidates in names]
    if None in found:
        raise SystemExit("no Chromium with its driver was found, and none could be installed")
    return found


class Browser:
    """One browser with one window, for as long as a `with` block lasts."""

    def __enter__(self):
        browser, driver = installed()
        self.profile = tempfile.TemporaryDirectory()
        self.driver = subprocess.Popen(
            [driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.driver.stdout:
            # "ChromeDriver was started successfully on port 12345."
            if "successfully on port" in line:
                self.address = "http://127.0.0.1:" + line.split("port")[1].strip(" .\n")
                break
        arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--user-data-dir=" + self.profile.name,
        ]
        capabilities = {
            "goog:chromeOptions": {"binary": browser, "args": arguments},
            "goog:loggingPrefs": {"browser": "ALL"},
        }
        session = self.call("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.session = "/session/" + session["sessionId"]
        return self

    def __exit__(self, *_):
        try:
            self.call("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait(timeout=20)
            self.profile.cleanup()

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.address + path, data=data, method=method, headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def open(self, address):
        self.call("POST", self.session + "/url", {"url": address})
        time.sleep(0.2)

    def script(self, text):
        """The value that a script returns; it may be a promise."""
        return self.call("POST", self.session + "/execute/sync", {"script": text, "args": []})

    def command(self, name, **parameters):
        """A command of the DevTools protocol."""
        return self.call("POST", self.session + "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def console(self):
        """The messages on the console since the last call."""
        return [entry["message"] for entry in self.call("POST", self.session + "/se/log", {"type": "browser"})]
