// The quiz in the page: the cards, the scheduler and the grader of the terminal, the answers kept in this browser.
"use strict";
(() => {
  const site = window.awsnotes;
  const {
    el, button, questionStyle, choiceLabel, sourceLink, say, plural, space, ratings, interval, remaining, letters, masked, difference, begin,
    lossWarning,
  } = site.cards;
  const box = document.getElementById("quiz");
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  const options = new URLSearchParams(location.search);
  const asked = {
    note: options.get("note"), service: options.get("service"),
    category: options.get("categorie") ?? options.get("category"), kind: options.get("genre"),
  };
  let [deck, log, memory, records, session, flags, day, began] = [];
  let mode = {};
  /** The card that is asked, and how far it is. */
  let run;
  let againCount = 0;
  const given = [];

  const now = () => Date.now();
  const seconds = () => Math.floor(now() / 1000);

  const beginSession = () => {
    records = site.recordsOf(log.history(), memory);
    flags = log.flags();
    day = memory.day(seconds());
    const places = site.filtered(deck, asked);
    session = site.beginSession({ deck, places, records, memory, now: seconds(), ...mode });
    session.size = places.length;
    began = now();
    againCount = 0;
    given.length = 0;
  };

  const keepForecast = () => {
    records = site.recordsOf(log.history(), memory);
    site.keepForecast({ deck, records, memory, now: seconds() });
  };

  /** How the card is asked: a question whose choices cannot be made, by showing its answer. */
  const kindOf = (card) => {
    if (card.kind === "choice") return card.choices.length ? "choice" : "basic";
    if (card.kind === "cloze" || card.kind === "typed") return card.accept.length ? "typed" : "basic";
    return card.kind === "list" && !card.accept.length ? "basic" : card.kind;
  };

  /** Shows the card that is to come. */
  const next = async () => {
    if (log.isStale || memory.day(seconds()) !== day) {
      await log.refresh();
      beginSession();
    }
    if (session.current === null) return finish();
    const place = session.current;
    let card;
    try {
      card = await deck.card(place);
    } catch {
      notice(say("Cette carte ne se charge pas. Vérifiez la connexion, puis rechargez la page.", "This card does not load. Check the connection, then reload the page."));
      return;
    }
    run = { place, card, kind: kindOf(card), hints: 0, outcome: null, shownAt: now() };
    showCard();
    for (const other of session.next) deck.card(other).catch(() => {});
    if (run.kind === "typed" || run.kind === "list") deck.allNames().catch(() => {});
  };

  // MARK: Answering

  const reveal = () => settle({ kind: "revealed" });

  const settle = (outcome) => {
    if (run.outcome) return;
    run.outcome = outcome;
    showAnswer();
  };

  const answerTyped = async (text) => {
    if (!text.trim()) return reveal();
    const { card, kind } = run;
    const names = await deck.allNames().catch(() => []);
    if (kind === "list") {
      const result = memory.gradeList(text, card.accept.map((item) => [item]), names);
      return settle({ kind: "list", text, result, rating: result.rating, isRight: result.rating === 3 });
    }
    const result = memory.grade(text, card.accept, names);
    const isRight = result.verdict !== "wrong";
    return settle({ kind: "typed", text, result, rating: isRight ? 3 : 1, isRight });
  };

  const answerChosen = (chosen) => {
    if (chosen.size === 0) return reveal();
    const isRight = run.card.choices.every((choice, place) => choice.isRight === chosen.has(place));
    return settle({ kind: "chosen", chosen, rating: isRight ? 3 : 1, isRight });
  };

  const overrule = () => {
    const outcome = run?.outcome;
    if (!outcome || outcome.kind === "revealed" || outcome.isRight) return;
    Object.assign(outcome, { isRight: true, isCounted: true, rating: 3 });
    showAnswer();
  };

  const possible = () => {
    const { kind, isRight } = run.outcome;
    return kind === "chosen" ? (isRight ? [1, 2, 3] : [1]) : [1, 2, 3, 4];
  };

  let isBusy = false;
  /** Does one thing at a time: a card is not rated twice by two quick keys. */
  const alone = async (work) => {
    if (isBusy) return;
    isBusy = true;
    try {
      await work();
    } catch (error) {
      notice(say(`Cette réponse n’a pas pu être enregistrée (${error?.name ?? ""}). Elle ne compte pas.`, `This answer could not be kept (${error?.name ?? ""}). It does not count.`));
    } finally {
      isBusy = false;
    }
  };

  const rate = (rating) => alone(async () => {
    if (!run?.outcome || !possible().includes(rating)) return;
    const row = session.answer(rating, now(), Math.min(600000, Math.max(0, now() - run.shownAt)));
    if (row) {
      try {
        session.kept(await log.add(row));
      } catch (error) {
        session.undo(now());
        throw error;
      }
      if (log.count === 1) navigator.storage?.persist?.();
    }
    given.push(rating);
    if (rating === 1) againCount += 1;
    await next();
  });

  const undo = () => alone(async () => {
    if (!session?.canUndo) return notice(say("Rien à annuler.", "Nothing to undo."));
    const row = session.undo(now());
    if (row) await log.add(row);
    if (given.pop() === 1) againCount -= 1;
    await next();
    notice(say("Réponse annulée.", "Answer undone."));
  });

  const flag = () => alone(async () => {
    if (!run) return;
    const { card } = run;
    const isSet = !flags.has(card.id);
    await log.add({ kind: isSet ? "flag" : "unflag", card: card.id, time: now(), path: card.note, line: card.line });
    if (isSet) flags.add(card.id); else flags.delete(card.id);
    showFlag();
    notice(isSet
      ? say("Carte signalée : l’export la transmet à « awsnotes check --cards ».", "Card flagged: the export tells “awsnotes check --cards” of it.")
      : say("Signalement retiré.", "No longer flagged."));
  });

  const hint = () => {
    if (!run || run.outcome) return;
    run.hints += 1;
    showHint();
  };

  // MARK: Showing

  const bar = el("progress", { class: "quiz-progress", max: "1", value: "0", "aria-label": say("Avancement", "Progress") });
  const count = el("p", { class: "quiz-count" });
  const filterLine = el("p", { class: "quiz-filter" });
  const face = el("div", { class: "quiz-face" });
  const verdict = el("p", { class: "quiz-verdict", role: "status" });
  const back = el("div", { class: "quiz-back", tabindex: "-1" });
  const rates = el("div", { class: "quiz-rates", role: "group", "aria-label": say("Votre note", "Your rating") });
  const article = el("article", { class: "quiz-card", "aria-labelledby": "question" }, face, verdict, back, rates);
  const tools = el("div", { class: "quiz-tools" });
  const note = el("p", { class: "quiz-notice", role: "status" });

  const notice = (text) => { note.textContent = text; };

  const showBar = () => {
    const { left, answered } = session;
    const all = answered + left.fresh + left.learning + left.reviews;
    bar.max = Math.max(1, all);
    bar.value = answered;
    const rest = remaining(left);
    count.replaceChildren(
      el("span", { class: "quiz-done" }, `${answered}${space}/${space}${all}`), rest ? ` · ${rest}` : "");
  };

  const showFlag = () => {
    article.classList.toggle("flagged", flags.has(run.card.id));
    showTools();
  };

  const showTools = () => {
    const items = [];
    const { outcome, card } = run;
    if (!outcome) items.push(button(say("Indice", "Hint"), "h", hint));
    if (outcome && outcome.kind !== "revealed" && !outcome.isRight) {
      items.push(button(say("C’était juste", "It was right"), "o", overrule));
    }
    if (session.canUndo) items.push(button(say("Annuler", "Undo"), "u", undo));
    items.push(button(flags.has(card.id) ? say("Ne plus signaler", "Unflag") : say("Signaler", "Flag"), "f", flag));
    items.push(button(say("Touches", "Keys"), "?", () => help.showModal()));
    const focused = document.activeElement?.closest?.(".quiz-tools button")?.getAttribute("aria-keyshortcuts");
    tools.replaceChildren(...items);
    if (focused) items.find((item) => item.getAttribute("aria-keyshortcuts") === focused)?.focus();
  };

  const showCard = () => {
    const { card, kind, place } = run;
    const category = deck.categories[deck.noteOf(place)?.[3]];
    article.className = `quiz-card ${category ? `tint-${category[1]}` : ""}`;
    const question = el("h2", { id: "question", tabindex: "-1", ...questionStyle(card) }, card.front);
    const answers = { basic: basicForm, typed: typedForm, list: listForm, choice: choiceForm }[kind]();
    face.replaceChildren(
      ...(category ? [el("p", { class: "quiz-kicker" }, category[0])] : []), question, answers,
      el("p", { class: "quiz-hint", "aria-live": "polite" }));
    verdict.replaceChildren();
    verdict.className = "quiz-verdict";
    back.replaceChildren();
    rates.replaceChildren();
    back.hidden = rates.hidden = true;
    article.classList.add("fresh");
    notice("");
    showBar();
    showFlag();
    box.replaceChildren(...stage());
    const field = face.querySelector("input[type=text], textarea");
    (field && !matchMedia("(pointer: coarse)").matches ? field : question).focus({ preventScroll: true });
  };

  const stage = () => [
    el("div", { class: "quiz-bar" }, bar, count), filterLine, ...[lossWarning(log)].filter(Boolean), article, tools, note, ...more,
  ];

  const basicForm = () =>
    el("p", { class: "quiz-do" }, button(say("Montrer la réponse", "Show the answer"), "␣", reveal, "primary"));

  const typed = (field, label, hintText) => {
    const form = el("form", { class: "quiz-typed" },
      el("label", { for: "answer", id: "answer-label" }, label), field,
      el("div", { class: "quiz-do" },
        el("button", { type: "submit", class: "primary" }, say("Valider", "Check"), " ", el("kbd", { "aria-hidden": "true" }, "⏎")),
        button(say("Montrer la réponse", "Show the answer"), "Esc", reveal)),
      hintText ? el("p", { class: "quiz-small" }, hintText) : "");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answerTyped(field.value);
    });
    return form;
  };

  const fieldAttributes = {
    id: "answer", autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false",
    "aria-labelledby": "question answer-label",
  };

  const typedForm = () =>
    typed(el("input", { type: "text", enterkeyhint: "done", ...fieldAttributes }), say("Votre réponse", "Your answer"));

  const listForm = () =>
    typed(
      el("input", { type: "text", enterkeyhint: "done", ...fieldAttributes }), say("Vos réponses", "Your answers"),
      say("Dans l’ordre que vous voulez, entre virgules.", "In any order, between commas."));

  const choiceForm = () => {
    const { choices } = run.card;
    const wanted = choices.filter((choice) => choice.isRight).length;
    const type = wanted > 1 ? "checkbox" : "radio";
    const form = el("form", { class: "quiz-choices" },
      el("fieldset", {},
        el("legend", { class: wanted > 1 ? "quiz-small" : "unseen" }, wanted > 1
          ? say(`${wanted} réponses sont justes.`, `${wanted} answers are right.`) : say("Réponses", "Answers")),
        ...choices.map((choice, place) => choiceLabel(choice, place, type))),
      el("div", { class: "quiz-do" },
        el("button", { type: "submit", class: "primary" }, say("Valider", "Check"), " ", el("kbd", { "aria-hidden": "true" }, "⏎"))));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answerChosen(new Set([...form.elements.choice].filter((input) => input.checked).map((input) => Number(input.value))));
    });
    return form;
  };

  const showHint = () => {
    const { card, hints } = run;
    const lines = [];
    const first = letters(card, hints);
    if (first) lines.push(el("span", { class: "quiz-letters" }, first));
    if (!first || hints > 2) {
      lines.push(el("span", { class: "quiz-passage" }, masked(card, [...card.before, ...card.passage].join("\n"))
        || say("La note n’en dit pas plus.", "The note does not say more.")));
    }
    face.querySelector(".quiz-hint").replaceChildren(...lines);
  };

  // MARK: The answer

  const verdictText = (outcome) => {
    const { kind, isCounted, isRight, result } = outcome;
    if (kind === "revealed") return "";
    if (isCounted) return say("✓ compté comme juste", "✓ counted as right");
    if (kind === "list") {
      const all = result.items.length;
      return `${isRight ? "✓" : "✗"} ${say(`${result.right} sur ${all}`, `${result.right} of ${all}`)}`;
    }
    if (isRight && result?.verdict === "typo") {
      const errors = result.steps.filter(([step]) => step !== 0).length;
      return errors === 1
        ? say(`✓ une lettre : accepté`, "✓ one letter: accepted")
        : say(`✓ ${errors} lettres : accepté`, `✓ ${errors} letters: accepted`);
    }
    return isRight ? say("✓ juste", "✓ right") : say("✗ ce n’est pas cela", "✗ no");
  };

  const compared = ({ kind, text, result }) => {
    if (kind === "list") {
      const missing = say("manque", "missing");
      return [
        el("ul", { class: "quiz-list" }, ...run.card.accept.map((item, place) =>
          el("li", { class: result.items[place] ? "is-right" : "is-wrong" }, `${result.items[place] ? "✓" : "–"} ${item}`,
            result.items[place] ? "" : el("span", { class: "quiz-small" }, ` (${missing})`)))),
        ...superfluous(text, result.superfluous),
      ];
    }
    if (kind !== "typed" || text.trim() === run.card.back) return [];
    const own = say(`Vous avez écrit : ${text}`, `You wrote: ${text}`);
    const right = run.card.accept[result.accepted];
    const row = result.steps && right !== undefined ? difference(text, right, result.steps) : null;
    if (!row) return [el("p", { class: "quiz-own" }, own)];
    return [el("p", { class: "unseen" }, `${own}. ${say(`Attendu : `, "Expected: ")}${right}.`), row];
  };

  const superfluous = (text, ends) => {
    const bytes = encoder.encode(text);
    const pieces = [];
    for (let place = 0; place < ends.length; place += 2) pieces.push(decoder.decode(bytes.slice(ends[place], ends[place + 1])).trim());
    return pieces.length ? [el("p", { class: "quiz-own" }, say(`De trop : `, "Too many: "), pieces.join(", "))] : [];
  };

  const showAnswer = () => {
    const { card, kind, outcome } = run;
    verdict.textContent = verdictText(outcome);
    verdict.classList.toggle("is-right", Boolean(outcome.isRight));
    verdict.classList.toggle("is-wrong", outcome.kind !== "revealed" && !outcome.isRight);
    face.querySelector(".quiz-hint").replaceChildren();
    if (kind === "choice") showChosen(card, outcome.chosen ?? new Set());
    else face.querySelector("form, .quiz-do")?.remove();
    const answers = kind === "choice" || outcome.kind === "list" ? []
      : [el("p", { class: "quiz-answer" }, ...card.back.split("\n").flatMap((line, place) => (place ? [el("br"), line] : [line])))];
    back.replaceChildren(...compared(outcome), ...answers, sourceLink(card));
    back.setAttribute("aria-label", say("Réponse", "Answer"));
    back.setAttribute("role", "group");
    rates.replaceChildren(...rateButtons());
    back.hidden = rates.hidden = false;
    article.classList.remove("fresh");
    article.classList.add("turned");
    showTools();
    back.focus({ preventScroll: true });
    const bottom = rates.getBoundingClientRect().bottom;
    if (bottom > innerHeight) rates.scrollIntoView({ block: "end" });
  };

  const showChosen = (card, chosen) => {
    face.querySelector("form .quiz-do")?.remove();
    for (const [place, label] of [...face.querySelectorAll(".choice")].entries()) {
      const { isRight, why } = card.choices[place];
      const isChosen = chosen.has(place);
      const input = label.querySelector("input");
      input.disabled = true;
      input.checked = isChosen;
      label.classList.add(isRight ? "is-right" : isChosen ? "is-wrong" : "is-other");
      const sign = isRight ? "✓" : isChosen ? "✗" : "";
      label.querySelector("kbd").replaceWith(el("span", { class: "sign", "aria-hidden": "true" }, sign));
      const text = label.querySelector("span:last-child");
      const spoken = [
        isRight ? say("juste", "right") : isChosen ? say("faux", "wrong") : "", isChosen ? say("votre réponse", "your answer") : "",
      ].filter(Boolean).join(", ");
      if (spoken) text.append(el("span", { class: "unseen" }, ` (${spoken})`));
      if (why && (isRight || isChosen)) text.append(el("span", { class: "why" }, why));
    }
  };

  const rateButtons = () => {
    const { outcome } = run;
    const time = seconds();
    const outcomes = session.outcomes(time);
    const suggested = outcome.rating ?? 3;
    return possible().map((rating) => {
      const wait = outcomes ? interval(Math.max(0, outcomes[rating - 1].due - time)) : null;
      const item = el("button",
        { type: "button", class: rating === suggested ? "primary" : "plain", "aria-keyshortcuts": String(rating) },
        el("span", { class: "rate-name" }, el("kbd", { "aria-hidden": "true" }, String(rating)), ` ${ratings[rating - 1]}`),
        wait ? el("span", { class: "rate-wait" }, el("span", { class: "unseen" }, say(", revient dans ", ", comes back in ")), wait) : "");
      item.addEventListener("click", () => rate(rating));
      return item;
    });
  };

  // MARK: The end

  const finish = () => {
    run = null;
    keepForecast();
    showBar();
    const { answered, nextDue, leeches } = session;
    const minutes = interval(Math.max(60, (now() - began) / 1000));
    const title = answered
      ? say(`${answered} réponse${plural(answered)} en ${minutes}, dont ${againCount} à revoir.`, `${answered} answer${plural(answered)} in ${minutes}, ${againCount} of them to see again.`)
      : say("Rien à demander pour l’instant.", "Nothing to ask for now.");
    const heading = el("h2", { id: "question", tabindex: "-1" }, title);
    const parts = [heading];
    if (!session.size) {
      parts.push(el("p", {}, deck.cards.length
        ? say(`Aucune des ${deck.cards.length} cartes n’est de celles que vous demandez.`, `None of the ${deck.cards.length} cards is one of those you ask for.`)
        : say("Ces notes ne donnent encore aucune carte.", "These notes make no card yet.")));
    }
    if (answered) parts.push(tally());
    if (nextDue !== null) {
      const wait = interval(Math.max(60, nextDue - seconds()));
      parts.push(el("p", {}, say(`La prochaine carte revient dans ${wait}.`, `The next card comes back in ${wait}.`)));
    } else if (session.size && !mode.isCram) {
      parts.push(el("p", {}, say("Revenez demain : ce qui est à revoir vous attendra ici.", "Come back tomorrow: what is due will wait here.")));
    }
    if (leeches.length) parts.push(leechList(leeches));
    parts.push(el("div", { class: "quiz-do" },
      ...(session.canUndo ? [button(say("Annuler la dernière", "Undo the last"), "u", undo, "plain")] : []),
      ...(session.size ? [
        button(say("Réviser en avance", "Review ahead"), null, () => again({ isAhead: true }), "plain"),
        button(say("Tout revoir, sans rien reprogrammer", "See everything, rescheduling nothing"), null, () => again({ isCram: true }), "plain"),
      ] : [el("a", { href: "./", class: "button" }, say("Toutes les cartes", "All cards"))])));
    const end = el("section", { class: "quiz-card quiz-end", "aria-labelledby": "question" }, ...parts);
    box.replaceChildren(el("div", { class: "quiz-bar" }, bar, count), filterLine, ...[lossWarning(log)].filter(Boolean), end, note, ...more);
    heading.focus({ preventScroll: true });
  };

  /** How often each rating was given. */
  const tally = () =>
    el("ul", { class: "quiz-tally" }, ...ratings.map((name, place) => {
      const times = given.filter((rating) => rating === place + 1).length;
      return times ? el("li", {}, el("strong", {}, String(times)), ` ${name.toLowerCase()}`) : null;
    }));

  const leechList = (leeches) => {
    const one = leeches.length === 1;
    const list = el("ul", { class: "quiz-leeches" });
    Promise.all(leeches.slice(0, 5).map(deck.card)).then((cards) => {
      for (const card of cards) list.append(el("li", {}, card.front, sourceLink(card)));
    }).catch(() => {});
    return el("div", {},
      el("p", {}, say(
        `${leeches.length} carte${one ? "" : "s"} mise${one ? "" : "s"} de côté : oubliée${one ? "" : "s"} trop souvent. Réécrivez le passage, ou apprenez-le autrement.`,
        `${leeches.length} card${one ? "" : "s"} set aside: forgotten too often. Rewrite the passage, or learn it another way.`)), list);
  };

  const again = (wish) => {
    mode = wish;
    beginSession();
    return next();
  };

  // MARK: Which cards, and what is kept

  const select = (name, label, items, value) => {
    const list = el("select", { name, id: `filter-${name}` }, el("option", { value: "" }, say("toutes", "all")));
    for (const [key, text] of items) list.append(el("option", { value: key, selected: key === value }, text));
    return el("div", {}, el("label", { for: `filter-${name}` }, label), list);
  };

  const fold = (text) => text?.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const kinds = [
    ["b", say("à retrouver", "to recall")], ["t", say("à écrire", "to type")], ["c", say("à choix", "multiple choice")],
    ["l", say("listes", "lists")], ["z", say("à trous", "with gaps")],
  ];

  const filterForm = () => {
    const { categories, services, notes } = deck;
    const category = categories.find(([name]) => fold(name) === fold(asked.category))?.[0];
    const service = services.find(([name, word]) => word === asked.service || fold(name) === fold(asked.service))?.[1];
    const form = el("form", { class: "quiz-filters" },
      categories.length ? select("categorie", say("Catégorie", "Category"), categories.map(([name]) => [name, name]), category) : "",
      services.length ? select("service", "Service", services.map(([name, word]) => [word, name]), service) : "",
      select("note", "Note", notes.map(([path, title]) => [path, title]), asked.note),
      select("genre", say("Forme", "Kind"), kinds.filter(([key]) => deck.kinds.includes(key)), asked.kind),
      el("div", { class: "quiz-do" }, el("button", { type: "submit", class: "plain" }, say("Appliquer", "Apply"))));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      location.search = query;
    });
    return form;
  };

  const showFilter = () => {
    const names = [
      asked.category, deck.services.find(([, word]) => word === asked.service)?.[0] ?? asked.service,
      deck.notes.find(([path]) => path === asked.note)?.[1] ?? asked.note,
      kinds.find(([key]) => key === asked.kind)?.[1],
    ].filter(Boolean);
    filterLine.hidden = !names.length;
    filterLine.replaceChildren(
      [say(`${session.size} carte${plural(session.size)}`, `${session.size} card${plural(session.size)}`), ...names, ""].join(" · "),
      el("a", { href: location.protocol === "file:" ? "index.html" : "./" }, say("tout réviser", "review all")));
  };

  const exchange = () => {
    const told = el("p", { class: "quiz-notice", role: "status" });
    const file = el("input", { type: "file", accept: ".json,application/json", id: "import", class: "unseen" });
    file.addEventListener("change", async () => {
      const [chosen] = file.files;
      if (!chosen) return;
      try {
        const events = site.readLog(await chosen.text());
        const added = await log.merge(events);
        told.textContent = say(
          `${added} événement${plural(added)} ajouté${plural(added)}, ${events.length - added} déjà connu${plural(events.length - added)}.`,
          `${added} event${plural(added)} added, ${events.length - added} known already.`);
        if (added) {
          beginSession();
          keepForecast();
          await next();
          told.closest("details").open = true;
        }
      } catch (error) {
        told.textContent = `${chosen.name} : ${error.message}`;
      }
      file.value = "";
    });
    const save = () => {
      const url = URL.createObjectURL(new Blob([log.text(deck.title)], { type: "application/json" }));
      const link = el("a", { href: url, download: `awsnotes-${new Date().toISOString().slice(0, 10)}.json` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10000);
      told.textContent = say("Historique exporté.", "History exported.");
    };
    return [
      el("p", {}, say(
        "Vos réponses restent dans ce navigateur. Le fichier exporté se reprend ailleurs : sur un autre appareil, ici même, ou dans le terminal par ",
        "Your answers stay in this browser. The exported file can be taken up elsewhere: on another device, right here, or in the terminal by "),
        el("code", {}, "awsnotes import json"), "."),
      el("div", { class: "quiz-do" },
        button(say("Exporter", "Export"), null, save, "plain"),
        button(say("Importer", "Import"), null, () => file.click(), "plain"),
        el("label", { for: "import", class: "unseen" }, say("Fichier à importer", "File to import")), file),
      told,
    ];
  };

  let more = [];
  const showMore = () => {
    more = [
      el("details", { class: "quiz-more" }, el("summary", {}, say("Choisir les cartes", "Choose cards")), filterForm()),
      el("details", { class: "quiz-more" }, el("summary", {}, say("Exporter ou importer mes réponses", "Export or import my answers")), ...exchange()),
      help,
    ];
  };

  // MARK: Keys

  const help = el("dialog", { class: "quiz-help", "aria-labelledby": "help-title" },
    el("h2", { id: "help-title" }, say("Touches", "Keys")),
    el("dl", {}, ...[
      [say("espace, entrée", "space, enter"), say("montrer la réponse, valider, note proposée", "show the answer, check, suggested rating")],
      ["1 2 3 4", say("noter : à revoir, difficile, bien, facile ; choisir une réponse", "rate: again, hard, good, easy; choose an answer")],
      ["o", say("ma réponse était juste : la compter comme telle", "my answer was right: count it so")],
      ["h", say("indice : des lettres, puis le passage masqué", "hint: letters, then the passage with the answer masked")],
      ["u", say("annuler la dernière réponse, autant de fois que voulu", "undo the last answer, as often as wanted")],
      ["f", say("signaler la carte", "flag the card")],
      [say("échap", "esc"), say("pendant la frappe, montrer la réponse", "while typing, show the answer")],
    ].flatMap(([key, does]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, does)])),
    el("form", { method: "dialog" }, el("button", { type: "submit", class: "plain" }, say("Fermer", "Close"))));

  const choose = (number) => face.querySelectorAll(".choice input")[number - 1];

  const press = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    const { key, target } = event;
    if (target.id === "answer") {
      if (key === "Escape") {
        event.preventDefault();
        reveal();
      }
      return;
    }
    const isField = target.matches?.("input:not(.choice input), textarea, select");
    if (isField) return;
    const confirms = key === "Enter" || key === " ";
    if (confirms && target.closest?.("button, a, summary")) return;
    const act = () => {
      if (key === "u") return undo;
      if (key === "?") return () => help.showModal();
      if (!run) return null;
      if (key === "f") return flag;
      if (run.outcome) {
        if (/^[1-4]$/.test(key)) return () => rate(Number(key));
        if (confirms) return () => rate(run.outcome.rating ?? 3);
        return key === "o" ? overrule : null;
      }
      if (key === "h") return hint;
      if (run.kind === "choice") {
        const input = /^[1-9]$/.test(key) ? choose(Number(key)) : null;
        if (input) return () => { input.checked = input.type === "radio" || !input.checked; input.focus(); };
        if (key === "Enter" || (key === " " && !target.matches?.(".choice input"))) return () => face.querySelector("form").requestSubmit();
        return null;
      }
      return confirms && run.kind === "basic" ? reveal : null;
    };
    const action = act();
    if (!action) return;
    event.preventDefault();
    action();
  };

  (async () => {
    ({ deck, log, memory } = await begin(box));
    showMore();
    beginSession();
    showFilter();
    document.addEventListener("keydown", press);
    addEventListener("pagehide", keepForecast);
    document.addEventListener("visibilitychange", () => { if (document.hidden) keepForecast(); });
    await next();
    keepForecast();
  })().catch(() => {});
})();
