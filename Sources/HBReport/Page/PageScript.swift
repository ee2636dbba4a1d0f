/// The script of a page: shows what a mark stands for, to who points at it and to who walks there by the arrow keys.
///
/// Without it a page has everything but this: browsers show the titles of marks by themselves. It has neither `<` nor
/// `&`, so that the page is well-formed.
enum PageScript {
  static let text = """

    (function () {
      'use strict';
      var tip = document.getElementById('tip'), last = null;
      function title(mark) { var t = mark.querySelector('title'); return t ? t.textContent : ''; }
      function hide() { tip.style.visibility = 'hidden'; if (last) { last.classList.remove('on'); last = null; } }
      function show(mark) {
        hide();
        last = mark;
        mark.classList.add('on');
        tip.textContent = title(mark);
        var box = mark.getBoundingClientRect(), size = tip.getBoundingClientRect();
        var left = Math.max(4, Math.min(box.left + box.width / 2 - size.width / 2, innerWidth - size.width - 4));
        var top = box.top - size.height - 8;
        tip.style.left = left + 'px';
        tip.style.top = (top > 4 ? top : box.bottom + 8) + 'px';
        tip.style.visibility = 'visible';
      }
      document.querySelectorAll('.picture').forEach(function (picture) {
        var marks = Array.from(picture.querySelectorAll('.marks path')).filter(title), at = -1;
        if (marks.length === 0) { picture.removeAttribute('tabindex'); return; }
        picture.setAttribute('aria-label', picture.getAttribute('aria-label') + ', arrow keys step through them');
        picture.addEventListener('pointerover', function (event) {
          var mark = event.target.closest('.marks path');
          if (mark ? title(mark) : false) { show(mark); }
        });
        picture.addEventListener('pointerleave', hide);
        picture.addEventListener('blur', hide);
        picture.addEventListener('keydown', function (event) {
          var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
          if (event.key === 'Escape') { hide(); }
          if (!step) { return; }
          event.preventDefault();
          at = (at + step + marks.length) % marks.length;
          show(marks[at]);
        });
      });
      addEventListener('scroll', hide, { passive: true });
    })();

    """
}
