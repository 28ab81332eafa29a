// Marks the words of a query on the page that a result led to: those of `?h=` in the address.
"use strict";
(() => {
  const site = (window.awsnotes ??= {});

  const make = (word) => {
    const mark = document.createElement("mark");
    mark.className = "hit";
    mark.textContent = word;
    return mark;
  };

  /** Marks the words of `?h=` in the page, and takes them out of the address. */
  site.markHits = (scope = document.querySelector("main") ?? document.body) => {
    const address = new URL(location.href);
    const words = address.searchParams.get("h");
    if (!words) return 0;
    address.searchParams.delete("h");
    history.replaceState(history.state, "", address);
    return markWords(scope, words);
  };

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // Words that would be marked everywhere.
  const fillers = new Set(
    "and aux avec ces cet dans des elle est for from les leur mais nos par pas pour que quel quelle qui quoi sans ses son sont sur the tout une vos with".split(
      " "));

  /** Words of three letters or more, without the endings of number and gender. */
  const stems = (query) =>
    (fold(query).match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => (word.length > 2 || /\d/.test(word)) && !fillers.has(word))
      .map((word) => (word.length > 4 ? word.replace(/(e?s|e|x)$/, "") : word));

  const markWords = (scope, query) => {
    const wanted = stems(query);
    if (!wanted.length) return 0;
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("script, style, mark, nav, svg, button")
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    let count = 0;
    for (const node of nodes) {
      const parts = node.data.split(/([\p{L}\p{M}\p{N}]+)/u);
      const isHit = (word) => {
        const folded = fold(word);
        return wanted.some((stem) => folded.startsWith(stem) && folded.length - stem.length < 4);
      };
      if (!parts.some((part, place) => place % 2 && isHit(part))) continue;
      node.replaceWith(
        ...parts.map((part, place) =>
          place % 2 && isHit(part) ? (count++, make(part)) : part));
    }
    return count;
  };
})();
