const SEVERITIES = ["error", "warning", "info"];
const SEVERITY = { error: ["■", "错误"], warning: ["▲", "警告"], info: ["●", "提示"] };

/* A row of the data as a finding; its words are looked up when they are asked for. */
class Finding {
  constructor(row, position) {
    this.row = row;
    this.position = position;
  }
  get severity() { return SEVERITIES[this.row[0]]; }
  get code() { return findingData.kinds[this.row[1]][0]; }
  get name() { return findingData.kinds[this.row[1]][1]; }
  get explanation() { return findingData.kinds[this.row[1]][2]; }
  get withholds() { return Boolean(findingData.kinds[this.row[1]][3]); }
  get message() { return this.row[2]; }
  get hint() { return findingData.hints[this.row[3]]; }
  get file() { return findingData.files[this.row[4]]; }
  get sheet() { return findingData.sheets[this.row[5]]; }
  get cell() { return this.row[6]; }
  get column() { return findingData.columns[this.row[7]]; }
  get application() { return this.row[8] === null ? null : data.applications[this.row[8]]; }
  get applicant() { return this.row[9]; }
  get excerpt() { return this.row[10]; }
  get start() { return this.row[11]; }
  get end() { return this.row[12]; }
  get settled() { return Boolean(this.row[13]); }
  get address() {
    if (!this.sheet || !this.cell) return null;
    return `${/^[\p{L}_][\p{L}\p{N}_]*$/u.test(this.sheet) ? this.sheet : `'${this.sheet.replaceAll("'", "''")}'`}!${this.cell}`;
  }
  get haystack() {
    const who = this.application;
    const parts = [this.applicant, who && who[1], this.code, this.name, this.message, this.file, this.sheet, this.cell, this.column, this.excerpt];
    return (this.words ||= parts.filter(Boolean).join("\n").toLowerCase());
  }
}

/* Findings can be very many: they are unpacked when somebody wants to see them. */
function setUpFindings() {
  let part = null;
  const unpacked = async () => {
    findingData = await unpack("data-findings");
    return findingsPart();
  };
  listeners.push(async () => {
    if (state.get("tab") !== "findings") return;
    part ||= unpacked();
    (await part)();
  });
}

/* Return what shows the findings that the address asks for. */
function findingsPart() {
  const form = $("#finding-filters");
  const all = findingData.rows.map((row, position) => new Finding(row, position));
  const key = (each) => JSON.stringify([each.applicant, each.row[1], (each.excerpt || "").trim()]);
  const alike = (finding) => all.filter((each) => each.row[1] === finding.row[1] && key(each) === key(finding)).length;
  const list = pager($("#finding-list"), {
    name: "问题",
    size: 50,
    empty: all.length ? "没有符合筛选条件的问题。" : "没有发现任何问题。",
    render: (each) => card(each, () => alike(each)),
    wrap: (cards) => make("ol", { class: "findings" }, cards),
  });
  const counts = { 1: [], 2: [], 3: [], none: 0 };
  for (const { row, application } of all) {
    counts[1][row[1]] = (counts[1][row[1]] || 0) + 1;
    if (!application) counts.none += 1;
    else for (const at of [2, 3]) counts[at][application[at]] = (counts[at][application[at]] || 0) + 1;
  }
  const some = (values, at) =>
    values.map((name, index) => [name, counts[at][index]])
      .filter(([, number]) => number).map(([name, number]) => option(name, visible(name), number));
  const ofNobody = counts.none ? [option("-", "不属于某份申报", counts.none)] : [];
  fill(form.elements.group, [...some(data.groups, 3), ...ofNobody], "全部");
  fill(form.elements.award, [...some(data.awards, 2), ...ofNobody], "全部");
  fill(
    form.elements.code,
    findingData.kinds.map(([code, name], index) => [code, name, counts[1][index]])
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([code, name, number]) => option(code, `${code} ${name}`, number)),
    "全部",
  );
  const chosen = filters(form, "findings", show);
  const belongs = (each, name, names, at) =>
    !name || (name === "-" ? !each.application : Boolean(each.application) && names[each.application[at]] === name);
  function show() {
    const { severity, group, award, code, q, who } = chosen.values();
    const only = data.applications[who - 1];
    $("#finding-who").hidden = !only;
    if (only) $("#finding-who bdi").textContent = visible(only[0] || only[1]);
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    const levels = severity ? severity.split(",") : SEVERITIES;
    const found = all.filter((each) =>
      levels.includes(each.severity) && (!only || each.application === only) && (!code || each.code === code) &&
      belongs(each, group, data.groups, 3) && belongs(each, award, data.awards, 2) &&
      words.every((word) => each.haystack.includes(word)));
    $("#finding-count").textContent = found.length === all.length ? `共${all.length}个` : `${found.length}个，全部${all.length}个`;
    list.show(found);
  }
  $("#finding-who button").addEventListener("click", () => {
    form.elements.who.value = "";
    form.dispatchEvent(new Event("input"));
  });
  return () => {
    chosen.read();
    show();
  };
}

function card(finding, alike) {
  const [shape, label] = SEVERITY[finding.severity];
  const id = `finding-${finding.position}`;
  const who = finding.application;
  const more = make("div", { class: "more", id: `${id}-more`, hidden: true });
  const toggle = make(
    "button",
    { type: "button", class: "open", "aria-expanded": "false", "aria-controls": `${id}-more` },
    make("span", { class: `chip ${finding.severity}` }, make("i", { class: "shape", "aria-hidden": "true" }, shape), label),
    make("span", { class: "code" }, finding.code),
    make("span", { class: "name" }, finding.name),
    finding.settled && make("span", { class: "chip settled" }, "已核实"),
    who && make("span", { class: "who" }, bdi(who[0]), " ", bdi(who[1]), make("span", { class: "muted" }, " ", bdi(data.groups[who[3]]))),
  );
  toggle.addEventListener("click", () => {
    const isOpen = toggle.getAttribute("aria-expanded") === "true";
    toggle.setAttribute("aria-expanded", String(!isOpen));
    if (!more.childNodes.length) fillCard(more, finding, alike());
    more.hidden = isOpen;
  });
  return make(
    "li",
    { class: `finding ${finding.severity}`, id },
    make("h3", {}, toggle),
    make("p", { class: "message" }, bdi(finding.message)),
    placeLine(finding),
    more,
  );
}

function placeLine(finding) {
  if (!finding.file && !finding.sheet) return null;
  return make(
    "p",
    { class: "place" },
    finding.file && make("span", { class: "path" }, bdi(finding.file)),
    finding.sheet && make("span", { class: "path" }, bdi(finding.sheet)),
    finding.cell && make("span", { class: "path cell" }, finding.cell),
    finding.column && make("span", { class: "muted" }, bdi(finding.column)),
    finding.address &&
      make(
        "button",
        {
          type: "button",
          class: "copy",
          title: "复制后粘贴到Excel左上角的名称框，按回车就到这个单元格",
          "aria-label": `复制单元格地址 ${visible(finding.address)}`,
          onclick: () => copy(finding.address, null, `已复制 ${finding.address}。粘贴到Excel左上角的名称框，按回车就到。`),
        },
        "复制地址",
      ),
  );
}

async function fillCard(holder, finding, alike) {
  append(holder, [
    !finding.settled && finding.severity !== "info" && make("p", { class: "advice" }, make("b", {}, "怎么办　"), bdi(finding.hint)),
    finding.explanation && make("p", { class: "muted" }, make("b", {}, "是什么　"), finding.explanation),
  ]);
  const passage = make("div", { class: "passage" });
  holder.append(passage);
  if (finding.settled) append(holder, [make("p", {}, "已在工作表“核实”中登记，不必处理。")]);
  else if (finding.withholds) append(holder, [make("p", { class: "muted" }, "这个问题使文书不能生成，只能改正，不能用核实了结。")]);
  else if (finding.severity !== "info") holder.append(settleForm(finding, alike));
  const place = finding.application && data.places[finding.row[8]];
  if (finding.start === null || !place) return;
  const texts = await textsOf(finding.row[8]);
  const index = texts ? texts.findIndex(({ place: at }) => at[0] === finding.file && at[1] === finding.sheet && at[2] === finding.cell) : -1;
  if (index < 0) return;
  append(passage, [
    around(texts[index], finding),
    make("a", { href: `#${new URLSearchParams({ tab: "writeups", at: finding.row[8] + 1, mark: `${index}-${finding.start}` })}` }, "在全文中看"),
  ]);
}

/* The sentence or so in which a mark stands. */
function around(text, finding) {
  const from = Math.max(finding.start - 40, 0);
  const to = Math.min(finding.end + 40, text.size);
  const pieces = text.pieces.map(([start, piece]) => {
    const size = Array.from(piece).length;
    const cut = slicer(piece);
    const first = Math.max(from - start, 0);
    return [start + first, cut(first, Math.min(to - start, size))];
  }).filter(([start, piece]) => piece && start <= finding.start && start < to);
  return markedText({ ...text, pieces }, `passage-${finding.position}`, (mention) => mention[0] === finding.start);
}
