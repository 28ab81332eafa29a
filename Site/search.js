// The search dialog: opened by « / », Ctrl-K, the search field or ?q=; results as one types. Nothing is fetched before.
"use strict";
(() => {
  const site = (window.awsnotes ??= {});
  const names = document.querySelector("script[data-core]").dataset;
  const root = document.documentElement.dataset.root ?? "";
  const isEnglish = document.documentElement.lang.startsWith("en");
  const texts = isEnglish
    ? {
        title: "Search", label: "Search the notes", close: "Close", results: "Results",
        none: (query) => `No passage answers “${query}”.`,
        corrected: (typed) => `“${typed}” is in no note. Try: `,
        unmatched: {
          service: (value) => `No note is about the service “${value}”. `,
          note: (value) => `No note is called “${value}”. `,
          tag: (value) => `No note has the tag “${value}”. `,
          category: (value) => `No note is in the category “${value}”. `,
        },
        hint: "Try fewer words, or another spelling.",
        count: (total, notes) =>
          `${total} passage${total === 1 ? "" : "s"} in ${notes} note${notes === 1 ? "" : "s"}`,
        failed: "The search could not be loaded. Check the connection, then type again.",
        loading: "Loading the search…",
      }
    : {
        title: "Recherche", label: "Rechercher dans les notes", close: "Fermer", results: "Résultats",
        none: (query) => `Aucun résultat pour «\u00A0${query}\u00A0».`,
        corrected: (typed) => `«\u00A0${typed}\u00A0» n’est dans aucune note. Essayez\u00A0: `,
        unmatched: {
          service: (value) => `Aucune note ne parle du service «\u00A0${value}\u00A0». `,
          note: (value) => `Aucune note ne s’appelle «\u00A0${value}\u00A0». `,
          tag: (value) => `Aucune note ne porte l’étiquette «\u00A0${value}\u00A0». `,
          category: (value) => `Aucune note n’est dans la catégorie «\u00A0${value}\u00A0». `,
        },
        hint: "Essayez moins de mots, ou une autre graphie.",
        count: (total, notes) =>
          `${total} passage${total > 1 ? "s" : ""} dans ${notes} note${notes > 1 ? "s" : ""}`,
        failed: "La recherche n’a pas pu être chargée. Vérifiez la connexion, puis tapez à nouveau.",
        loading: "Chargement de la recherche…",
      };
  const limit = 10;

  /** An element with attributes and children; text is never markup. */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  // MARK: The dialog

  const input = make("input", {
    type: "search", id: "search-input", name: "q", role: "combobox", autocomplete: "off",
    autocapitalize: "off", spellcheck: "false", enterkeyhint: "go", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": "search-list",
  });
  const close = make("button", { type: "button", class: "search-close" }, texts.close);
  const head = make(
    "div", { class: "search-head" },
    make("label", { for: "search-input", class: "visually-hidden" }, texts.label), input, close);
  const list = make("div", {
    id: "search-list", class: "search-results", role: "listbox", "aria-label": texts.results,
  });
  const notice = make("p", { class: "search-notice" });
  const status = make("p", { class: "search-status", role: "status" });
  const dialog = make(
    "dialog", { class: "search-dialog", "aria-label": texts.title }, head, notice, list, status);
  document.body.append(dialog);

  let options = [];
  let active = -1;

  const activate = (place) => {
    options[active]?.setAttribute("aria-selected", "false");
    active = options.length ? (place + options.length) % options.length : -1;
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    options[active].setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };

  // MARK: Results

  /** A text with its spaces set, as French sets them. */
  const set = (text) => (isEnglish ? text : text.replace(/[ \u00A0](?=[:;!?»](?:[\s.,)»]|$))|(?<=«)[ \u00A0]/g, "\u202F"));

  /** A text that begins with a capital, unless it begins with a name that has one inside. */
  const sentence = (text) => (/^\S+\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1));

  const marked = (parts) =>
    parts.map((part, place) => (place % 2 ? make("mark", {}, part) : set(part)));

  /** The link to a section, which tells the target page what to mark. */
  const target = (place, query) => {
    const [path, anchor] = place.href.split("#");
    return `${path}?h=${encodeURIComponent(query)}${anchor === undefined ? "" : `#${anchor}`}`;
  };

  /** The names above a place and its own: its note's, its headings'; the same one is told once. */
  const path = (place) =>
    [place.title, ...place.headings].filter((name, number, all) => name && name !== all[number - 1]);

  const joined = (parts) => parts.flatMap((name, number) => (number ? [" › ", name] : [name]));

  const trail = (place) => make("span", { class: "search-trail" }, ...joined(path(place)));

  const heading = (place) => {
    const above = path(place);
    const own = make("strong", {}, above.pop() ?? "");
    return make("span", { class: "search-title" }, ...joined([...above, own]));
  };

  const option = (number, place, query, name, ...children) =>
    make(
      "a", {
        id: `search-option-${number}`, class: name, role: "option", "aria-selected": "false",
        tabindex: "-1", href: target(place, query),
      }, ...children);

  const answered = (answer, query) =>
    option(
      0, answer, query, "search-answer",
      make("span", { class: "search-names" }, make("strong", {}, answer.names[0]),
        ...answer.names.slice(1, 4).map((name) => ` · ${name}`)),
      make("span", { class: "search-definition" }, set(sentence(answer.definition))), trail(answer));

  const found = (hit, number, query) => {
    const { parts, before, after } = hit.snippet;
    return option(
      number, hit, query, "search-hit",
      heading(hit),
      make("span", { class: "search-snippet" }, before ? "… " : "", ...marked(parts), after ? " …" : ""));
  };

  const correction = ({ typed, candidates }) => {
    const buttons = candidates.map((candidate) => {
      const button = make("button", { type: "button", class: "search-candidate" }, candidate);
      button.addEventListener("click", () => {
        input.value = input.value.toLowerCase().replace(typed, candidate);
        input.focus();
        ask();
      });
      return button;
    });
    return [texts.corrected(typed), ...buttons.flatMap((button, place) => (place ? [", ", button] : [button])), " "];
  };

  const show = (results, query) => {
    const entries = results.answer ? [answered(results.answer, query)] : [];
    for (const hit of results.hits) entries.push(found(hit, entries.length, query));
    options = entries;
    list.replaceChildren(...entries);
    const unmatched = results.unmatched.map(({ label, value }) => texts.unmatched[label](value));
    notice.replaceChildren(...unmatched, ...results.corrections.flatMap(correction));
    const isNone = entries.length === 0;
    if (isNone) notice.append(texts.none(query), " ", texts.hint);
    notice.hidden = !notice.hasChildNodes();
    status.textContent = isNone ? "" : texts.count(results.total, results.notes);
    input.setAttribute("aria-expanded", String(!isNone));
    activate(isNone ? -1 : 0);
  };

  const clear = () => {
    options = [];
    active = -1;
    list.replaceChildren();
    notice.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  // MARK: Asking

  let asked = new AbortController();
  let loading;

  const core = () =>
    (loading ??= new Promise((resolve, reject) => {
      if (site.search) return resolve();
      const script = make("script", { src: root + names.core });
      script.onload = resolve;
      script.onerror = () => ((loading = undefined), reject(new Error(names.core)));
      document.head.append(script);
    }));

  /** Keeps the query in the address, without a step in the history. */
  const keep = (query) => {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  };

  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const query = input.value.trim();
    keep(query);
    if (!query) return clear();
    try {
      if (!site.search) status.textContent = texts.loading;
      await core();
      const results = await site.search(query, limit, signal);
      if (!signal.aborted) show(results, query);
    } catch (error) {
      if (signal.aborted) return;
      clear();
      status.textContent = texts.failed;
      console.error(error);
    }
  };

  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 90);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      activate(active + step);
    } else if (event.key === "Enter" && options[active]) {
      event.preventDefault();
      options[active].click();
    } else if (event.key === "Escape") {
      // The first press would only empty the field.
      event.preventDefault();
      // What is typed next is meant for the page, which gets the focus back a little later.
      input.blur();
      dialog.close();
    }
  });

  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    asked.abort();
    clearTimeout(timer);
    keep("");
  });

  // MARK: Opening

  /** Fetches what the first query will need. */
  site.prepareSearch = () => core().then(() => site.loadSearch()).catch(() => {});

  /** Opens the dialog. A query that is given goes on being typed; what was asked before is selected. */
  site.openSearch = (query) => {
    if (query !== undefined) input.value = query;
    if (!dialog.open) dialog.showModal();
    input.focus();
    if (query === undefined) input.select();
    else input.setSelectionRange(query.length, query.length);
    if (input.value.trim()) ask();
    else site.prepareSearch();
  };
})();
