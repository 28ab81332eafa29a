// The mock exam in the page: as many questions and as much time as the real one, marks to come back to, a score, and
// what was wrong with the passage that explains it. It is kept after each answer, and reschedules nothing.
"use strict";
(() => {
  const site = window.awsnotes;
  const { el, button, questionStyle, choiceLabel, sourceLink, say, plural, space, begin, lossWarning } = site.cards;
  const box = document.getElementById("exam");
  let [log, memory, pool, exam] = [];
  /** What is to be said before the exam goes on. */
  let notices = [];

  // MARK: Words

  const names = {
    clf: "AWS Certified Cloud Practitioner (CLF-C02)",
    saa: "AWS Certified Solutions Architect – Associate (SAA-C03)",
  };

  const domainNames = {
    clf: [
      say("Concepts du cloud", "Cloud Concepts"), say("Sécurité et conformité", "Security and Compliance"),
      say("Technologies et services", "Cloud Technology and Services"),
      say("Facturation, tarifs et support", "Billing, Pricing, and Support"),
    ],
    saa: [
      say("Architectures sécurisées", "Design Secure Architectures"),
      say("Architectures résilientes", "Design Resilient Architectures"),
      say("Architectures performantes", "Design High-Performing Architectures"),
      say("Architectures économiques", "Design Cost-Optimized Architectures"),
    ],
  };

  const domainName = (kind, domain) =>
    domain ? `${domain}. ${domainNames[kind.name]?.[domain - 1] ?? ""}` : say("Sans domaine", "No domain");

  /** Time as it is told: minutes, and seconds in the last one. */
  const timeText = (milliseconds) => {
    const seconds = Math.ceil(milliseconds / 1000);
    return seconds < 60 ? `${seconds}${space}s` : `${Math.ceil(seconds / 60)}${space}min`;
  };

  const wantedText = (count) => {
    const french = ["DEUX", "TROIS", "QUATRE", "CINQ"];
    const english = ["TWO", "THREE", "FOUR", "FIVE"];
    return say(`Choisissez ${french[count - 2] ?? count} réponses.`, `Choose ${english[count - 2] ?? count} answers.`);
  };

  // MARK: Drawing

  /** The questions of the pool that an exam may ask: those whose notes name it, or all where none does. */
  const candidates = (kind) => {
    const all = pool.questions.map(([place, written, domains], number) =>
      ({ number, place, isWritten: written === 1, domains: domains[kind.name] ?? [] }));
    return all.some(({ domains }) => domains.length) ? all.filter(({ domains }) => domains.length) : all;
  };

  /** How many questions each domain gets, by the method of largest remainders. */
  const quotas = ({ weights, questions }) => {
    const shares = weights.map((weight) => Math.floor((weight * questions) / 100));
    const rest = questions - shares.reduce((sum, share) => sum + share, 0);
    const order = weights.map((weight, domain) => [(weight * questions) % 100, domain])
      .sort((one, other) => other[0] - one[0] || one[1] - other[1]);
    for (const [, domain] of order.slice(0, rest)) shares[domain] += 1;
    return shares;
  };

  /**
   * Draws an exam: each domain gets its share, written questions before those made of cards; where a domain has too
   * few, others fill in. Of the cards of one fact one is asked.
   */
  const draw = (deck, kind, seed) => {
    const name = (place) => deck.cards[place];
    const shuffled = (list) =>
      list.map((item) => [memory.draw(name(item.place), seed, 0, 2 ** 31 - 1), item])
        .sort((one, other) => one[0] - other[0] || one[1].place - other[1].place).map(([, item]) => item);
    const all = shuffled(candidates(kind));
    const needs = quotas(kind);
    const facts = new Set();
    const drawn = [];
    const take = (candidate, isNeeded) => {
      const fact = deck.facts[candidate.place];
      if (drawn.length >= kind.questions || facts.has(fact)) return;
      const neediest = candidate.domains.filter((domain) => domain > 0)
        .reduce((best, domain) => (best && needs[best - 1] >= needs[domain - 1] ? best : domain), 0);
      if (isNeeded && !(neediest && needs[neediest - 1] > 0)) return;
      facts.add(fact);
      if (neediest) needs[neediest - 1] -= 1;
      drawn.push({ ...candidate, domain: neediest });
    };
    for (const isNeeded of [true, false]) {
      for (const isWritten of [true, false]) {
        for (const candidate of all) if (candidate.isWritten === isWritten) take(candidate, isNeeded);
      }
    }
    return shuffled(drawn);
  };

  /** The choices of a card in the order of a seed. */
  const shuffledChoices = (card, seed) => {
    const choices = [...card.choices];
    for (let last = choices.length - 1; last > 0; last -= 1) {
      const place = memory.draw(card.id, seed, last, last + 1);
      [choices[last], choices[place]] = [choices[place], choices[last]];
    }
    return choices;
  };

  // MARK: An exam

  const question = async (number, seed, rest) => {
    const card = await pool.card(number);
    const choices = shuffledChoices(card, seed);
    return {
      card, choices, right: choices.filter((choice) => choice.isRight).length, chosen: new Set(), isMarked: false, ...rest,
    };
  };

  const timeLimit = (kind, count) => Math.ceil((kind.minutes * count) / kind.questions) * 60000;

  const newExam = async (deck, kind) => {
    const [seed] = crypto.getRandomValues(new Uint32Array(1)).map((number) => number >>> 1);
    const drawn = draw(deck, kind, seed);
    const questions = await Promise.all(drawn.map(({ number, domain }) => question(number, seed, { domain })));
    return { kind, seed, questions, used: 0, current: 0, end: null, timeLimit: timeLimit(kind, questions.length) };
  };

  /** What is kept: choices by their text, because their order may be another one day. */
  const save = () =>
    log.keep("exam", {
      version: 1, kind: exam.kind.name, seed: exam.seed, used: exam.used, timeLimit: exam.timeLimit, current: exam.current,
      end: exam.end,
      questions: exam.questions.map(({ card, domain, isMarked, chosen, choices }) =>
        ({ card: card.id, domain, isMarked, chosen: [...chosen].map((place) => choices[place].text) })),
    });

  /** How many records are on their way; the page tells whether all have arrived. */
  let underway = 0;

  const trySave = () => {
    underway += 1;
    box.dataset.kept = "no";
    return save().catch(() => {
      notice(say("Ce navigateur n’enregistre plus : ne fermez pas cette page.", "This browser no longer keeps anything: do not close this page."));
    }).finally(() => {
      underway -= 1;
      if (underway === 0) box.dataset.kept = "yes";
    });
  };

  /** Goes on with what is kept; `null` where nothing of it is left. */
  const resumed = async (deck, kept) => {
    const kind = pool.kinds.find(({ name }) => name === kept?.kind);
    if (!kind || kept.version !== 1) return null;
    const numbers = new Map(pool.questions.map(([place], number) => [deck.cards[place], number]));
    const questions = [];
    let [dropped, reopened, current] = [0, 0, 0];
    for (const [place, known] of kept.questions.entries()) {
      if (place === kept.current) current = questions.length;
      if (!numbers.has(known.card)) {
        dropped += 1;
        continue;
      }
      const whole = await question(numbers.get(known.card), kept.seed, { domain: known.domain, isMarked: known.isMarked });
      const places = known.chosen.map((text) => whole.choices.findIndex((choice) => choice.text === text));
      if (places.includes(-1) || places.length > whole.right) reopened += 1;
      else whole.chosen = new Set(places);
      questions.push(whole);
    }
    notices = [];
    if (dropped) {
      notices.push(dropped > 1
        ? say(`${dropped} questions n’existent plus dans les notes : elles sont retirées.`, `${dropped} questions are no longer in the notes: they are taken out.`)
        : say("Une question n’existe plus dans les notes : elle est retirée.", "One question is no longer in the notes: it is taken out."));
    }
    if (reopened) {
      notices.push(say(
        `Les choix de ${reopened > 1 ? `${reopened} questions` : "une question"} ont changé dans les notes : ${reopened > 1 ? "elles attendent" : "elle attend"} de nouveau votre réponse.`,
        `The choices of ${reopened} question${plural(reopened)} changed: open again.`));
    }
    if (!questions.length) return null;
    current = Math.min(current, questions.length - 1);
    return { kind, seed: kept.seed, questions, used: kept.used, current, end: kept.end, timeLimit: kept.timeLimit };
  };

  const isAnswered = ({ chosen, right }) => chosen.size === right;
  const isRight = ({ chosen, choices, right }) => chosen.size === right && [...chosen].every((place) => choices[place].isRight);
  const openCount = () => exam.questions.filter((one) => !isAnswered(one)).length;

  // MARK: Time

  let clock = null;
  let lastSaved = 0;
  const clockText = el("span", { class: "exam-time", role: "timer", "aria-live": "off" });
  const alarm = el("p", { class: "unseen", role: "status" });

  const left = () => Math.max(0, exam.timeLimit - exam.used);

  const showTime = () => {
    const text = timeText(left());
    if (clockText.textContent !== text) clockText.textContent = text;
    clockText.classList.toggle("short", left() <= 300000);
    clockText.setAttribute("aria-label", say(`Temps restant : ${text}`, `Time left: ${text}`));
  };

  const startClock = () => {
    let last = performance.now();
    const tick = () => {
      const time = performance.now();
      const before = left();
      exam.used = Math.min(exam.timeLimit, exam.used + time - last);
      last = time;
      for (const minutes of [10, 5, 1]) {
        if (before > minutes * 60000 && left() <= minutes * 60000) {
          alarm.textContent = say(`Encore ${minutes} min.`, `${minutes} min left.`);
        }
      }
      showTime();
      if (time - lastSaved > 5000) {
        lastSaved = time;
        trySave();
      }
      if (left() === 0) handIn("time");
    };
    clock = { tick, timer: setInterval(tick, 250) };
    showTime();
  };

  const stopClock = () => {
    clearInterval(clock?.timer);
    clock = null;
  };

  // MARK: Pages

  const note = el("p", { class: "quiz-notice", role: "status" });
  const notice = (text) => { note.textContent = text; };
  let page = "opening";

  const show = (name, focus, ...parts) => {
    page = name;
    box.replaceChildren(...[lossWarning(log)].filter(Boolean), ...parts, note);
    focus?.focus({ preventScroll: true });
    if (box.getBoundingClientRect().top < 0) box.scrollIntoView();
  };

  const heading = (text, attributes = {}) => el("h2", { tabindex: "-1", id: "question", ...attributes }, text);

  /** What a new exam will be. */
  const explain = (deck, kind) => {
    const count = Math.min(kind.questions, new Set(candidates(kind).map(({ place }) => deck.facts[place])).size);
    const lines = [say(
      `${count} question${plural(count)}, ${timeText(timeLimit(kind, count))}, réussi à partir de ${kind.pass} sur 1000.`,
      `${count} question${plural(count)}, ${timeText(timeLimit(kind, count))}, passed from ${kind.pass} of 1000.`)];
    if (count < kind.questions) {
      lines.push(say(
        `Le vrai examen compte ${kind.questions} questions en ${kind.minutes}${space}min ; vos notes en donnent ${count}, et le temps est réduit d’autant.`,
        `The real exam has ${kind.questions} questions in ${kind.minutes}${space}min; your notes make ${count}, and the time is shorter in proportion.`));
    }
    if (!pool.questions.some(([, , domains]) => domains[kind.name])) {
      lines.push(say(
        `Aucune note ne dit son domaine (domaines : ["${kind.name.toUpperCase()} 1"]) : les questions viennent de toutes les notes, sans la répartition de l’examen.`,
        `No note names its domain (domains: ["${kind.name.toUpperCase()} 1"]): the questions come from all notes, without the shares of the exam.`));
    }
    return lines;
  };

  const opening = (deck) => {
    const title = heading(say("Quel examen ?", "Which exam?"));
    if (!pool.questions.length) {
      show("opening", null, el("p", {}, say(
        "Aucune carte de ces notes ne donne de question à choix. Révisez d’abord avec le quiz.",
        "No card of these notes makes a question with choices. Review with the quiz first.")));
      return;
    }
    const about = el("div", { class: "exam-about", "aria-live": "polite" });
    const tell = (kind) => about.replaceChildren(...explain(deck, kind).map((line) => el("p", {}, line)));
    // The exam that most notes name comes first.
    const named = (kind) => pool.questions.filter(([, , domains]) => domains[kind.name]).length;
    const usual = pool.kinds.reduce((best, kind) => (named(kind) > named(best) ? kind : best));
    const wished = new URLSearchParams(location.search).get("examen");
    const first = pool.kinds.find(({ name }) => name === wished) ?? usual;
    const form = el("form", { class: "quiz-choices exam-kinds" },
      el("fieldset", {}, el("legend", { class: "unseen" }, say("Examen", "Exam")),
        ...pool.kinds.map((kind) => {
          const input = el("input", { type: "radio", name: "kind", value: kind.name, checked: kind === first });
          input.addEventListener("change", () => tell(kind));
          return el("label", { class: "choice" }, input, el("span", {}, names[kind.name] ?? kind.code));
        })),
      about,
      el("div", { class: "quiz-do" }, el("button", { type: "submit", class: "primary" }, say("Commencer l’examen", "Begin the exam"))));
    tell(first);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const kind = pool.kinds.find(({ name }) => name === form.elements.kind.value);
      try {
        exam = await newExam(deck, kind);
      } catch {
        notice(say("Les questions ne se chargent pas. Vérifiez la connexion, puis recommencez.", "Questions do not load. Check the connection, then try again."));
        return;
      }
      go();
    });
    show("opening", null, el("section", { class: "quiz-card", "aria-labelledby": "question" }, title, form));
  };

  const resume = (deck) => {
    const done = exam.questions.length - openCount();
    const title = heading(names[exam.kind.name] ?? exam.kind.code);
    show("opening", null, el("section", { class: "quiz-card", "aria-labelledby": "question" }, title,
      ...notices.map((text) => el("p", {}, text)),
      el("p", {}, say(
        `Vous reprenez l’examen interrompu : ${done} réponse${plural(done)} sur ${exam.questions.length}, encore ${timeText(left())}.`,
        `You go on with the interrupted exam: ${done} of ${exam.questions.length} answered, ${timeText(left())} left.`)),
      el("div", { class: "quiz-do" },
        button(say("Reprendre", "Go on"), "⏎", go, "primary"),
        button(say("L’effacer et recommencer", "Erase it and begin again"), null, () => restart(deck), "plain"))));
  };

  const restart = async (deck) => {
    await log.keep("exam", null).catch(() => {});
    exam = null;
    opening(deck);
    box.querySelector("h2")?.focus();
  };

  const go = () => {
    if (!clock) startClock();
    trySave();
    ask();
  };

  const move = (place) => {
    if (place < 0) return;
    if (place >= exam.questions.length) return review();
    exam.current = place;
    trySave();
    ask();
  };

  // MARK: A question

  const top = () => {
    const { questions, current, kind } = exam;
    const done = questions.length - openCount();
    const bar = el("progress", { class: "quiz-progress", "aria-label": say("Questions répondues", "Questions answered") });
    bar.max = questions.length;
    bar.value = done;
    const where = page === "question" ? say(`question ${current + 1} / ${questions.length}`, `question ${current + 1} / ${questions.length}`) : "";
    return el("div", { class: "quiz-bar exam-bar" }, bar,
      el("p", { class: "quiz-count" }, el("span", { class: "quiz-done" }, kind.code), where ? ` · ${where}` : "", " · ", clockText), alarm);
  };

  const ask = () => {
    page = "question";
    const one = exam.questions[exam.current];
    const title = heading(one.card.front, questionStyle(one.card));
    const type = one.right > 1 ? "checkbox" : "radio";
    const form = el("form", { class: "quiz-choices" },
      el("fieldset", { "aria-labelledby": one.right > 1 ? "question wanted" : "question" },
        one.right > 1 ? el("p", { class: "exam-wanted", id: "wanted" }, wantedText(one.right)) : "",
        ...one.choices.map((choice, place) => choiceLabel(choice, place, type))),
      el("div", { class: "quiz-do exam-moves" },
        button(say("Précédente", "Previous"), "←", () => move(exam.current - 1), "plain"),
        button(one.isMarked ? say("Ôter la marque", "Unmark") : say("Marquer", "Mark"), "m", mark, "plain"),
        el("button", { type: "submit", class: "primary" }, say("Suivante", "Next"), " ", el("kbd", { "aria-hidden": "true" }, "→"))));
    const inputs = [...form.querySelectorAll("input")];
    for (const [place, input] of inputs.entries()) {
      input.checked = one.chosen.has(place);
      input.addEventListener("change", () => choose(place));
    }
    form.querySelector("button").disabled = exam.current === 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      move(exam.current + 1);
    });
    notice("");
    show("question", title, top(),
      el("article", { class: `quiz-card ${one.isMarked ? "flagged" : ""}`, "aria-labelledby": "question" }, title, form),
      el("div", { class: "quiz-tools" },
        button(say("Toutes les questions", "All questions"), "r", review),
        button(say("Effacer la réponse", "Clear the answer"), "0", clear),
        button(say("Rendre l’examen", "Hand in"), "t", finish)));
  };

  const showChosen = () => {
    const one = exam.questions[exam.current];
    for (const [place, input] of [...box.querySelectorAll(".choice input")].entries()) input.checked = one.chosen.has(place);
    const bar = box.querySelector("progress");
    bar.value = exam.questions.length - openCount();
  };

  const choose = (place) => {
    const one = exam.questions[exam.current];
    if (place >= one.choices.length) return;
    notice("");
    if (one.right === 1) one.chosen = new Set([place]);
    else if (!one.chosen.delete(place)) {
      if (one.chosen.size < one.right) one.chosen.add(place);
      else notice(say(`${one.right} réponses sont déjà choisies : retirez-en une d’abord.`, `${one.right} answers are chosen already: take one back first.`));
    }
    showChosen();
    trySave();
  };

  const clear = () => {
    exam.questions[exam.current].chosen = new Set();
    showChosen();
    trySave();
  };

  const mark = () => {
    const one = exam.questions[exam.current];
    one.isMarked = !one.isMarked;
    trySave();
    const focused = document.activeElement?.getAttribute("aria-keyshortcuts") === "m";
    ask();
    if (focused) box.querySelector("[aria-keyshortcuts=m]").focus();
    notice(one.isMarked ? say("Question marquée.", "Question marked.") : say("Marque ôtée.", "Mark removed."));
  };

  // MARK: All questions

  const review = (isFinishing = false) => {
    const marked = exam.questions.filter((one) => one.isMarked).length;
    const open = openCount();
    const answered = exam.questions.length - open;
    page = "review";
    const title = heading(isFinishing === true && open
      ? (open > 1
        ? say(`${open} questions restent sans réponse complète.`, `${open} questions are still open.`)
        : say("Une question reste sans réponse complète.", "One question is still open."))
      : say("Toutes les questions", "All questions"));
    const cells = exam.questions.map((one, place) => {
      const state = isAnswered(one) ? say("répondue", "answered") : say("à faire", "open");
      const cell = el("button", {
        type: "button", class: `cell ${isAnswered(one) ? "done" : ""}`, "aria-current": place === exam.current ? "true" : null,
        "aria-label": `${place + 1}, ${state}${one.isMarked ? say(", marquée", ", marked") : ""}`,
      }, String(place + 1), el("span", { "aria-hidden": "true" }, `${isAnswered(one) ? "•" : "·"}${one.isMarked ? "⚑" : ""}`));
      cell.addEventListener("click", () => move(place));
      return el("li", {}, cell);
    });
    notice("");
    show("review", title, top(),
      el("section", { class: "quiz-card", "aria-labelledby": "question" }, title,
        el("p", { class: "exam-legend" },
          el("span", {}, `•${space}${say(`${answered} répondue${plural(answered)}`, `${answered} answered`)}`), " ",
          el("span", {}, `·${space}${say(`${open} à faire`, `${open} open`)}`), " ",
          el("span", {}, `⚑${space}${say(`${marked} marquée${plural(marked)}`, `${marked} marked`)}`)),
        el("ol", { class: "exam-cells" }, ...cells),
        el("div", { class: "quiz-do" },
          button(say("Revenir aux questions", "Back to the questions"), "r", ask, open ? "primary" : "plain"),
          button(open ? say("Rendre l’examen quand même", "Hand in all the same") : say("Rendre l’examen", "Hand in"), "t", () => handIn("hand"),
            open ? "plain" : "primary"))));
  };

  const finish = () => (openCount() && page !== "review" ? review(true) : handIn("hand"));

  const handIn = (end) => {
    if (exam.end) return;
    clock?.tick();
    stopClock();
    exam.end ??= end;
    trySave();
    showResult();
    box.querySelector("h2").focus({ preventScroll: true });
    scrollTo({ top: 0 });
  };

  // MARK: The result

  const scoreOf = (right, total) => (total ? 100 + Math.floor((1800 * right + total) / (2 * total)) : 100);

  const tally = (names) => {
    const rows = new Map();
    for (const [place, name] of names.entries()) {
      const row = rows.get(name) ?? { name, right: 0, total: 0 };
      row.total += 1;
      if (isRight(exam.questions[place])) row.right += 1;
      rows.set(name, row);
    }
    return [...rows.values()];
  };

  const table = (title, rows) => {
    const body = rows.map(({ name, right, total }) => {
      const meter = el("progress", { class: "quiz-progress", max: String(total), value: String(right), "aria-hidden": "true" });
      return el("tr", {}, el("th", { scope: "row" }, name), el("td", { class: "exam-meter" }, meter),
        el("td", { class: "right" }, `${right}${space}/${space}${total}`));
    });
    return el("div", { class: "table" }, el("table", { class: "exam-table" }, el("caption", {}, title),
      el("thead", { class: "unseen" }, el("tr", {}, el("th", { scope: "col" }, say("Nom", "Name")), el("td", {}),
        el("th", { scope: "col" }, say("Réponses justes", "Right answers")))),
      el("tbody", {}, ...body)));
  };

  const explained = (one, place) => {
    const lines = one.choices.map((choice, number) => {
      const isChosen = one.chosen.has(number);
      if (!choice.isRight && !isChosen) return null;
      return el("li", { class: choice.isRight ? "is-right" : "is-wrong" },
        el("span", { class: "sign", "aria-hidden": "true" }, choice.isRight ? "✓" : "✗"),
        el("span", {}, el("span", { class: "unseen" }, choice.isRight ? say("Juste : ", "Right: ") : say("Faux : ", "Wrong: ")),
          choice.text, isChosen ? el("span", { class: "quiz-small" }, say(" (votre réponse)", " (your answer)")) : "",
          choice.why ? el("span", { class: "why" }, choice.why) : ""));
    });
    const { passage } = one.card;
    return el("article", { class: "exam-wrong" }, el("h4", {}, `${place + 1}. ${one.card.front}`),
      one.chosen.size ? "" : el("p", { class: "quiz-small" }, say("Sans réponse.", "No answer.")),
      el("ul", { class: "exam-answers" }, ...lines),
      passage.length ? el("blockquote", {}, ...passage.map((line) => el("p", {}, line))) : "",
      sourceLink(one.card));
  };

  const showResult = () => {
    const { questions, kind } = exam;
    const right = questions.filter(isRight).length;
    const score = scoreOf(right, questions.length);
    const hasPassed = score >= kind.pass;
    const domains = tally(questions.map(({ domain }) => domain)).sort((one, other) => one.name - other.name)
      .map((row) => ({ ...row, name: domainName(kind, row.name) }));
    const services = tally(questions.map(({ card }) => card.service ?? card.place.split(" › ")[0] ?? card.note))
      .sort((one, other) => one.right * other.total - other.right * one.total || (one.name < other.name ? -1 : 1));
    const wrong = [...questions.entries()].filter(([, one]) => !isRight(one));
    const title = heading(`${score}${space}/${space}1000`, { class: "exam-score" });
    const formula = `100${space}+${space}900${space}×`;
    const scale = el("div", { class: "exam-scale", "aria-hidden": "true" },
      el("progress", { class: "quiz-progress", max: "900", value: String(score - 100) }), el("span", {}, `▲${space}${kind.pass}`));
    scale.style.setProperty("--pass", `${(kind.pass - 100) / 9}%`);
    show("result", null,
      el("section", { class: "quiz-card exam-result", "aria-labelledby": "question" },
        el("p", { class: "quiz-kicker" }, names[kind.name] ?? kind.code),
        title,
        el("p", { class: `quiz-verdict ${hasPassed ? "is-right" : "is-wrong"}` },
          hasPassed ? say("✓ réussi", "✓ passed") : say("✗ pas encore réussi", "✗ not passed yet")),
        scale,
        exam.end === "time" ? el("p", {}, say("Le temps est écoulé : l’examen est rendu tel quel.", "Time is up: the exam is handed in as it is.")) : "",
        el("p", {}, say(
          `${right} bonne${plural(right)} réponse${plural(right)} sur ${questions.length} ; il faut ${kind.pass} points. AWS ne publie pas son barème : ${formula} la part de réponses justes en donne l’idée.`,
          `${right} right of ${questions.length}; the pass mark is ${kind.pass}. AWS does not publish its scale: ${formula} the share right gives an idea.`)),
        el("div", { class: "quiz-do" }, button(say("Passer un autre examen", "Take another exam"), null, () => restart(currentDeck), "plain"))),
      table(say("Par domaine", "By domain"), domains), table(say("Par service", "By service"), services),
      el("section", { class: "exam-wrongs" },
        el("h3", {}, wrong.length ? say("À revoir", "To review") : say("Toutes les réponses sont justes.", "All answers are right.")),
        ...wrong.map(([place, one]) => explained(one, place))));
  };

  // MARK: Keys

  const press = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, target } = event;
    if (document.querySelector("dialog[open]") || !clock) return;
    if (target.matches?.("input:not(.choice input), textarea, select")) return;
    if ((key === "Enter" || key === " ") && target.closest?.("button, a, summary")) return;
    const isChoice = target.matches?.(".choice input");
    const act = () => {
      if (key === "t") return finish;
      if (page === "review") return key === "r" || key === "Escape" ? ask : null;
      if (/^[1-9]$/.test(key)) return () => choose(Number(key) - 1);
      if (isChoice && (key.startsWith("Arrow") || key === " ")) return null;
      switch (key) {
        case "0": case "Backspace": return clear;
        case "m": return mark;
        case "r": return review;
        case "ArrowRight": case "n": case "Enter": case " ": return () => move(exam.current + 1);
        case "ArrowLeft": case "p": return () => move(exam.current - 1);
        case "Home": return () => move(0);
        case "End": return () => move(exam.questions.length - 1);
        default: return null;
      }
    };
    const action = act();
    if (!action) return;
    event.preventDefault();
    action();
  };

  let currentDeck;
  (async () => {
    const { deck, ...parts } = await begin(box);
    ({ log, memory } = parts);
    currentDeck = deck;
    pool = await deck.openExam();
    document.addEventListener("keydown", press);
    addEventListener("pagehide", () => {
      clock?.tick();
      if (clock) trySave();
    });
    const kept = await log.kept("exam").catch(() => null);
    exam = kept ? await resumed(deck, kept) : null;
    if (!exam) opening(deck);
    else if (exam.end) showResult();
    else resume(deck);
  })().catch(() => {
    box.textContent = say("L’examen ne se charge pas. Rechargez la page.", "The exam does not load. Reload the page.");
  });
})();
