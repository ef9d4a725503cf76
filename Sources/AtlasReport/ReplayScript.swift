/// The script of a replay: one text, the same in every page, so that its hash can stand in the policy.
enum ReplayScript {
  /// SHA-256 of the text as a content security policy names it; a test holds it.
  static let digest = "sha256-kok2AkTegRmgcmtPsAT9TU9jjF050KuB06FKRORLSNk="

  /// Shows one screen at a time; it reads the page only, and asks nothing of anybody.
  static let text = """

    (function () {
      "use strict";
      var get = function (id) { return document.getElementById(id); };
      var frames = Array.prototype.slice.call(document.querySelectorAll(".frame"));
      var root = get("frames"), play = get("play"), place = get("place"), speed = get("speed");
      var count = get("count"), caption = get("caption");
      var now = 0, timer = 0;
      if (frames.length === 0) { return; }
      var time = function (index) {
        return Number(index < frames.length ? frames[index].dataset.at : root.dataset.end);
      };
      var part = function (name) {
        return frames[now].querySelector("figcaption ." + name).textContent;
      };
      var show = function (index) {
        now = Math.max(0, Math.min(frames.length - 1, index));
        frames.forEach(function (frame, other) { frame.hidden = other !== now; });
        place.value = String(now + 1);
        place.setAttribute("aria-valuetext", part("count"));
        count.textContent = part("count");
        if (caption.textContent !== part("words")) { caption.textContent = part("words"); }
      };
      var stop = function () {
        clearTimeout(timer);
        timer = 0;
        play.textContent = play.dataset.play;
      };
      var wait = function () {
        timer = setTimeout(function () {
          if (now + 1 >= frames.length) { stop(); return; }
          show(now + 1);
          wait();
        }, Math.max(20, (time(now + 1) - time(now)) / Number(speed.value)));
      };
      var toggle = function () {
        if (timer) { stop(); return; }
        if (now + 1 >= frames.length) { show(0); }
        play.textContent = play.dataset.pause;
        wait();
      };
      var go = function (index) { stop(); show(index); };
      var faster = function (by) {
        speed.selectedIndex = Math.max(0, Math.min(speed.length - 1, speed.selectedIndex + by));
      };
      play.addEventListener("click", toggle);
      get("back").addEventListener("click", function () { go(now - 1); });
      get("next").addEventListener("click", function () { go(now + 1); });
      place.addEventListener("input", function () { go(Number(place.value) - 1); });
      document.addEventListener("keydown", function (event) {
        if (event.ctrlKey || event.metaKey || event.altKey) { return; }
        var name = event.target.nodeName, key = event.key;
        if (name === "SELECT" || name === "INPUT") { return; }
        if (key === " " && name === "BUTTON") { return; }
        var screen = event.target.closest ? event.target.closest(".screen") : null;
        var scrolls = screen && screen.scrollWidth > screen.clientWidth;
        if (key === " " || key === "k") { toggle(); }
        else if (key === "ArrowLeft" && !scrolls) { go(now - 1); }
        else if (key === "ArrowRight" && !scrolls) { go(now + 1); }
        else if (key === "Home") { go(0); }
        else if (key === "End") { go(frames.length - 1); }
        else if (key === "+") { faster(1); }
        else if (key === "-") { faster(-1); }
        else { return; }
        event.preventDefault();
      });
      place.max = String(frames.length);
      get("controls").hidden = false;
      document.documentElement.classList.add("playing");
      show(0);
    })();

    """
}
