// What every page does once it is there: the outline follows the reader, code can be copied, definitions open
// beside their terms, links work on a disk, and search is fetched when somebody reaches for it.
"use strict";
(() => {
  const root = document.documentElement;
  const french = root.lang !== "en";
  const say = (fr, en) => (french ? fr : en);
  const script = document.currentScript;
  const base = new URL(root.dataset.root, document.baseURI).href;
  const files = {};
  for (const [name, path] of Object.entries(script.dataset)) files[name] = new URL(path, base).href;

  /** What the scripts of the site share. */
  const awsnotes = (window.awsnotes = window.awsnotes || {});
  Object.assign(awsnotes, { say, base, files });

  const loading = {};
  /** Loads a script of the site once. */
  awsnotes.load = (name) =>
    (loading[name] ??= new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = files[name] ?? name;
      element.onload = resolve;
      element.onerror = () => {
        delete loading[name];
        reject(new Error(element.src));
      };
      document.head.append(element);
    }));

  // On a disk, a folder does not show its page by itself.
  if (location.protocol === "file:") {
    const mend = (link) => {
      // Links of a map have an object where others have an address.
      const url = new URL(link.getAttribute("href"), document.baseURI);
      if (url.protocol === "file:" && url.pathname.endsWith("/")) {
        url.pathname += "index.html";
        link.setAttribute("href", url.href);
      }
    };
    document.querySelectorAll("a[href]").forEach(mend);
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link) mend(link);
    }, true);
    for (const form of document.forms) if (form.action.endsWith("/")) form.action += "index.html";
  }

  // A page on a disk may not ask for the manifest.
  if (location.protocol !== "file:") {
    const manifest = document.createElement("link");
    manifest.rel = "manifest";
    manifest.href = new URL("manifest.webmanifest", base).href;
    document.head.append(manifest);
  }

  // Light, dark, or as the system says.
  const schemes = ["auto", "light", "dark"];
  const read = () => { try { return localStorage.getItem("awsnotes-scheme"); } catch { return null; } };
  const setScheme = (scheme) => {
    if (scheme === "auto") delete root.dataset.scheme; else root.dataset.scheme = scheme;
    try { localStorage.setItem("awsnotes-scheme", scheme); } catch { /* a reader who keeps nothing */ }
  };
  let scheme = schemes.includes(read()) ? read() : "auto";
  if (scheme !== "auto") root.dataset.scheme = scheme;
  const top = document.querySelector(".top");
  if (top) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "scheme";
    const show = () => {
      const names = { auto: say("auto", "auto"), light: say("clair", "light"), dark: say("sombre", "dark") };
      button.textContent = { auto: "◐", light: "○", dark: "●" }[scheme];
      button.setAttribute("aria-label", say("Couleurs : ", "Colours: ") + names[scheme]);
      button.title = button.getAttribute("aria-label");
    };
    button.addEventListener("click", () => {
      scheme = schemes[(schemes.indexOf(scheme) + 1) % schemes.length];
      setScheme(scheme);
      show();
    });
    show();
    top.append(button);
  }

  // Code that can be copied.
  if (navigator.clipboard) {
    for (const block of document.querySelectorAll("pre:not(.drawing)")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = say("Copier", "Copy");
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(block.querySelector("code").textContent);
          button.textContent = say("Copié", "Copied");
        } catch {
          button.textContent = say("Refusé", "Refused");
        }
        setTimeout(() => { button.textContent = say("Copier", "Copy"); }, 1600);
      });
      block.append(button);
    }
  }

  // The outline shows what is being read.
  const outline = document.querySelector(".outline");
  if (outline && "IntersectionObserver" in window) {
    const links = new Map();
    for (const link of outline.querySelectorAll("a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    const headings = [...links.keys()];
    const mark = () => {
      let current = headings[0];
      for (const heading of headings) if (heading.getBoundingClientRect().top < innerHeight / 3) current = heading;
      for (const [heading, link] of links) {
        link.classList.toggle("seen", heading === current);
        if (heading === current) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
      }
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] });
    headings.forEach((heading) => observer.observe(heading));
    mark();
  }

  // Definitions stand beside their terms.
  for (const term of document.querySelectorAll(".term")) {
    const box = document.getElementById(term.getAttribute("popovertarget"));
    if (!box || !box.showPopover) continue;
    let timer;
    const place = () => {
      if (innerWidth <= 640) return;
      const near = term.getBoundingClientRect();
      const left = Math.max(16, Math.min(near.left, innerWidth - box.offsetWidth - 16));
      const below = near.bottom + 8;
      const top = below + box.offsetHeight < innerHeight ? below : near.top - box.offsetHeight - 8;
      box.style.setProperty("left", left + "px");
      box.style.setProperty("top", Math.max(8, top) + "px");
      box.style.setProperty("bottom", "auto");
    };
    const enter = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!box.matches(":popover-open")) box.showPopover({ source: term });
        place();
      }, 250);
    };
    const leave = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { if (box.matches(":popover-open") && !box.contains(document.activeElement)) box.hidePopover(); }, 300);
    };
    if (matchMedia("(hover: hover)").matches) {
      term.addEventListener("pointerenter", enter);
      term.addEventListener("pointerleave", leave);
      box.addEventListener("pointerenter", () => clearTimeout(timer));
      box.addEventListener("pointerleave", leave);
    }
    term.addEventListener("click", () => requestAnimationFrame(place));
  }

  // Search is fetched when somebody reaches for it. A field that only has the focus opens nothing: who goes on with
  // Tab is to go on.
  const openSearch = async (text) => {
    try {
      await awsnotes.load("search");
      awsnotes.openSearch(typeof text === "function" ? text() : text);
    } catch {
      // Without it, the form leads to the page of search.
    }
  };
  for (const field of document.querySelectorAll(".search input")) {
    // What was typed into the field goes on in the dialog.
    const taken = () => {
      const text = field.value;
      field.value = "";
      return text || undefined;
    };
    // Of letters that were typed while the search was on its way, the first one takes all.
    const goOn = () => awsnotes.load("search").then(() => { if (field.value) awsnotes.openSearch(taken()); }).catch(() => {});
    field.addEventListener("focus", () => awsnotes.load("search").then(() => awsnotes.prepareSearch()).catch(() => {}));
    field.addEventListener("click", () => openSearch(taken));
    field.addEventListener("input", (event) => { if (!event.isComposing) goOn(); });
    field.addEventListener("compositionend", goOn);
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const chord = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!slash && !chord) return;
    event.preventDefault();
    openSearch();
  });
  const address = new URLSearchParams(location.search);
  const missed = document.getElementById("not-found");
  if (address.get("q")) openSearch(address.get("q"));
  else if (document.getElementById("search-page")) openSearch();
  else if (missed) {
    // What was asked for is in the address that led nowhere.
    let path = location.pathname;
    try { path = decodeURIComponent(path); } catch { /* no text at all */ }
    const words = path.split("/").filter(Boolean).pop()?.replace(/\.[a-z]+$/, "").replace(/[-_+]+/g, " ");
    if (words && words !== "404") {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = say("Chercher « ", "Search for “") + words + say(" »", "”");
      button.addEventListener("click", () => openSearch(words));
      missed.append(button);
    }
  }
  if (address.get("h")) awsnotes.load("hits").then(() => awsnotes.markHits()).catch(() => {});

  // What is kept for reading without a network, where the site offers that, or did.
  if (location.protocol !== "file:" && (files.worker || navigator.serviceWorker?.controller)) {
    const begin = () => awsnotes.load("offline").catch(() => {});
    if (document.readyState === "complete") begin(); else addEventListener("load", begin);
  }

  // The quiz and the mock exam, where there is one.
  for (const name of ["quiz", "exam"]) {
    const box = document.getElementById(name);
    if (!box) continue;
    Promise.all(["core", "log", "session", "cards"].map(awsnotes.load)).then(() => awsnotes.load(name)).catch(() => {
      box.textContent = say("Les cartes ne se chargent pas. Rechargez la page.", "Cards do not load. Reload the page.");
    });
  }

  // What is due today, as the quiz left it.
  const due = document.getElementById("due");
  let forecast = null;
  try { forecast = due && JSON.parse(localStorage.getItem(`awsnotes-due ${new URL(base).pathname}`)); } catch { /* nothing is kept */ }
  if (forecast) {
    const now = new Date();
    const today = Math.floor((now / 1000 - 60 * now.getTimezoneOffset() - 14400) / 86400);
    let count = 0;
    for (const [day, cards] of Object.entries(forecast.days)) if (Number(day) <= today) count += cards;
    const fresh = forecast.day === today ? forecast.fresh : forecast.perDay;
    const s = (number) => (number > 1 ? "s" : "");
    const news = fresh ? say(`, ${fresh} nouvelle${s(fresh)}`, `, ${fresh} new`) : "";
    due.textContent = (count
      ? say(`${count} carte${s(count)} à revoir aujourd’hui`, `${count} card${s(count)} to review today`)
      : say("Rien à revoir aujourd’hui", "Nothing to review today")) + `${news}.`;
  }
})();
