const chunks = new Map();
let opened = null;

/* The texts of an application: its write-up, and its summary where that stands elsewhere. Null where they are not here. */
async function textsOf(position) {
  const place = data.places[position];
  if (!place || place[2] === 2) return null;
  if (!chunks.has(place[0])) chunks.set(place[0], unpack(`data-texts-${place[0]}`));
  return (await chunks.get(place[0]))[place[1]];
}

function setUpWriteUps() {
  const form = $("#writeup-filters");
  const positions = data.applications.map((_, position) => position);
  let current = null;
  const list = pager($("#writeup-list"), {
    name: "申报",
    size: 40,
    empty: data.applications.length ? "没有符合筛选条件的申报。" : "还没有申报。",
    render: (position) => line(position, position === current),
    wrap: (lines) => make("ul", { class: "applications" }, lines),
  });
  fill(form.elements.group, data.groups.map((name) => option(name, visible(name))), "全部小组");
  fill(form.elements.award, data.awards.map((name) => option(name, visible(name))), "全部奖项");
  const chosen = filters(form, "writeups", () => show());
  const tests = {
    "": () => true,
    doubtful: (each) => each[6] + each[7] > 0,
    outside: (each) => each[5][1] + each[5][2] > 0,
    length: (each) => each[4] !== null && (each[4] < data.limits[0] || each[4] > data.limits[2]),
  };
  function show({ toCurrent = false } = {}) {
    const { group, award, show: which, q } = chosen.values();
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    const test = tests[which] || tests[""];
    const found = positions.filter((position) => {
      const each = data.applications[position];
      const text = `${each[0]}\n${each[1]}`.toLowerCase();
      return test(each) && (!group || data.groups[each[3]] === group) && (!award || data.awards[each[2]] === award) &&
        words.every((word) => text.includes(word));
    });
    $("#writeup-count").textContent = found.length === positions.length ? `共${found.length}份` : `${found.length}份，全部${positions.length}份`;
    list.show(found, toCurrent ? Math.max(found.indexOf(current), 0) : 0);
  }
  listeners.push(() => {
    if (state.get("tab") !== "writeups") return;
    chosen.read();
    const asked = Number(state.get("at")) - 1;
    const before = current;
    current = data.applications[asked] ? asked : current ?? (data.applications.length ? 0 : null);
    show({ toCurrent: true });
    if (current !== null && (current !== before || state.get("mark"))) open(current, state.get("mark"));
  });
}

function line(position, isCurrent) {
  const [number, name, , group, , verdicts, errors, warnings] = data.applications[position];
  return make(
    "li",
    {},
    make(
      "a",
      {
        href: `#${new URLSearchParams([...[...state].filter(([key]) => !["at", "mark"].includes(key)), ["at", position + 1]])}`,
        "aria-current": isCurrent ? "true" : null,
      },
      make("span", { class: "title" }, bdi(number || "（无编号）"), " ", bdi(name)),
      make("span", { class: "muted" }, bdi(data.groups[group])),
      make(
        "span",
        { class: "signs" },
        errors > 0 && make("span", { class: "chip error" }, make("i", { class: "shape", "aria-hidden": "true" }, "■"), `${errors}个错误`),
        warnings > 0 && make("span", { class: "chip warning" }, make("i", { class: "shape", "aria-hidden": "true" }, "▲"), `${warnings}个警告`),
        make("span", { class: "muted" }, `时间${verdicts.reduce((sum, each) => sum + each, 0)}处`),
      ),
    ),
  );
}

async function open(position, wanted) {
  opened = position;
  const holder = $("#writeup");
  const [number, name, award, group, length] = data.applications[position];
  const place = data.places[position];
  const texts = await textsOf(position);
  if (opened !== position) return; // another one was asked for in the meantime
  holder.replaceChildren(
    make("h3", {}, bdi(number || "（无编号）"), " ", bdi(name)),
    make(
      "p",
      { class: "muted" },
      bdi(data.awards[award]), " · ", bdi(data.groups[group]), " · ",
      make("a", { href: problemsOf(position) }, "这份申报的问题"),
      documentsOf(position),
    ),
  );
  if (!place) append(holder, [make("p", { class: "empty" }, "还没有事迹材料。")]);
  else if (!texts) append(holder, [make("p", { class: "empty" }, "申报很多，这一份的全文没有收进本页；可以用 awardgen inspect 查看。")]);
  else texts.forEach((text, index) => append(holder, [writeUp(text, `text-${index}`, index === 0 ? length : null, place[2])]));
  if (wanted && texts) point(texts, wanted);
}

const problemsOf = (position) => `#${new URLSearchParams({ tab: "findings", who: position + 1 })}`;

/* Bring a mark into view. wanted: which text, and where the mark starts in it. */
function point(texts, wanted) {
  const [index, start] = wanted.split("-").map(Number);
  const at = texts[index] ? texts[index].mentions.findIndex((mention) => mention[0] === start) : -1;
  const mark = at < 0 ? null : $(`#text-${index}-${at}`);
  if (!mark) return;
  mark.scrollIntoView({ block: "center" });
  mark.classList.add("wanted");
}

function writeUp(text, id, length, extent) {
  const [file, sheet, cell, column] = text.place;
  const where = [file, sheet, cell].filter(Boolean).join(" › ");
  return make(
    "section",
    { class: "writeup", "aria-label": column === "主要事迹" ? "主要事迹" : "事迹材料" },
    make(
      "div",
      { class: "reading" },
      length !== null && make("div", { class: "length" }, make("p", {}, make("b", {}, `${length}字`), `　要求${data.limits[1]}字左右`), gauge(length, id)),
      length === null && make("p", {}, make("b", {}, "主要事迹"), `　${text.length}字`),
      make("p", { class: "muted where" }, bdi(where)),
    ),
    data.window && timeline(text.mentions, id),
    legend(),
    extent === 1 && make("p", { class: "notice" }, "申报很多，这一份只收录各处时间前后的文字。"),
    markedText(text, id),
    text.mentions.length > 0 && mentionTable(text, id),
  );
}

function mentionTable(text, id) {
  return make(
    "details",
    { open: true },
    make("summary", {}, `读到的${text.mentions.length}处时间`),
    make(
      "table",
      { class: "mentions" },
      make("thead", {}, make("tr", {}, ["文字", "读作", "判断", "依据"].map((name) => make("th", { scope: "col" }, name)))),
      make(
        "tbody",
        {},
        text.mentions.map((mention, index) => {
          const verdict = verdictOf(mention);
          return make(
            "tr",
            {},
            make("td", {}, make("button", { type: "button", class: "link", onclick: () => flash(`${id}-${index}`) }, bdi(wordsOf(text, mention)))),
            make("td", {}, days(mention[2], mention[3])),
            make("td", { class: "verdict" }, make("span", { class: `shape ${verdict}`, "aria-hidden": "true" }, VERDICTS[verdict].shape), VERDICTS[verdict].label),
            make("td", {}, mention[5]),
          );
        }),
      ),
    ),
  );
}

function wordsOf(text, [start, end]) {
  const found = text.pieces.find(([from, piece]) => start >= from && end <= from + Array.from(piece).length);
  return found ? slicer(found[1])(start - found[0], end - found[0]) : "";
}

function flash(id) {
  const mark = $(`#${id}`);
  $$("mark.wanted").forEach((each) => each.classList.remove("wanted"));
  mark.classList.add("wanted");
  mark.scrollIntoView({ block: "center" });
}
