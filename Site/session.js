// The deck as it is fetched, and one sitting with it: which card comes next, and what an answer changes. The rules
// are those of the terminal; scheduling is done by the core.
"use strict";
(() => {
  const site = (window.awsnotes ??= {});
  const isFile = location.protocol === "file:";

  // MARK: Fetching

  const handed = new Map();
  site.data = (name, value) => handed.set(name, value);

  /** Takes apart the address of the deck, which the page names. */
  const dataFolder = (address) => {
    const folder = new URL(".", address);
    const known = new Map();
    const get = async (name) => {
      if (!isFile) {
        const response = await fetch(new URL(`${name}.json`, folder));
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return response.json();
      }
      await site.load(new URL(`${name}.js`, folder).href);
      return handed.get(name);
    };
    return (name) => {
      if (!known.has(name)) {
        known.set(name, get(name).catch((error) => (known.delete(name), Promise.reject(error))));
      }
      return known.get(name);
    };
  };

  /** Cards in pieces: fetched once, when one of them is asked for. */
  const cardsIn = (pieces, fetched) => {
    const ends = [];
    for (let place = 1; place < pieces.length; place += 2) ends.push((ends.at(-1) ?? 0) + pieces[place]);
    const pieceOf = (place) => ends.findIndex((end) => place < end);
    return async (place) => {
      const number = pieceOf(place);
      const { cards, lines } = await fetched(pieces[2 * number]);
      const card = cards[place - (ends[number - 1] ?? 0)];
      const texts = (places = []) => places.map((line) => lines[line]);
      return {
        accept: [], ...card, before: texts(card.before), passage: texts(card.passage),
        choices: (card.choices ?? []).map(([text, isRight, why]) => ({ text, isRight: isRight === 1, why })),
      };
    };
  };

  /** Fetches what is known of all cards. */
  site.openDeck = async (path) => {
    const address = new URL(path, document.baseURI).href;
    const fetched = dataFolder(address);
    const deck = await fetched(address.slice(address.lastIndexOf("/") + 1).replace(/\.json$/, ""));
    deck.facts = deck.facts.map((distance, place) => place - distance);
    for (const [place, fact] of deck.facts.entries()) deck.facts[place] = fact === place ? place : deck.facts[fact];
    deck.card = cardsIn(deck.pieces, fetched);
    deck.noteOf = (place) => {
      let end = 0;
      return deck.notes.find(([, , , , count]) => place < (end += count));
    };
    deck.allNames = () => fetched(deck.names);
    deck.openExam = async () => {
      const pool = await fetched(deck.exam);
      return { ...pool, card: cardsIn(pool.pieces, fetched) };
    };
    return deck;
  };

  // MARK: Filters

  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

  /** The cards that are asked for; what is not said does not matter. */
  site.filtered = (deck, { note, service, category, kind }) => {
    const admits = [];
    if (note) {
      const asked = folded(note);
      const notes = new Set();
      let start = 0;
      const exact = deck.notes.some(([path]) => path === note);
      for (const [path, title, , , count] of deck.notes) {
        const isAsked = exact ? path === note
          : path.includes(note) || ` ${folded(title)} `.includes(` ${asked} `);
        for (let place = start; isAsked && place < start + count; place += 1) notes.add(place);
        start += count;
      }
      admits.push((place) => notes.has(place));
    }
    if (category) {
      const number = deck.categories.findIndex(([name]) => folded(name) === folded(category));
      const places = new Set();
      let start = 0;
      for (const [, , , own, count] of deck.notes) {
        for (let place = start; own === number && number >= 0 && place < start + count; place += 1) places.add(place);
        start += count;
      }
      admits.push((place) => places.has(place));
    }
    if (service) {
      const found = deck.services.find(([name, word]) => word === service || folded(name) === folded(service));
      const places = new Set();
      const ranges = found?.[2] ?? [];
      for (let range = 0; range < ranges.length; range += 2) {
        for (let place = ranges[range]; place < ranges[range] + ranges[range + 1]; place += 1) places.add(place);
      }
      admits.push((place) => places.has(place));
    }
    if (kind) admits.push((place) => deck.kinds[place] === kind);
    return deck.cards.map((_, place) => place).filter((place) => admits.every((admit) => admit(place)));
  };

  // MARK: Records

  const seconds = (milliseconds) => Math.floor(milliseconds / 1000);

  /** What the answers of each card add up to: its memory, and when it was asked first. */
  site.recordsOf = (history, memory) => {
    const records = new Map();
    for (const [card, rows] of history) {
      const events = rows.map(({ rating, time }) => ({ rating, time: seconds(time) }));
      records.set(card, { state: memory.replay(card, events), first: events[0].time });
    }
    return records;
  };

  // MARK: A sitting

  /** How many seconds a card that is being learned may come too early, when nothing else is left. */
  const patience = 20 * 60;

  const phase = { learning: 1, review: 2 };

  /**
   * Begins a sitting with some cards of the deck, told by their places.
   *
   * Due cards come first, then new ones, in which the notes take turns. Cards that are being learned come back within
   * minutes, before anything else once they are due. Of the cards of one fact only one is asked a day.
   */
  site.beginSession = ({ deck, places, records, memory, now, isAhead = false, isCram = false, seed = 0 }) => {
    const empty = { state: null, first: null };
    const own = new Map(places.map((place) => [place, records.get(deck.cards[place]) ?? empty]));
    const fact = (place) => deck.facts[place];
    const state = (place) => own.get(place).state;
    const lapses = (place) => state(place)?.lapses ?? 0;
    const due = (place) => state(place)?.due ?? 0;
    const isKnown = (place) => state(place)?.phase === phase.review;
    let queue = { learning: [], reviews: [], fresh: [] };
    let leeches = [];
    const past = [];

    const order = (place) => memory.draw(deck.cards[place], seed, 0, 2 ** 31 - 1);
    const shuffled = (list) =>
      list.map((place) => [order(place), place]).sort((one, other) => one[0] - other[0] || one[1] - other[1])
        .map(([, place]) => place);

    /** All cards: the first one of each note, then the second ones; what was asked already keeps its turn. */
    const takingTurns = () => {
      const noteOf = [];
      for (const [number, [, , , , count]] of deck.notes.entries()) {
        for (let place = 0; place < count; place += 1) noteOf.push(number);
      }
      const counts = new Map();
      const turns = new Map();
      for (const place of places) {
        const turn = counts.get(noteOf[place]) ?? 0;
        counts.set(noteOf[place], turn + 1);
        turns.set(place, turn);
      }
      return [...places].sort((one, other) => turns.get(one) - turns.get(other) || one - other);
    };

    const sortLearning = () => queue.learning.sort((one, other) => due(one) - due(other) || one - other);

    /** Leaves of the cards of each fact only the first. */
    const keepOne = (list, asked, isSame) =>
      list.filter((place) => {
        if (isSame(place)) return true;
        const isFirst = !asked.has(fact(place));
        asked.add(fact(place));
        return isFirst;
      });

    const fill = () => {
      const today = memory.day(now);
      const isToday = (time) => time != null && memory.day(time) === today;
      const wasToday = (place) => isToday(state(place)?.lastReview);
      leeches = places.filter((place) => lapses(place) >= deck.leeches);
      const active = places.filter((place) => lapses(place) < deck.leeches);
      let [newToday, reviewedToday] = [0, 0];
      for (const record of records.values()) {
        if (isToday(record.first)) newToday += 1;
        else if (isToday(record.state?.lastReview)) reviewedToday += 1;
      }
      queue.learning = active.filter((place) => state(place) && !isKnown(place));
      sortLearning();
      const end = memory.dayStart(today + 1);
      const days = new Map();
      const reviews = shuffled(active.filter((place) => isKnown(place) && (isAhead || due(place) < end)));
      for (const place of reviews) days.set(place, memory.day(due(place)));
      reviews.sort((one, other) => days.get(one) - days.get(other));
      const asked = new Set(active.filter(wasToday).map(fact));
      for (const place of queue.learning) asked.add(fact(place));
      queue.reviews = keepOne(reviews, asked, wasToday).slice(0, Math.max(0, deck.reviews - reviewedToday));
      queue.fresh = keepOne(takingTurns().filter((place) => !state(place)), asked, () => false)
        .slice(0, Math.max(0, deck.new - newToday));
    };

    const advance = (time) => {
      const [first] = queue.learning;
      session.current = null;
      if (first !== undefined && due(first) <= time) session.current = first;
      session.current ??= queue.reviews[0] ?? queue.fresh[0] ?? null;
      if (session.current === null && first !== undefined && due(first) - time <= patience) session.current = first;
    };

    const outcomesOf = (place, time) => memory.preview(deck.cards[place], state(place), time);

    const session = {
      /** The card that is asked; none is left where it is `null`. */
      current: null,
      /** How many answers were given. */
      answered: 0,
      /** How many cards are left. */
      get left() {
        return { fresh: queue.fresh.length, learning: queue.learning.length, reviews: queue.reviews.length };
      },
      /** The cards that are likely to come after the current one. */
      get next() {
        return [...queue.reviews, ...queue.fresh].filter((place) => place !== session.current).slice(0, 3);
      },
      get leeches() { return leeches; },
      /** When a card that is being learned comes back. */
      get nextDue() { return queue.learning.length ? due(queue.learning[0]) : null; },
      get canUndo() { return past.length > 0; },
      isCram,
      /** What each rating would make of the current card's memory; nothing when cramming. */
      outcomes: (time) =>
        isCram ? null : memory.preview(deck.cards[session.current], state(session.current), time),
      /** Takes the answer to the current card; returns the row for the log, if there is one. */
      answer: (rating, milliseconds, duration) => {
        const place = session.current;
        const time = seconds(milliseconds);
        past.push({ place, record: own.get(place), queue: structuredClone(queue), leeches, row: null });
        session.answered += 1;
        for (const list of Object.values(queue)) {
          const index = list.indexOf(place);
          if (index >= 0) list.splice(index, 1);
        }
        if (isCram) {
          if (rating === 1) queue.fresh.push(place);
          advance(time);
          return null;
        }
        const [again, hard, good, easy] = outcomesOf(place, time);
        own.set(place, { state: [again, hard, good, easy][rating - 1], first: own.get(place).first ?? time });
        queue.reviews = queue.reviews.filter((other) => fact(other) !== fact(place));
        queue.fresh = queue.fresh.filter((other) => fact(other) !== fact(place));
        if (lapses(place) >= deck.leeches) {
          leeches = [...leeches, place];
        } else if (!isKnown(place)) {
          queue.learning.push(place);
          sortLearning();
        }
        advance(time);
        return { kind: "review", card: deck.cards[place], time: milliseconds, rating, duration };
      },
      /** Tells under which identifier the last answer was kept. */
      kept: (row) => { past.at(-1).row = row; },
      /** Takes the last answer back; returns the row for the log, if there is one. */
      undo: (milliseconds) => {
        const step = past.pop();
        own.set(step.place, step.record);
        queue = step.queue;
        leeches = step.leeches;
        session.answered -= 1;
        session.current = step.place;
        if (!step.row) return null;
        return {
          kind: "undo", card: deck.cards[step.place], time: milliseconds, rating: 1, duration: 0, undoes: step.row.id,
        };
      },
    };

    if (isCram) queue.fresh = shuffled(places);
    else fill();
    advance(now);
    return session;
  };

  // MARK: What the home page tells

  /** Keeps how many cards are due on which day, so that the home page knows without fetching anything. */
  site.keepForecast = ({ deck, records, memory, now }) => {
    const places = deck.cards.map((_, place) => place);
    const today = memory.day(now);
    const { left } = site.beginSession({ deck, places, records, memory, now });
    const days = {};
    let unseen = 0;
    for (const card of deck.cards) {
      const state = records.get(card)?.state;
      if (!state) unseen += 1;
      else if (state.lapses < deck.leeches) {
        const day = Math.max(today, memory.day(state.due));
        if (day < today + 60) days[day] = (days[day] ?? 0) + 1;
      }
    }
    days[today] = left.reviews + left.learning;
    const kept = { day: today, days, fresh: left.fresh, perDay: Math.min(deck.new, unseen) };
    try {
      localStorage.setItem(`awsnotes-due ${new URL(site.base).pathname}`, JSON.stringify(kept));
    } catch { /* a reader who keeps nothing */ }
  };
})();
