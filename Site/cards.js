// What quiz and exam share: nodes, words, hints, and how a typed answer differs from the right one.
"use strict";
(() => {
  const site = (window.awsnotes ??= {});
  const root = document.documentElement.dataset.root;
  const space = "\u00a0";

  /** A text of the interface; in French with its spaces set. */
  const say = (french, english) =>
    site.say(french.replace(/ (?=[:;!?»])|(?<=«) /g, space), english);

  // MARK: Nodes

  /** An element; text never becomes markup. */
  const el = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child != null && child !== ""));
    return element;
  };

  /** A button, with the key that does the same. */
  const button = (label, key, action, style = "quiet") => {
    const element = el("button", { type: "button", class: style, "aria-keyshortcuts": key }, label);
    if (key) element.append(" ", el("kbd", { "aria-hidden": "true" }, key === " " ? "␣" : key));
    element.addEventListener("click", action);
    return element;
  };

  const plural = (count) => (count > 1 ? "s" : "");

  /** A link to the passage that a card was made from. */
  const sourceLink = (card) => {
    const [path, anchor = ""] = card.page.split("#");
    const address = path.split("/").map(encodeURIComponent).join("/");
    const href = `${root}${address}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;
    return el("p", { class: "quiz-source" }, el("a", { href }, card.place));
  };

  /** A question that tells a story is read as a text, not as a title. */
  const questionStyle = ({ front }) => (front.length > 140 ? { class: "long" } : {});

  /** An answer to choose, told by its number. */
  const choiceLabel = (choice, place, type) =>
    el("label", { class: "choice" },
      el("input", { type, name: "choice", value: String(place) }),
      el("kbd", { "aria-hidden": "true" }, String(place + 1)), el("span", {}, choice.text));

  // MARK: Words

  const ratings = [
    say("À revoir", "Again"), say("Difficile", "Hard"), say("Bien", "Good"), say("Facile", "Easy"),
  ];

  const tenths = (number) =>
    number % 10 === 0 ? `${number / 10}` : `${Math.floor(number / 10)}${say(",", ".")}${number % 10}`;

  /** A stretch of time as people say it: `10 min`, `4 j`, `2,5 mois`. */
  const interval = (seconds) => {
    const minutes = Math.floor((seconds + 30) / 60);
    if (minutes < 60) return `${Math.max(1, minutes)}${space}min`;
    if (seconds < 20 * 3600) return `${Math.floor((minutes + 30) / 60)}${space}h`;
    const days = Math.max(1, Math.floor((seconds + 43200) / 86400));
    if (days < 60) return `${days}${space}${say("j", "d")}`;
    if (days < 365) return `${tenths(Math.floor((days * 10) / 30))}${space}${say("mois", "mo")}`;
    return `${tenths(Math.floor((days * 10) / 365))}${space}${say(days < 730 ? "an" : "ans", "y")}`;
  };

  const remaining = ({ reviews, learning, fresh }) =>
    [
      reviews && say(`${reviews} à revoir`, `${reviews} to review`),
      learning && say(`${learning} en cours`, `${learning} learning`),
      fresh && say(`${fresh} nouvelle${plural(fresh)}`, `${fresh} new`),
    ].filter(Boolean).join(" · ");

  // MARK: Hints

  /** The first letters of an answer that can be typed, the rest as dots. */
  const letters = (card, count) => {
    const [answer] = card.accept;
    if (!answer || !["typed", "cloze"].includes(card.kind)) return "";
    return answer.split(" ").map((word) => {
      const characters = [...word];
      return characters.slice(0, count).join("") + "·".repeat(Math.max(0, characters.length - count));
    }).join("  ");
  };

  /** A passage in which the answers stand as blocks. */
  const masked = (card, passage) => {
    const parts = /[\p{L}\p{N}]+/gu;
    const hidden = new Set();
    for (const answer of card.accept) for (const [word] of answer.matchAll(parts)) hidden.add(word.toLowerCase());
    for (const [word] of card.back.matchAll(parts)) if ([...word].length > 2) hidden.add(word.toLowerCase());
    return passage.replace(parts, (word) => (hidden.has(word.toLowerCase()) ? "▒".repeat([...word].length) : word));
  };

  // MARK: Differences

  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  /** What was typed above what was expected, letter under letter; `null` where the two have too little in common. */
  const difference = (given, right, steps) => {
    const errors = steps.filter(([kind]) => kind !== 0).length;
    if (errors * 2 >= steps.length) return null;
    const [typed, expected] = [encoder.encode(given), encoder.encode(right)];
    const pair = (above, below, isError) => {
      const text = (bytes) => decoder.decode(bytes) || (isError ? "·" : "");
      return el("span", { class: isError ? "pair is-wrong" : "pair" }, el("span", {}, text(above)), el("span", {}, text(below)));
    };
    const row = el("p", { class: "quiz-difference", "aria-hidden": "true" });
    let [typedEnd, expectedEnd] = [0, 0];
    const between = (typedStart, expectedStart) => {
      if (typedStart > typedEnd || expectedStart > expectedEnd) {
        row.append(pair(typed.slice(typedEnd, typedStart), expected.slice(expectedEnd, expectedStart), false));
      }
    };
    for (const [kind, start, end, typedStart, typedStop] of steps) {
      between(typedStart, start);
      row.append(pair(typed.slice(typedStart, typedStop), expected.slice(start, end), kind !== 0));
      [typedEnd, expectedEnd] = [typedStop, end];
    }
    between(typed.length, expected.length);
    return row;
  };

  /** Fetches what quiz and exam need, and tells where that fails. */
  const begin = async (box) => {
    const wait = el("p", { class: "quiz-wait", role: "status" }, say("Les cartes arrivent…", "Cards are coming…"));
    box.replaceChildren(wait);
    try {
      const [deck, log, memory] = await Promise.all([site.openDeck(box.dataset.deck), site.openLog(), site.memory()]);
      memory.plan({ retention: deck.retention, parameters: deck.parameters });
      return { deck, log, memory };
    } catch (error) {
      wait.replaceChildren(
        say("Les cartes ne se chargent pas. Vérifiez la connexion, puis ", "Cards do not load. Check the connection, then "),
        button(say("réessayez", "try again"), null, () => location.reload(), "link"), ".");
      throw error;
    }
  };

  /** What is to be said where the browser keeps nothing. */
  const lossWarning = (log) =>
    log.isLasting ? null : el("p", { class: "quiz-warning", role: "alert" }, say(
      "Ce navigateur refuse d’enregistrer ici : vos réponses se perdront avec cette page. Exportez-les avant de la fermer.",
      "This browser refuses to keep anything here: your answers will be lost with this page. Export them before you close it."));

  site.cards = {
    el, button, questionStyle, choiceLabel, sourceLink, say, plural, space, ratings, interval, remaining, letters, masked, difference, begin,
    lossWarning,
  };
})();
