// Keeps the site for reading without a network: the worker of a site with `hors_ligne: oui`. What stands before this
// line when it is written names the version, the files that are always kept, and the list of all files.
//
// Pages come from the network and, where it does not answer, from what is kept; files that are named after what they
// hold never change, and come from what is kept first. Each version of the site has a cache of its own: it takes over
// what is the same, fetches what is not, and then removes the older ones.
"use strict";
(() => {
  const { version, core, list, isWhole } = self.site;
  const base = new URL("./", location.href);
  const prefix = `awsnotes ${base.pathname} `;
  const ownName = prefix + version;
  const addressOf = (path) => new URL(path, base).href;
  /** What is put into a cache when nothing is missing in it any more. */
  const mark = addressOf("?awsnotes-complete");

  /** Whether a file of this name never changes. */
  const isFixed = (address) =>
    !address.endsWith("/") && /^(assets|search|quiz)\/(.*[./])?[0-9a-z]{12}[./]/.test(address.slice(base.href.length));

  /** An answer that may stand for a page, wherever it came from. */
  const plain = ({ body, status, statusText, headers }) => new Response(body, { status, statusText, headers });

  const fetched = async (address) => {
    const response = await fetch(address, { cache: isFixed(address) ? "default" : "no-cache" });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.redirected ? plain(response) : response;
  };

  const olderCaches = async () =>
    Promise.all((await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ownName)
      .map(async (name) => ({ name, cache: await caches.open(name) })));

  // MARK: Versions

  addEventListener("install", (event) => {
    event.waitUntil((async () => {
      const cache = await caches.open(ownName);
      await Promise.all(core.map(async (path) => {
        const address = addressOf(path);
        const known = isFixed(address) ? await caches.match(address) : null;
        await cache.put(address, known ?? await fetched(address));
      }));
      await self.skipWaiting();
    })());
  });

  addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

  // MARK: Keeping

  /** The files of a version, each with what tells whether it is the same; `null` where that is not known. */
  const filesIn = async (cache) => {
    const response = await cache.match(addressOf(list));
    if (!response) return null;
    const { files } = await response.json();
    const known = new Map();
    for (let place = 0; place < files.length; place += 2) known.set(addressOf(files[place]), files[place + 1]);
    return known;
  };

  /** The list of this version; `null` where the site has gone on to another by now. */
  const ownFiles = async (cache) => {
    if (!(await cache.match(addressOf(list)))) {
      const response = await fetched(addressOf(list));
      if ((await response.clone().json()).version !== version) return null;
      await cache.put(addressOf(list), response);
    }
    return filesIn(cache);
  };

  const tell = async (kept, total) => {
    for (const client of await self.clients.matchAll()) client.postMessage({ kept, total });
  };

  /** Keeps what the version before kept, or everything; what was interrupted goes on the next time. */
  const keep = async (isAll) => {
    const cache = await caches.open(ownName);
    const done = await (await cache.match(mark))?.text();
    if (done === "all" || (done && !isAll)) return;
    const files = await ownFiles(cache);
    if (!files) return void self.registration.update();
    const older = [];
    for (const entry of await olderCaches()) older.push({ ...entry, files: await filesIn(entry.cache) });
    const wanted = new Set(isAll ? files.keys() : []);
    for (const { cache: old } of older) {
      for (const { url } of await old.keys()) if (files.has(url)) wanted.add(url);
    }
    for (const { url } of await cache.keys()) wanted.delete(url);
    const total = wanted.size;
    const rest = wanted.values();
    let kept = 0;
    const same = async (address) => {
      for (const { cache: old, files: known } of older) {
        if (known?.get(address) === files.get(address)) return old.match(address);
      }
      return undefined;
    };
    const work = async () => {
      for (const address of rest) {
        await cache.put(address, await same(address) ?? await fetched(address));
        kept += 1;
        if (kept % 10 === 0 || kept === total) await tell(kept, total);
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    await cache.put(mark, new Response(isAll ? "all" : "some"));
    for (const { name } of older) await caches.delete(name);
    await tell(total, total);
  };

  let keeping = Promise.resolve();
  addEventListener("message", (event) => {
    if (event.data?.ask !== "keep") return;
    keeping = keeping.then(() => keep(isWhole || event.data.isAll)).catch(() => {});
    event.waitUntil(keeping);
  });

  // MARK: Answering

  /** Under which address a page is kept: what stands behind `?` is for its scripts alone. */
  const keyOf = (address) => {
    const url = new URL(address);
    url.search = url.hash = "";
    return url.href.replace(/\/index\.html$/, "/");
  };

  const keptAnswer = async (key) =>
    (await (await caches.open(ownName)).match(key)) ?? (await caches.match(key)) ?? (await caches.match(`${key}/`));

  /** Keeps an answer; a browser that has no room left goes without. */
  const remember = async (key, response) => {
    try {
      await (await caches.open(ownName)).put(key, response);
    } catch { /* there is no room */ }
  };

  const fromNetwork = async (event, key) => {
    const answer = fetch(event.request).then((response) => {
      if (response.ok && response.type === "basic" && !response.redirected) {
        event.waitUntil(remember(key, response.clone()));
      }
      return response;
    });
    // A network that does not answer is as good as none, once there is something to show.
    const late = new Promise((resolve) => setTimeout(resolve, 4000)).then(() => keptAnswer(key)).then((kept) => kept ?? answer);
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      const kept = await keptAnswer(key);
      if (kept) return kept;
      if (event.request.mode !== "navigate") throw error;
      const page = encodeURIComponent(key.slice(base.href.length));
      return Response.redirect(addressOf(`hors-ligne/?page=${page}`));
    }
  };

  const fromKept = async (event, key) => {
    const kept = await keptAnswer(key);
    if (kept) return kept;
    const response = await fetch(event.request);
    if (response.ok) event.waitUntil(remember(key, response.clone()));
    return response;
  };

  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(base.href) || request.headers.has("range")) return;
    const key = keyOf(request.url);
    event.respondWith(isFixed(key) ? fromKept(event, key) : fromNetwork(event, key));
  });
})();
