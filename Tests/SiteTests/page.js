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

(async () => {
  const answers = [];
  for (const { name, values } of tasks) {
    if (name === "search") answers.push(await awsnotes.search(...values));
    else answers.push((await awsnotes.memory())[name](...values));
  }
  console.log(JSON.stringify({ answers, requests, bytes }));
})();
