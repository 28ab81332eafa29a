// Loads the core, one part of which searches, the other schedules and grades, as the terminal does, and the pieces of the
// index that a query needs. Nothing is fetched before the first call. Over file:// everything comes as classic scripts.
"use strict";
(() => {
  const site = (window.awsnotes ??= {});
  const isFile = location.protocol === "file:";
  const names = document.querySelector("script[data-core]").dataset;
  const root = document.documentElement.dataset.root ?? "";
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  // MARK: Fetching

  /** Bytes that scripts carry as text. */
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

  /** Runs a script of the site. */
  const run = (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + path;
      script.onload = () => resolve(script.remove());
      script.onerror = () => reject(new Error(path));
      document.head.append(script);
    });

  const fetched = async (path) => {
    const response = await fetch(root + path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  };

  /** What a promise is made for once, and again if it failed. */
  const once = (make) => {
    let known;
    return () => (known ??= make().catch((error) => ((known = undefined), Promise.reject(error))));
  };

  // What scripts hand over on file://.
  const handed = { modules: new Map(), manifest: null, pieces: new Map() };
  site.module = (path, base64) => handed.modules.set(path, bytesOf(base64));
  site.manifest = (manifest) => (handed.manifest = manifest);
  site.piece = (path, base64) => handed.pieces.set(path, bytesOf(base64));

  const imports = {
    // Seconds that local time is ahead of UTC.
    page: { offset: (instant) => -60 * new Date(instant * 1000).getTimezoneOffset() },
  };

  const instantiate = async (path) => {
    if (isFile) {
      await run(`${path}.js`);
      return WebAssembly.instantiate(handed.modules.get(path), imports);
    }
    const response = await fetched(path);
    const type = response.headers.get("content-type") ?? "";
    return type.startsWith("application/wasm")
      ? WebAssembly.instantiateStreaming(response, imports)
      : WebAssembly.instantiate(await response.arrayBuffer(), imports);
  };

  const searcher = once(async () => (await instantiate(names.searchWasm)).instance.exports);
  const quizzer = once(async () => (await instantiate(names.quizWasm)).instance.exports);

  // MARK: Calling

  const write = (core, bytes) => {
    const room = core.room(bytes.length) >>> 0;
    new Uint8Array(core.memory.buffer, room, bytes.length).set(bytes);
    return bytes.length;
  };

  const numbers = (values) => new Uint8Array(new Float64Array(values).buffer);

  const joined = (...arrays) => {
    const all = new Uint8Array(arrays.reduce((sum, array) => sum + array.length, 0));
    arrays.reduce((start, array) => (all.set(array, start), start + array.length), 0);
    return all;
  };

  const text = (core, count) =>
    decoder.decode(new Uint8Array(core.memory.buffer, core.result() >>> 0, count));

  const floats = (core, count) => {
    const start = core.result() >>> 0;
    return new Float64Array(core.memory.buffer.slice(start, start + 8 * count));
  };

  /** The parts of a text between ends that are told in bytes: every second part lies between two ends. */
  site.partsOf = (text, ends) => {
    const bytes = encoder.encode(text);
    const places = [0, ...ends, bytes.length];
    return places.slice(1).map((end, number) => decoder.decode(bytes.subarray(places[number], end)));
  };

  // MARK: Searching

  const opened = once(async () => {
    const manifestPath = names.manifest;
    const manifest = async () => {
      if (!isFile) return (await fetched(manifestPath)).json();
      await run(manifestPath.replace(/json$/, "js"));
      return handed.manifest;
    };
    const [exports, { guide, folders, piece, pages }] = await Promise.all([searcher(), manifest()]);
    if (!exports.indexOpen(write(exports, bytesOf(guide)), piece)) throw new Error(manifestPath);
    return { core: exports, folders, pages, loading: new Map() };
  });

  /** Where a piece lies, without its ending: in one of the folders, each with pieces from 0. */
  const placeOf = (index, number) => {
    let own = number;
    for (const [folder, count] of index.folders) {
      if (own < count) return `${folder}${own}`;
      own -= count;
    }
    throw new Error(`no piece ${number}`);
  };

  /** Fetches a piece and gives it to the core, once. */
  const load = (index, number) => {
    if (!index.loading.has(number)) {
      const loaded = (async () => {
        let bytes;
        const place = placeOf(index, number);
        if (isFile) {
          await run(`${place}.js`);
          bytes = handed.pieces.get(place);
          handed.pieces.delete(place);
        } else {
          bytes = new Uint8Array(await (await fetched(`${place}.bin`)).arrayBuffer());
        }
        const room = index.core.pieceRoom(number) >>> 0;
        new Uint8Array(index.core.memory.buffer, room, bytes.length).set(bytes);
        index.core.pieceFill(number);
      })();
      index.loading.set(number, loaded);
      loaded.catch(() => index.loading.delete(number));
    }
    return index.loading.get(number);
  };

  /** Where a section is: a link from this page. */
  const address = (index, place) => {
    const page = index.pages[place.note] ?? place.page;
    const path = page.split("/").map(encodeURIComponent).join("/");
    const anchor = place.anchor ? `#${encodeURIComponent(place.anchor)}` : "";
    return { ...place, path, href: (root + path || "./") + (isFile ? "index.html" : "") + anchor };
  };

  /** Fetches what searches, before anything is asked. */
  site.loadSearch = async () => void (await searcher());

  /**
   * Answers a query as `awsnotes search` does.
   *
   * Resolves to `answer` (if the query names a term), `hits`, `corrections`, `unmatched`, `total` and `notes`; each place has an
   * `href`, each snippet `parts`, every second of which is a word of the query. Rejects with the signal's reason
   * once a later query made this one idle.
   */
  site.search = async (query, limit = 10, signal) => {
    const index = await opened();
    const typed = encoder.encode(query);
    for (;;) {
      signal?.throwIfAborted();
      const found = JSON.parse(text(index.core, index.core.search(write(index.core, typed), limit)));
      if (Array.isArray(found)) {
        await Promise.all(found.map((number) => load(index, number)));
        continue;
      }
      if (found.answer) found.answer = address(index, found.answer);
      found.hits = found.hits.map((hit) => {
        hit.snippet.parts = site.partsOf(hit.snippet.text, hit.snippet.marks);
        return address(index, hit);
      });
      return found;
    }
  };

  // MARK: Remembering

  const fields = [
    "phase", "step", "stability", "difficulty", "due", "lastReview", "reviews", "lapses",
  ];

  /** A memory from its eight numbers; `null` for a card that was never asked. */
  const stateOf = (values) => {
    if (values[0] === 0) return null;
    const state = Object.fromEntries(
      fields.map((field, place) => [field, Number.isNaN(values[place]) ? null : values[place]]));
    if (state.step < 0) state.step = null;
    return state;
  };

  const recordOf = (state) =>
    numbers(fields.map((field) => (state ? state[field] ?? (field === "step" ? -1 : NaN) : 0)));

  /** Texts as the core takes them: without the signs that part them. */
  const clean = (text) => text.replace(/[\x1d-\x1f]/g, " ");
  const list = (texts) => texts.map(clean).join("\x1f");

  /** Scheduler and graders, with the settings of the site; times are seconds since 1970, days those of the learner. */
  site.memory = once(async () => {
    const exports = await quizzer();
    const grade = (name, given, accepted, others) =>
      JSON.parse(
        text(
          exports,
          exports[name](
            write(exports, encoder.encode([clean(given), accepted, list(others)].join("\x1d"))))));
    return {
      /** Sets what decides when cards return; `false` where a number is out of its bounds. */
      plan: ({
        retention = 0.9, longest = 36500, cutoff = 14400, isFuzzed = true, learning = [60, 600],
        relearning = [600], parameters = [],
      } = {}) => {
        const values = [
          retention, longest, cutoff, Number(isFuzzed), learning.length, ...learning,
          relearning.length, ...relearning, ...parameters,
        ];
        write(exports, numbers(values));
        return exports.plan(values.length) === 1;
      },
      /** The memory of a card after answers, each with `rating` (1 to 4) and `time`. */
      replay: (card, events) => {
        const id = encoder.encode(card);
        const values = events.flatMap(({ rating, time }) => [rating, time]);
        write(exports, joined(numbers(values), id));
        return stateOf(floats(exports, exports.replay(events.length, id.length)));
      },
      /** What again, hard, good and easy would make of a memory; `state` is `null` for a new card. */
      preview: (card, state, time) => {
        const id = encoder.encode(card);
        write(exports, joined(recordOf(state), id));
        const values = floats(exports, exports.preview(time, id.length));
        return [0, 8, 16, 24].map((start) => stateOf(values.subarray(start, start + 8)));
      },
      /** The probability that a card is remembered. */
      retrievability: (state, time) => {
        write(exports, recordOf(state));
        return exports.retrievability(time);
      },
      day: (time) => exports.day(time),
      dayStart: (day) => exports.dayStart(day),
      /** Grades a typed answer: `verdict`, and where letters differ `accepted` and `steps`. */
      grade: (given, accepted, others = []) => grade("grade", given, list(accepted), others),
      /** Grades a typed list; each item is a list of accepted answers. */
      gradeList: (given, items, others = []) =>
        grade("gradeList", given, items.map(list).join("\x1e"), others),
      /** A number below a bound that follows from a name and a seed (31 bits) alone. */
      draw: (name, seed, place, bound) =>
        exports.draw(write(exports, encoder.encode(name)), seed, place, bound),
    };
  });
})();
