"use strict";
(() => {
  const version = document.currentScript.dataset.version;
  const kept = "awardgen-scroll";
  const trouble = document.getElementById("trouble");
  const said = document.getElementById("said");

  /* Where one was reading, as soon as there is something to read. */
  function comeBack() {
    const place = Number(sessionStorage.getItem(kept));
    sessionStorage.removeItem(kept);
    if (!place) return;
    const look = () => (document.documentElement.dataset.ready ? scrollTo(0, place) : setTimeout(look, 30));
    look();
  }

  let news = null;

  function hear(event) {
    const told = JSON.parse(event.data);
    if (told.version !== version) {
      sessionStorage.setItem(kept, String(scrollY));
      news.close();
      location.reload();
      return;
    }
    trouble.textContent = told.trouble;
    trouble.hidden = !told.trouble;
    said.textContent = told.building ? "正在更新…" : "";
  }

  function miss() {
    trouble.textContent = "awardgen serve 已经停止，这一页不再更新。";
    trouble.hidden = false;
  }

  /* A browser keeps few connections to one server: a page that nobody sees gives its own up. */
  function listen() {
    if (news) news.close();
    news = null;
    if (document.hidden) return;
    news = new EventSource("/.serve/events");
    news.onmessage = hear;
    news.onerror = miss;
  }

  document.addEventListener("visibilitychange", listen);
  listen();
  comeBack();
})();
