/* What is being looked at stands in the address, so that it outlives a reload and can be passed on. */
const TABS = ["overview", "findings", "writeups", "ranking", "scores", "documents"];
const listeners = [];
let state = new URLSearchParams();

function readState() {
  state = new URLSearchParams(location.hash.slice(1));
  if (!TABS.includes(state.get("tab"))) state.set("tab", "overview");
}

function writeState(changes, { push = false } = {}) {
  for (const [name, value] of Object.entries(changes)) {
    if (value) state.set(name, value);
    else state.delete(name);
  }
  const address = `#${state}`;
  if (address !== location.hash) history[push ? "pushState" : "replaceState"](null, "", address);
}

function go(changes) {
  const fresh = new URLSearchParams(Object.entries(changes).filter(([, value]) => value));
  if (`#${fresh}` !== location.hash) history.pushState(null, "", `#${fresh}`);
  show();
}

function showTab(name, { focus = false } = {}) {
  for (const tab of TABS) {
    const button = $(`#tab-${tab}`);
    button.setAttribute("aria-selected", String(tab === name));
    button.tabIndex = tab === name ? 0 : -1;
    $(`#${tab}`).hidden = tab !== name;
  }
  if (focus) $(`#tab-${name}`).focus();
}

function show() {
  const before = state.get("tab");
  readState();
  const tab = state.get("tab");
  showTab(tab);
  const shown = Promise.all(listeners.map((listener) => listener()));
  if (before && before !== tab) arrive($(`#${tab}`));
  return shown;
}

/* Whoever followed a link is at the start of what it leads to, also without a mouse. */
function arrive(panel) {
  if (!state.get("mark")) scrollTo(0, 0);
  if (!document.activeElement.closest("[role=tablist]")) panel.focus({ preventScroll: true });
}

function setUpTabs() {
  const list = $("[role=tablist]");
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[role=tab]");
    if (button) go({ tab: button.getAttribute("aria-controls") });
  });
  list.addEventListener("keydown", (event) => {
    const at = TABS.indexOf(state.get("tab"));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const name = TABS[(to + TABS.length) % TABS.length];
    go({ tab: name });
    showTab(name, { focus: true });
  });
  addEventListener("hashchange", show);
  addEventListener("popstate", show);
  /* The address of a link to a part of the page is a state; the skip link is none. */
  $(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    $("#panels").focus();
  });
}
