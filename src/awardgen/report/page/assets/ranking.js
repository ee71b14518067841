const RESULTS = { 获奖: "won", 否决: "vetoed", 待裁定: "open" };

function setUpRanking() {
  const select = $("#ranking-award");
  select.append(...data.standings.map((award) => option(award.name, visible(award.name))));
  const body = $("#ranking-body");
  let award = null;
  const list = pager(body, {
    name: "排名",
    size: 100,
    empty: "还没有申报。",
    render: (index) => index,
    wrap: (indexes) => table(award, indexes),
  });
  const heading = make("div");
  body.prepend(heading);
  function show() {
    award = data.standings.find((each) => each.name === select.value) || data.standings[0];
    if (!award) return list.show([]);
    select.value = award.name;
    heading.replaceChildren(
      make("h3", {}, bdi(award.name), " 排名"),
      make("p", { class: "muted" }, [
        `申报${award.rows.length}份`,
        award.quota === null ? "没有定名额，按评定结果授予" : `名额${award.quota}名`,
        award.openTie.length ? `有${award.openTie.length}份并列跨过名额线，请在申报.xlsx填“裁定名次”` : "",
      ].filter(Boolean).join("，"), "。"),
    );
    return list.show(award.rows.map((_, index) => index));
  }
  select.addEventListener("change", () => {
    writeState({ award: select.value });
    show();
  });
  listeners.push(() => {
    if (state.get("tab") !== "ranking") return;
    if (state.get("award")) select.value = state.get("award");
    show();
  });
}

function table(award, indexes) {
  const columns = ["名次", "编号", "名称", "工会小组"];
  const sums = ["平均分", "附加分", "总分"];
  const width = columns.length + data.judges.length + sums.length + 2;
  const head = make(
    "tr",
    {},
    columns.map((name) => make("th", { scope: "col" }, name)),
    data.judges.map((name) => make("th", { scope: "col", class: "number judge" }, bdi(name))),
    sums.map((name) => make("th", { scope: "col", class: "number" }, name)),
    ["结果", "说明"].map((name) => make("th", { scope: "col" }, name)),
  );
  const rows = indexes.flatMap((index) => {
    const row = standingRow(award, award.rows[index]);
    if (award.line !== index + 1) return [row];
    const told = award.openTie.length ? "名额线（在并列之中，待裁定）" : "名额线";
    return [row, make("tr", { class: "quota" }, make("td", { colspan: width }, make("span", {}, `${told}　名额${award.quota}名`)))];
  });
  return make(
    "div",
    { class: "card scroll", role: "region", "aria-label": `${visible(award.name)}的排名`, tabindex: "0" },
    make("table", { class: "standings" }, make("thead", {}, head), make("tbody", {}, rows)),
  );
}

function standingRow(award, [position, rank, judges, mean, bonus, total, result, remarks]) {
  const [number, name, , group] = data.applications[position];
  return make(
    "tr",
    { class: RESULTS[result] || null },
    make("td", { class: "rank" }, rank === null ? "—" : String(rank)),
    make("td", {}, bdi(number)),
    make("th", { scope: "row" }, make("a", { href: `#${new URLSearchParams({ tab: "writeups", at: position + 1 })}` }, bdi(name || "（未填名称）"))),
    make("td", {}, bdi(data.groups[group])),
    judges.map((given) =>
      make("td", { class: "number judge" }, given === null ? "—" : given[1] ? make("span", { class: "dropped" }, `(${given[0]})`) : given[0]),
    ),
    make("td", { class: "number" }, mean),
    make("td", { class: "number" }, bonus),
    make("td", { class: "number total" }, total),
    make("td", { class: "result" }, result),
    make("td", { class: "remarks" }, bdi(remarks.join("；"))),
  );
}
