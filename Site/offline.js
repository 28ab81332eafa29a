// Reading without a network, where the site offers it: starts the worker that keeps pages, tells what is kept, and
// forgets it all where the site no longer offers it or the reader declines.
"use strict";
(() => {
  const site = window.awsnotes;
  const { base, files, say } = site;
  const path = new URL(base).pathname;
  const prefix = `awsnotes ${path} `;
  const name = `awsnotes-offline ${path}`;
  const space = "\u00a0";
  const { serviceWorker } = navigator;
  // A site that is being written is shown as it is now.
  const isPreview = Boolean(document.querySelector("script[src^='/_awsnotes/']"));
  const isOffered = Boolean(files.worker) && !isPreview;

  /** What the reader chose: `all`, `none`, or nothing yet. */
  const choice = () => { try { return localStorage.getItem(name); } catch { return null; } };
  const choose = (wish) => { try { localStorage.setItem(name, wish); } catch { /* a reader who keeps nothing */ } };

  const registration = async () => {
    const known = await serviceWorker.getRegistration(base);
    return known?.scope === base ? known : undefined;
  };

  const forget = async () => {
    await (await registration())?.unregister();
    for (const cache of await caches.keys()) if (cache.startsWith(prefix)) await caches.delete(cache);
  };

  /** Starts the worker, and asks it to go on with what it keeps; the worker of a newer version, too. */
  const start = async () => {
    const ask = (worker) => worker?.postMessage({ ask: "keep", isAll: choice() === "all" });
    serviceWorker.oncontrollerchange = () => ask(serviceWorker.controller);
    await serviceWorker.register(files.worker, { scope: base, updateViaCache: "none" });
    ask((await serviceWorker.ready).active);
  };

  const begin = async () => {
    if (!isOffered || choice() === "none") return forget();
    // Who counts bytes is asked before any are fetched.
    if (navigator.connection?.saveData && choice() !== "all" && !(await registration())) return undefined;
    return start();
  };

  // Told where it matters, and nowhere else.
  const top = document.querySelector(".top");
  const told = document.createElement("a");
  told.className = "offline";
  told.href = new URL("hors-ligne/", base).href;
  told.textContent = say("hors ligne", "offline");
  const showNetwork = () => { if (navigator.onLine || !isOffered) told.remove(); else top?.append(told); };
  addEventListener("online", showNetwork);
  addEventListener("offline", showNetwork);
  showNetwork();

  // MARK: The page that tells what is kept

  const box = document.getElementById("offline");
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  const actions = document.createElement("p");

  const button = (text, action) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    element.addEventListener("click", async () => {
      element.disabled = true;
      await action();
      await show();
    });
    return element;
  };

  const size = (bytes) => {
    const text = Math.max(0.1, bytes / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    return `${text}${space}${say("Mo", "MB")}`;
  };

  /** The pages that are kept, and all there are. */
  const counts = async () => {
    const list = await (await fetch(new URL("hors-ligne.json", base))).json();
    const kept = new Set();
    for (const cache of await caches.keys()) {
      if (!cache.startsWith(prefix)) continue;
      for (const { url } of await (await caches.open(cache)).keys()) if (url.endsWith("/")) kept.add(url);
    }
    const total = list.files.filter((path, place) => place % 2 === 0 && (path === "" || path.endsWith("/"))).length;
    return { kept: kept.size, total, bytes: list.bytes, isWhole: list.isWhole || choice() === "all" };
  };

  const show = async () => {
    if (!isOffered) {
      line.textContent = say("Cette adresse ne garde rien hors ligne.", "This address keeps nothing offline.");
      return actions.replaceChildren();
    }
    const { kept, total, bytes, isWhole } = await counts();
    const keepAll = button(say(`Garder tout le site (${size(bytes)})`, `Keep the whole site (${size(bytes)})`), () => {
      choose("all");
      return start();
    });
    if (choice() === "none" || !(await registration())) {
      line.textContent = say("Ce navigateur ne garde rien de ce site.", "This browser keeps nothing of this site.");
      return actions.replaceChildren(keepAll);
    }
    const nothing = button(say("Ne rien garder", "Keep nothing"), () => {
      choose("none");
      return forget();
    });
    nothing.className = "plain";
    if (kept >= total) {
      line.textContent = say(
        `Les ${total} pages sont gardées dans ce navigateur : elles se lisent, se cherchent et se révisent sans réseau.`
          .replace(" :", `${space}:`),
        `All ${total} pages are kept in this browser: they can be read, searched and reviewed without a network.`);
      return actions.replaceChildren(nothing);
    }
    line.textContent = isWhole
      ? say(`${kept} pages gardées sur ${total}…`, `${kept} of ${total} pages kept…`)
      : say(
        `${kept} pages gardées sur ${total}, dont celles que vous avez lues.`,
        `${kept} of ${total} pages kept, among them those that you have read.`);
    return actions.replaceChildren(...(isWhole ? [] : [keepAll, " "]), nothing);
  };

  if (box && serviceWorker) {
    const missed = new URLSearchParams(location.search).get("page");
    const parts = [line, actions];
    if (missed !== null) {
      const text = document.createElement("p");
      const name = missed.replace(/\/$/, "");
      text.textContent = say(
        `Pas de réseau, et la page «${space}${name}${space}» n’est pas gardée ici.`,
        `No network, and the page “${name}” is not kept here.`);
      parts.unshift(text);
    }
    box.replaceChildren(...parts);
    serviceWorker.addEventListener("message", show);
  }

  if (!serviceWorker) return;
  begin().catch(() => {}).then(() => (box ? show() : undefined)).catch(() => {});
})();
