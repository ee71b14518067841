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

  const news = new EventSource("/.serve/events");
  news.onmessage = (event) => {
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
  };
  news.onerror = () => {
    trouble.textContent = "awardgen serve 已经停止，这一页不再更新。";
    trouble.hidden = false;
  };
  comeBack();
})();
