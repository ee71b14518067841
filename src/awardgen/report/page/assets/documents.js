const linkTo = (path) => path.split("/").map(encodeURIComponent).join("/");

function setUpDocuments() {
  const form = $("#document-filters");
  const { names, states, rows } = data.documents;
  fill(form.elements.name, names.map((name) => option(name, visible(name))), "全部");
  fill(form.elements.state, states.map((name) => option(name)), "全部");
  const list = pager($("#document-list"), {
    name: "文书",
    size: 100,
    empty: rows.length ? "没有符合筛选条件的文书。" : "还没有文书。",
    render: ([name, state, path, position, isThere]) =>
      make(
        "tr",
        {},
        make("td", {}, bdi(names[name])),
        make("td", {}, states[state], states[state] === "暂不生成" && [" ", make("a", { href: reasonOf(position) }, "看原因")]),
        make("td", {}, isThere ? make("a", { href: linkTo(path) }, bdi(path)) : bdi(path)),
      ),
    wrap: (lines) =>
      make(
        "div",
        { class: "card scroll", role: "region", "aria-label": "文书", tabindex: "0" },
        make("table", {}, make("thead", {}, make("tr", {}, ["文书", "状态", "文件"].map((name) => make("th", { scope: "col" }, name)))), make("tbody", {}, lines)),
      ),
  });
  const chosen = filters(form, "documents", show);
  function show() {
    const { name, state, q } = chosen.values();
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    const found = rows.filter((row) =>
      (!name || names[row[0]] === name) && (!state || states[row[1]] === state) &&
      words.every((word) => row[2].toLowerCase().includes(word)));
    $("#document-count").textContent = found.length === rows.length ? `共${rows.length}份` : `${found.length}份，全部${rows.length}份`;
    list.show(found);
  }
  listeners.push(() => {
    if (state.get("tab") !== "documents") return;
    chosen.read();
    show();
  });
}

/* What withholds a document is an error: of its application, or of any that its list would print. */
const reasonOf = (position) =>
  position === null ? "#tab=findings&severity=error" : `${problemsOf(position)}&severity=error`;

/* Links to what was written for one application. */
function documentsOf(position) {
  const rows = data.documents.rows.filter((row) => row[3] === position && row[4]);
  return rows.map((row) => [" · ", make("a", { href: linkTo(row[2]) }, bdi(data.documents.names[row[0]]))]);
}
