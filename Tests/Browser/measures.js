// Measures the page that is open; returns the complaints about it and counts of what was looked at.
const complaints = [];
const counts = { figures: 0, frames: 0, marks: 0, texts: 0 };
const say = (...words) => { if (complaints.length < 60) complaints.push(words.join(' ')); };
const shown = (box) => [box.left, box.top, box.right, box.bottom].map((v) => v.toFixed(1)).join(' ');

// The contrast of two colours, WCAG 2.2, 1.4.3.
function luminance(colour) {
  const parts = colour.match(/[\d.]+/g).slice(0, 3).map((v) => {
    const c = v / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}
function contrast(first, second) {
  const [a, b] = [luminance(first), luminance(second)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}
const paper = getComputedStyle(document.body).backgroundColor;

const plots = [...document.querySelectorAll('svg.plot')].filter((svg) => svg.getBoundingClientRect().width > 0);
const isPrint = matchMedia('print').matches;
if (isPrint && luminance(paper) < 0.9) say('the paper is not white:', paper);
const sections = document.querySelectorAll('figure').length;
if (plots.length !== sections) say(`${sections} figures, but ${plots.length} pictures are shown`);
for (const svg of plots) {
  counts.figures += 1;
  const name = svg.getAttribute('aria-labelledby').split(' ')[0];
  for (const id of svg.getAttribute('aria-labelledby').split(' ')) {
    const label = document.getElementById(id);
    if (!label || label.textContent.trim() === '') say(name, 'has no text', id);
  }
  const whole = svg.getBoundingClientRect();
  if (whole.right > innerWidth + 0.5) say(name, 'is wider than the window');
  const texts = [...svg.querySelectorAll('text')].map((text) => ({ text, box: text.getBoundingClientRect() }));
  counts.texts += texts.length;
  texts.forEach(({ text, box }, i) => {
    const words = `'${text.textContent}'`;
    if (box.left < whole.left - 0.5 || box.right > whole.right + 0.5 || box.top < whole.top - 0.5
      || box.bottom > whole.bottom + 0.5) say(name, words, 'is cut:', shown(box), 'in', shown(whole));
    if (box.height < 8) say(name, words, 'is too small to read:', box.height.toFixed(1), 'pixels');
    const ratio = contrast(getComputedStyle(text).fill, paper);
    if (ratio < 4.5) say(name, words, 'has a contrast of', ratio.toFixed(2));
    for (const other of texts.slice(i + 1)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      // Lines of text are higher than their letters.
      if (across > 0.5 && down > 3) say(name, words, 'overlaps', `'${other.text.textContent}'`);
    }
  });
  for (const panel of svg.querySelectorAll('.panel')) {
    counts.frames += 1;
    const frame = panel.querySelector('.fr').getBoundingClientRect();
    const marks = panel.querySelectorAll('.marks path');
    counts.marks += marks.length;
    if (marks.length === 0) say(name, 'has an empty frame');
    for (const mark of marks) {
      const box = mark.getBoundingClientRect();
      if (/NaN|inf/.test(mark.getAttribute('d'))) say(name, 'has a broken path');
      if (box.left < frame.left - 4 || box.right > frame.right + 4 || box.top < frame.top - 4
        || box.bottom > frame.bottom + 4) say(name, 'has a mark outside its frame:', shown(box), 'in', shown(frame));
    }
    for (const { text, box } of texts) {
      const isNote = text.classList.contains('nt');
      const inside = box.left < frame.right - 1 && box.right > frame.left + 1 && box.top < frame.bottom - 2
        && box.bottom > frame.top + 3;
      if (inside && !isNote) say(name, `'${text.textContent}'`, 'reaches into a frame');
    }
  }
}

for (const row of document.querySelectorAll('.claims tr')) {
  const whole = row.getBoundingClientRect();
  const cells = [...row.children].map((cell) => cell.getBoundingClientRect()).filter((box) => box.width > 0);
  for (const box of cells) {
    if (box.bottom > whole.bottom + 1 || box.right > whole.right + 1) say('a cell leaves its row:', row.textContent);
  }
}
if (document.documentElement.scrollWidth > innerWidth) {
  say('the page is wider than the window:', document.documentElement.scrollWidth);
}
const loaded = performance.getEntriesByType('resource').map((entry) => entry.name).filter((n) => !n.startsWith('data:'));
if (loaded.length > 0) say('loaded:', loaded.join(' '));
const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
const repeated = ids.filter((id, i) => ids.indexOf(id) !== i);
if (repeated.length > 0) say('identifiers that are not unique:', repeated.join(' '));
for (const link of document.querySelectorAll('a[href^="#"]')) {
  if (!document.getElementById(link.getAttribute('href').slice(1))) say('a link leads nowhere:', link.href);
}
for (const link of document.querySelectorAll('a[download]')) {
  const lines = decodeURIComponent(link.getAttribute('href').split(',').slice(1).join(',')).trim().split('\n');
  if (lines.length < 2) say(link.getAttribute('download'), 'has no data');
}

// The values of each picture by the keyboard.
const tip = document.getElementById('tip');
for (const picture of document.querySelectorAll('.picture')) {
  if (picture.getBoundingClientRect().width === 0) continue;
  picture.focus({ preventScroll: true });
  picture.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  if (document.activeElement !== picture) say('a picture cannot be focused');
  if (getComputedStyle(tip).visibility !== 'visible' || tip.textContent === '') say('no value by the keyboard');
  picture.blur();
  if (getComputedStyle(tip).visibility === 'visible') say('a value stays after its picture is left');
}
return { complaints, counts };
