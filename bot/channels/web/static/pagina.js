// Makes the page quicker and calmer: forms of the talk go without a reload. Everything works without.
"use strict";
(() => {
  const talks = () => document.getElementById("gesprek");
  let busy = false, lost = false;

  function say(text) {
    let line = document.getElementById("verbinding");
    if (!line) {
      line = document.createElement("p");
      line.id = "verbinding";
      line.className = "utrecht-alert utrecht-alert--warning melding";
      line.setAttribute("role", "alert");
      talks().before(line);
    }
    line.textContent = text;
    line.hidden = !text;
    lost = false;
  }

  // Once there is a connection again, nothing says that there is none. To look leaves no sign of life.
  async function lookAgain() {
    if (!lost || !navigator.onLine) return;
    try {
      const answer = await fetch("/robots.txt", { cache: "no-store" });
      if (lost && answer.ok) say("De verbinding is er weer. Kies of stuur je antwoord nog eens. Het telt één keer.");
    } catch (error) { /* still none */ }
  }
  addEventListener("online", lookAgain);
  setInterval(lookAgain, 5000);

  // One's own words stand above what was said to them, on this screen only: they are kept nowhere.
  function echo(text) {
    const line = document.createElement("p"), who = document.createElement("span");
    line.className = "gekozen eigen";
    who.textContent = "Je schreef";
    line.append(who, " " + text);
    talks().prepend(line);
  }

  function take(html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    const fresh = next.getElementById("gesprek");
    if (!fresh) return false;
    document.title = next.title;
    const here = talks();
    here.replaceChildren(...fresh.childNodes);
    for (const part of ["naast", "kop"]) {
      const from = next.getElementById(part), to = document.getElementById(part);
      if (from && to) to.replaceChildren(...from.childNodes);
    }
    const turn = next.querySelector("#typen input[name=beurt]");
    const own = document.querySelector("#typen input[name=beurt]");
    if (turn && own) own.value = turn.value;
    here.classList.remove("nieuw");
    void here.offsetWidth;
    here.classList.add("nieuw");
    return true;
  }

  async function send(form, button) {
    const fields = new URLSearchParams(new FormData(form));
    if (button && button.name) fields.append(button.name, button.value);
    const field = form.id === "typen" && form.querySelector("textarea"), sent = field && field.value;
    if (field) field.value = "";
    busy = true;
    talks().setAttribute("aria-busy", "true");
    talks().classList.add("bezig");
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "text/html" } });
      const shown = answer.redirected ? new URL(answer.url).pathname : location.pathname;
      const html = await answer.text();
      if (shown !== location.pathname) { location.assign(shown); return; }
      const took = answer.ok && take(html);
      if (!took) { giveBack(field, sent); say(wrong(html)); return; }
      say("");
      if (field && !sent.startsWith("/")) echo(sent);
      const typing = document.activeElement.matches("textarea, input[type=search]");
      if (!typing) focusTalk();
      if (!typing || !document.activeElement.value) showTalk();
    } catch (error) {
      giveBack(field, sent);
      say("Geen verbinding. Je antwoord is nog niet aangekomen: kies of stuur het zo nog eens. Het telt één keer.");
      lost = true;
    } finally {
      busy = false;
      talks().removeAttribute("aria-busy");
      talks().classList.remove("bezig");
    }
  }

  // What was sent and not taken stands in the field again, before what was typed since.
  function giveBack(field, sent) {
    if (field) field.value = field.value ? sent + "\n" + field.value : sent;
  }

  // What a page of the server says that went wrong.
  function wrong(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const told = [...page.querySelectorAll("main h1, main > p:not(:has(a))")].map((part) => part.textContent.trim());
    return told.join(". ") || "Er ging iets mis. Probeer het zo nog eens.";
  }

  function focusTalk() {
    const here = talks();
    here.tabIndex = -1;
    here.focus({ preventScroll: true });
  }

  // What was said begins in the window, also for who typed below it and would type on there.
  function showTalk() {
    const top = talks().getBoundingClientRect().top;
    if (top < 0 || top > innerHeight / 2) talks().scrollIntoView({ block: "start" });
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!talks() || form.getAttribute("action") !== "/beurt") return;
    event.preventDefault();
    if (!busy) send(form, event.submitter);
  });

  // Of the boxes of a question with one answer, the last that was ticked stays.
  document.addEventListener("change", (event) => {
    const box = event.target, name = box.dataset.eenVan;
    if (!name || !box.checked) return;
    for (const other of box.form.querySelectorAll("[data-een-van]")) {
      if (other !== box && other.dataset.eenVan === name) other.checked = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.target.id === "tekst" && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (event.target.value.trim()) event.target.form.requestSubmit();
    }
  });

  let wait = 0, last = 0;
  document.addEventListener("input", (event) => {
    const field = event.target, search = field.closest("form[data-zoek]");
    if (!search) return;
    clearTimeout(wait);
    wait = setTimeout(async () => {
      const mine = ++last;
      const address = search.action + "?" + new URLSearchParams({ zoek: field.value });
      try {
        const html = await (await fetch(address, { headers: { Accept: "text/html" } })).text();
        const from = new DOMParser().parseFromString(html, "text/html").getElementById("gevonden");
        if (mine !== last || !from) return;
        document.getElementById("gevonden").replaceChildren(...from.childNodes);
        // Who opens what was found and goes back finds the same list again.
        if (!new URLSearchParams(location.search).has("zaak")) history.replaceState(null, "", address);
      } catch (error) { /* the form itself still works */ }
    }, 200);
  });

  document.addEventListener("keydown", (event) => {
    const rules = document.getElementById("regels");
    if (event.key === "F2" && rules) {
      event.preventDefault();
      rules.open = !rules.open;
      if (rules.open) rules.scrollIntoView({ block: "center" });
      return;
    }
    if (event.target.matches("input, textarea, select, summary") || event.altKey || event.ctrlKey || event.metaKey) return;
    const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const link = way && document.querySelector(`a[rel=${way}]`);
    if (link) { event.preventDefault(); link.click(); }
  });

  // A case that plays goes on at the speed at which one reads, until somebody pauses or steps.
  for (const only of document.querySelectorAll("[data-script]")) only.hidden = false;
  const playing = document.querySelector("[data-speel]");
  if (playing) setTimeout(() => location.replace(playing.dataset.verder), playing.dataset.speel * 1000);

  for (const button of document.querySelectorAll("[data-kopieer]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.kopieer);
      try { await navigator.clipboard.writeText(text.value); } catch (error) { text.select(); document.execCommand("copy"); }
      button.textContent = "Gekopieerd";
    });
  }

  for (const button of document.querySelectorAll("[data-afdrukken]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // On a shared computer a talk ends after a while without a sign of life. To type is one.
  const ask = document.getElementById("nog-daar");
  if (ask) {
    const { vraagNa, wisNa } = document.body.dataset;
    let seen = Date.now(), told = seen;
    const alive = () => {
      seen = Date.now();
      if (!ask.hidden) ask.hidden = true;
      if (seen - told < 30000) return;
      told = seen;
      fetch("/wakker").catch(() => { /* the next sign of life comes along */ });
    };
    for (const kind of ["input", "keydown", "pointerdown", "wheel"]) addEventListener(kind, alive, { passive: true });
    setInterval(() => {
      const silent = (Date.now() - seen) / 1000;
      if (silent > Number(wisNa) + 5) location.assign("/nog-daar");
      else if (silent > Number(vraagNa) && ask.hidden) ask.hidden = false;
    }, 1000);
  }

  if ("serviceWorker" in navigator && isSecureContext) navigator.serviceWorker.register("/sw.js");
})();
