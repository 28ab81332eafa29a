// A page without a window, for the tests: runs core.js in Node and does what standard input asks for.
// Usage: node page.js SITE, where SITE holds core.js, search.wasm, quiz.wasm and search/manifest.json.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const folder = process.argv[2];
const { manifest, protocol, tasks } = JSON.parse(fs.readFileSync(0, "utf8"));
let requests = 0;
let bytes = 0;
const read = (name) => {
  const content = fs.readFileSync(path.join(folder, name));
  requests += 1;
  bytes += content.length;
  return content;
};

global.window = global;
global.location = { protocol };
global.fetch = async (name) => new Response(read(name), {
  headers: { "content-type": name.endsWith(".wasm") ? "application/wasm" : "text/plain" },
});
global.document = {
  documentElement: { dataset: { root: "" }, lang: "fr" },
  querySelector: () => ({ dataset: { searchWasm: "search.wasm", quizWasm: "quiz.wasm", manifest } }),
  createElement: () => ({ remove() {} }),
  head: {
    append(script) {
      vm.runInThisContext(read(script.src));
      script.onload();
    },
  },
};
vm.runInThisContext(fs.readFileSync(path.join(folder, "core.js")));

/** What a sitting asks where every answer is « easy »; `known` were asked the day before. */
const round = async (notes, known, perDay, now) => {
  const memory = await awsnotes.memory();
  const cards = notes.flatMap(([, own]) => own);
  const deck = {
    cards, facts: cards, notes: notes.map(([name, own]) => [name, name, null, 0, own.length]),
    new: perDay, reviews: 200, leeches: 8,
  };
  const history = new Map(known.map((card) => [card, [{ rating: 4, time: (now - 86400) * 1000 }]]));
  const session = awsnotes.beginSession({
    deck, places: cards.map((_, place) => place), records: awsnotes.recordsOf(history, memory), memory, now,
  });
  const asked = [];
  while (session.current !== null) {
    asked.push(cards[session.current]);
    session.answer(4, now * 1000, 1000);
  }
  return asked;
};

(async () => {
  vm.runInThisContext(fs.readFileSync(path.join(folder, "session.js")));
  const answers = [];
  for (const { name, values } of tasks) {
    if (name === "search") answers.push(await awsnotes.search(...values));
    else if (name === "round") answers.push(await round(...values));
    else answers.push((await awsnotes.memory())[name](...values));
  }
  console.log(JSON.stringify({ answers, requests, bytes }));
})();
