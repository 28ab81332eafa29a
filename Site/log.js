// The answers that were given in this browser: rows that are added and never changed, kept in IndexedDB, and
// exchanged with the terminal as the JSON of `awsnotes export json`.
"use strict";
(() => {
  const site = (window.awsnotes ??= {});
  const { say } = site;

  // MARK: Keeping

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  const open = () => {
    // Sites of one server have logs of their own.
    const request = indexedDB.open(`awsnotes ${new URL(site.base).pathname}`, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("events", { keyPath: "id" });
      request.result.createObjectStore("kept");
    };
    return done(request);
  };

  /** Does something in a transaction, and waits until it is on the disk. */
  const write = (database, store, work) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(store, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
      work(transaction.objectStore(store));
    });

  const disk = (database) => ({
    isLasting: true,
    events: () => done(database.transaction("events").objectStore("events").getAll()),
    add: (events) => write(database, "events", (store) => events.forEach((event) => store.put(event))),
    kept: (name) => done(database.transaction("kept").objectStore("kept").get(name)),
    keep: (name, value) =>
      write(database, "kept", (store) => (value ? store.put(value, name) : store.delete(name))),
  });

  /** What serves where the browser keeps nothing: all is gone with the page. */
  const memory = () => {
    const kept = new Map();
    return {
      isLasting: false,
      events: async () => [],
      add: async () => {},
      kept: async (name) => kept.get(name),
      keep: async (name, value) => void (value ? kept.set(name, value) : kept.delete(name)),
    };
  };

  // MARK: Rows

  const identifier = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  const byTime = (one, other) => one.time - other.time || compare(one.id, other.id);

  /** Which card has the history of one that is gone. */
  const joinTable = (rows) => {
    const targets = new Map();
    for (const row of rows) if (row.kind === "join") targets.set(row.card, row.to);
    return (card) => {
      const seen = new Set([card]);
      let end = card;
      while (targets.has(end) && targets.get(end) !== end) {
        end = targets.get(end);
        if (seen.has(end)) return card;
        seen.add(end);
      }
      return end;
    };
  };

  /** Opens the log: its rows, what counts of them, and how they are added. */
  site.openLog = async () => {
    let store;
    try {
      store = disk(await open());
    } catch {
      store = memory();
    }
    const rows = new Map();
    const read = async () => { for (const row of await store.events()) rows.set(row.id, row); };
    await read();
    // Another page of this site may be asking, too.
    const channel = "BroadcastChannel" in window ? new BroadcastChannel("awsnotes-log") : null;
    const log = {
      isLasting: store.isLasting,
      /** Whether another page has added rows since `refresh`. */
      isStale: false,
      refresh: async () => {
        log.isStale = false;
        await read();
      },
      kept: store.kept,
      keep: store.keep,
      /** Adds a row, and returns it once it is kept. */
      add: async (row) => {
        const whole = { id: identifier(), ...row };
        await store.add([whole]);
        rows.set(whole.id, whole);
        channel?.postMessage(new URL(site.base).pathname);
        return whole;
      },
      /** Adds rows that are not there yet, all or none of them; how many. */
      merge: async (others) => {
        const fresh = new Map();
        for (const row of others) if (!rows.has(row.id) && !fresh.has(row.id)) fresh.set(row.id, row);
        const list = [...fresh.values()];
        if (list.length) await store.add(list);
        for (const row of list) rows.set(row.id, row);
        if (list.length) channel?.postMessage(new URL(site.base).pathname);
        return list.length;
      },
      /** The answers of each card that count, oldest first. */
      history: () => {
        const sorted = [...rows.values()].sort(byTime);
        const living = joinTable(sorted);
        const undone = new Set();
        for (const row of sorted) if (row.kind === "undo") undone.add(row.undoes);
        const history = new Map();
        for (const row of sorted) {
          if (row.kind !== "review" || undone.has(row.id)) continue;
          const card = living(row.card);
          if (history.has(card)) history.get(card).push(row);
          else history.set(card, [row]);
        }
        return history;
      },
      /** The cards that are flagged. */
      flags: () => {
        const sorted = [...rows.values()].sort(byTime);
        const living = joinTable(sorted);
        const flags = new Set();
        for (const row of sorted) {
          if (row.kind === "flag") flags.add(living(row.card));
          if (row.kind === "unflag") flags.delete(living(row.card));
        }
        return flags;
      },
      text: (deck) => textOf(deck, [...rows.values()].sort(byTime)),
      get count() { return rows.size; },
    };
    if (channel) {
      channel.onmessage = ({ data }) => { if (data === new URL(site.base).pathname) log.isStale = true; };
    }
    return log;
  };

  // MARK: Writing

  /** A text as the terminal quotes it, so that both write the same bytes. */
  const quoted = (text) => {
    const named = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
    const escaped = text.replace(/["\\<\u2028\u2029\0-\x1f]/g, (character) =>
      named[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return `"${escaped}"`;
  };

  const lineOf = (row) => {
    const head = `{"id": "${row.id}", "kind": "${row.kind}", "card": ${quoted(row.card)}, "time": ${row.time}`;
    switch (row.kind) {
      case "join": return `${head}, "to": ${quoted(row.to)}}`;
      case "flag":
      case "unflag": return `${head}, "path": ${quoted(row.path)}, "line": ${row.line}}`;
      default: {
        const undoes = row.undoes ? `, "undoes": "${row.undoes}"` : "";
        return `${head}, "rating": ${row.rating}, "duration": ${row.duration}${undoes}}`;
      }
    }
  };

  const textOf = (deck, rows) =>
    `{"format": "awsnotes-reviews", "version": 1, "deck": ${quoted(deck)}, "events": [\n`
    + `${rows.map(lineOf).join(",\n")}\n]}\n`;

  // MARK: Reading

  const refuse = (french, english) => { throw new Error(say(french, english)); };

  /** The rows of a file; an error tells what is wrong with it. */
  site.readLog = (text) => {
    let file;
    try {
      file = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      refuse("JSON illisible. Rien n’a été importé.", "Unreadable JSON. Nothing was imported.");
    }
    if (file?.format !== "awsnotes-reviews" || !(file.version >= 1) || !Array.isArray(file.events)) {
      refuse(
        "Ce n’est pas un historique d’awsnotes. Rien n’a été importé.",
        "This is no history of awsnotes. Nothing was imported.");
    }
    if (file.version > 1) {
      refuse(
        `Écrit par un awsnotes plus récent (version ${file.version}). Rien n’a été importé.`,
        `Written by a newer awsnotes (version ${file.version}). Nothing was imported.`);
    }
    return file.events.map((event, place) => rowOf(event, place + 1));
  };

  const rowOf = (event, number) => {
    const member = (name, isRight) => {
      const value = event?.[name];
      if (isRight(value)) return value;
      return refuse(
        `Événement ${number}\u00a0: «\u00a0${name}\u00a0» manque ou n’a pas de sens. Rien n’a été importé.`,
        `Event ${number}: “${name}” is missing or makes no sense. Nothing was imported.`);
    };
    const isText = (value) => typeof value === "string";
    const isID = (value) => isText(value) && /^[0-9a-f]{32}$/i.test(value);
    const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
    const kinds = ["review", "undo", "flag", "unflag", "join"];
    const kind = member("kind", (value) => kinds.includes(value));
    const row = {
      id: member("id", isID).toLowerCase(), kind, card: member("card", isText), time: member("time", isCount),
    };
    if (kind === "join") return { ...row, to: member("to", isText) };
    if (kind.endsWith("flag")) return { ...row, path: member("path", isText), line: member("line", isCount) };
    row.rating = member("rating", (value) => isCount(value) && value >= 1 && value <= 4);
    row.duration = event.duration === undefined ? 0 : member("duration", isCount);
    if (kind === "undo") row.undoes = member("undoes", isID).toLowerCase();
    return row;
  };
})();
