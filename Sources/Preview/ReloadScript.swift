/// What a page runs to be loaded again when the site was built again, and to say when it could not be.
///
/// It works under a policy that allows nothing but scripts and connections of the site itself: no inline style,
/// no markup made from text.
enum ReloadScript {
  /// Where the script is.
  static let path = "/_awsnotes/reload.js"

  /// Where it listens.
  static let eventsPath = "/_awsnotes/events"

  /// What is put into each page.
  ///
  /// - Parameter edition: The state of the site that the page belongs to, of letters, digits and dashes.
  /// - Returns: The element that loads the script.
  static func tag(_ edition: String) -> String {
    "<script src=\"\(path)?\(edition)\" defer></script>"
  }

  /// The script.
  static let bytes = Array(text.utf8)

  // A hidden page does not listen: browsers allow six connections, and there may be more tabs than that.
  private static let text = #"""
    (() => {
      "use strict";
      const edition = new URL(document.currentScript.src).search.slice(1);
      const french = !document.documentElement.lang.startsWith("en");
      const place = "awsnotes-place " + location.pathname + location.search;
      let source = null;
      let box = null;

      const store = (work) => { try { return work(sessionStorage); } catch { return null; } };

      const reload = () => {
        store((storage) => storage.setItem(place, scrollX + " " + scrollY));
        location.reload();
      };

      const kept = store((storage) => storage.getItem(place));
      if (kept) {
        store((storage) => storage.removeItem(place));
        const [left, top] = kept.split(" ").map(Number);
        const restore = () => scrollTo({ left, top, behavior: "instant" });
        restore();
        addEventListener("load", restore, { once: true });
      }

      const styled = (element, style) => {
        for (const name in style) element.style.setProperty(name, style[name]);
        return element;
      };

      const hide = () => { if (box) box.remove(); box = null; };

      const show = (message) => {
        hide();
        box = styled(document.createElement("div"), {
          "position": "fixed", "inset": "auto 0 0 0", "z-index": "2147483647", "max-height": "60vh",
          "overflow": "auto", "box-sizing": "border-box", "padding": "1rem 1.25rem",
          "background": "#3b0d0c", "color": "#fff", "border-top": "4px solid #ff6b5e",
          "font": "15px/1.5 system-ui, sans-serif",
        });
        box.setAttribute("role", "alert");
        const title = document.createElement("strong");
        title.textContent = french ? "Le site n’a pas pu être refait" : "The site could not be built";
        const text = styled(document.createElement("pre"), {
          "margin": "0.5rem 0 0", "padding": "0", "white-space": "pre-wrap", "background": "none",
          "color": "inherit", "font": "14px/1.5 ui-monospace, monospace",
          "overflow-wrap": "anywhere",
        });
        text.textContent = message;
        const button = styled(document.createElement("button"), {
          "float": "right", "font": "inherit", "color": "inherit", "background": "none",
          "border": "1px solid currentColor", "border-radius": "4px", "padding": "0.1rem 0.6rem",
          "cursor": "pointer",
        });
        button.type = "button";
        button.textContent = french ? "Fermer" : "Close";
        button.addEventListener("click", hide);
        box.append(button, title, text);
        document.body.append(box);
      };

      const listen = () => {
        if (document.hidden) {
          if (source) source.close();
          source = null;
        } else if (!source) {
          source = new EventSource("/_awsnotes/events");
          source.addEventListener("built", (event) => {
            if (event.data === edition) hide(); else reload();
          });
          source.addEventListener("failed", (event) => show(event.data));
        }
      };

      document.addEventListener("visibilitychange", listen);
      addEventListener("pagehide", () => { if (source) source.close(); source = null; });
      addEventListener("pageshow", listen);
      listen();
    })();

    """#
}
